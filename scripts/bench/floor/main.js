// The least an Electron app with one window can be, packed like Foyer: what the benchmark divides by. With
// --pages=URL,URL… each page gets a view and a persistent partition of its own, the first of them seen.
const { app, BrowserWindow, WebContentsView } = require('electron/main');

/** Where Foyer puts a page in a window of 800 x 600. */
const pageArea = { x: 64, y: 40, width: 736, height: 560 };

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 800, height: 600 });
  void window.loadFile('index.html');
  const pages = app.commandLine.getSwitchValue('pages').split(',').filter(Boolean);
  pages.forEach((url, index) => {
    const view = new WebContentsView({ webPreferences: { partition: `persist:page-${index}` } });
    window.contentView.addChildView(view);
    view.setBounds(pageArea);
    view.setVisible(index === 0);
    void view.webContents.loadURL(url);
  });
});
app.on('window-all-closed', () => app.quit());
