// A page in a view and nothing else: what a download costs in Electron itself.
const { app, BaseWindow, WebContentsView } = require('electron/main');
const { join } = require('node:path');

const window = { width: 1200, height: 800 };

void app.whenReady().then(async () => {
  const base = new BaseWindow(window);
  const { contentView } = base;
  const page = new WebContentsView();
  page.setBounds({ x: 0, y: 0, ...window });
  contentView.addChildView(page);
  page.webContents.session.on('will-download', (_event, item) =>
    item.setSavePath(join(process.env['BARE_FOLDER'] ?? app.getPath('temp'), item.getFilename())),
  );
  await page.webContents.loadURL(process.env['BARE_URL'] ?? 'about:blank');
});
app.on('window-all-closed', () => app.quit());
