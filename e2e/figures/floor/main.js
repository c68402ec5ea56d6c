// The least that a list over a page, called up by a key, can be in Electron: two views, no framework, nothing to search.
const { app, BaseWindow, WebContentsView } = require('electron/main');
const { join } = require('node:path');

const window = { width: 1200, height: 800 };
/** Where Foyer puts a page in such a window. */
const pageArea = { x: 64, y: 40, width: 1136, height: 760 };

void app.whenReady().then(async () => {
  const base = new BaseWindow(window);
  // Only our own file is ever in it.
  const list = new WebContentsView({ webPreferences: { nodeIntegration: true, contextIsolation: false } });
  list.setBounds({ x: 0, y: 0, ...window });
  list.setBackgroundColor('#00000000');
  base.contentView.addChildView(list);
  await list.webContents.loadFile(join(__dirname, 'index.html'));
  const page = new WebContentsView();
  page.setBounds(pageArea);
  base.contentView.addChildView(page);
  await page.webContents.loadURL(
    'data:text/html,<title>page</title><h1>A page</h1>' + '<p>Some words.</p>'.repeat(200),
  );
  const go = (/** @type {boolean} */ isOpen) => {
    base.contentView.addChildView(isOpen ? list : page);
    (isOpen ? list : page).webContents.focus();
    list.webContents.send('open', isOpen);
  };
  for (const { webContents } of [list, page])
    webContents.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown') return;
      const isOpening = input.control && input.key === 'k';
      if (!isOpening && input.key !== 'Escape') return;
      event.preventDefault();
      go(isOpening);
    });
  base.focus();
  page.webContents.focus();
});
app.on('window-all-closed', () => app.quit());
