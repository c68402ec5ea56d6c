// The least an Electron app with one window can be, packed like Foyer: what the benchmark divides by. With
// --pages=URL,URL… each page gets a view and a persistent partition of its own, the first of them seen. A page is closed,
// or opened in front, when the window's own page calls itself "close 1" or "open 1".
const { app, BrowserWindow, WebContentsView } = require('electron/main');

/** Where Foyer puts a page in a window of 800 x 600. */
const pageArea = { x: 64, y: 40, width: 736, height: 560 };

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 800, height: 600 });
  void window.loadFile('index.html');
  const pages = app.commandLine.getSwitchValue('pages').split(',').filter(Boolean);
  const views = new Map();
  const open = (/** @type {number} */ index, /** @type {boolean} */ isSeen) => {
    const view = new WebContentsView({ webPreferences: { partition: `persist:page-${index}` } });
    views.set(index, view);
    window.contentView.addChildView(view);
    view.setBounds(pageArea);
    view.setVisible(isSeen);
    void view.webContents.loadURL(pages[index]);
  };
  pages.forEach((_, index) => open(index, index === 0));
  window.webContents.on('page-title-updated', (_event, title) => {
    const [what, which] = title.split(' ');
    const index = Number(which);
    const view = views.get(index);
    if (what === 'open') return open(index, true);
    if (what !== 'close' || view === undefined) return undefined;
    window.contentView.removeChildView(view);
    view.webContents.close();
    views.delete(index);
    return undefined;
  });
});
app.on('window-all-closed', () => app.quit());
