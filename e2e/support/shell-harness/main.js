// The built shell page alone in a window, under the app's own content policy, with a made-up bridge instead of main.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, protocol } from 'electron/main';

const here = dirname(fileURLToPath(import.meta.url));
const rendererFolder = join(here, '../../../out/renderer');
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
// Not awaited here: Electron becomes ready only after this module has run.
void app.whenReady().then(open);

async function open() {
  protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url);
    const body = await readFile(join(rendererFolder, pathname)).catch(() => undefined);
    if (body === undefined) return new Response('', { status: 404 });
    const type = types[pathname.slice(pathname.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return new Response(body, { headers: { 'content-type': type, 'content-security-policy': policy } });
  });
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    useContentSize: true,
    frame: false,
    webPreferences: { preload: join(here, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  await window.loadURL('app://foyer/index.html');
}
