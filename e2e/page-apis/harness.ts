import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { electronBinary } from '../support/electron-binary';
import { launchElectron, sandboxArgs } from '../support/electron-launch';
import type { Harness } from './harness-main';
import type { WakeAnswer } from './harness-wake';

const root = path.resolve(import.meta.dirname, '../..');
const pagesFolder = path.join(import.meta.dirname, 'pages');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Serves the test pages on loopback: `http://127.0.0.1:<port>` and, as another origin, `http://127.0.0.2:<port>`. */
export interface PageServer {
  readonly origin: string;
  readonly foreign: string;
}

export interface Bench {
  readonly app: ElectronApplication;
  /** Opens a page as a service and gives Playwright's hold of it. */
  readonly open: (url: string, serviceId?: string) => Promise<Page>;
  readonly heard: (kind?: string) => Promise<Harness['heard']>;
  readonly refused: () => Promise<Harness['refused']>;
}

async function bundle(entry: string, name: string, outDir: string, format: 'cjs' | 'es'): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      outDir,
      emptyOutDir: false,
      minify: true,
      target: 'chrome130',
      lib: { entry: path.join(root, entry), formats: [format], fileName: () => name },
      rollupOptions: { external: [/^electron/, /^node:/] },
    },
  });
}

/** Bundles the real preloads and the harness's main, minified as the strictest case, into a folder of its own. */
async function bundleAll(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'foyer-page-apis-'));
  await bundle('electron/preload/service.ts', 'service.cjs', folder, 'cjs');
  await bundle('electron/preload/service-worker.ts', 'service-worker.cjs', folder, 'cjs');
  await bundle('e2e/page-apis/harness-main.ts', 'main.mjs', folder, 'es');
  await bundle('e2e/page-apis/harness-wake.ts', 'wake.mjs', folder, 'es');
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'page-apis', version: '1.0.0', main: 'main.mjs' }),
  );
  return folder;
}

function servePages(): Server {
  return createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname.slice(1) || 'blank.html';
    try {
      const body = readFileSync(path.join(pagesFolder, path.basename(name)));
      response.setHeader('content-type', types[path.extname(name)] ?? 'text/plain');
      if (name.startsWith('strict'))
        response.setHeader('content-security-policy', "default-src 'none'; script-src 'unsafe-inline'");
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

export const test = base.extend<{ bench: Bench }, { folder: string; server: PageServer }>({
  folder: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const folder = await bundleAll();
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const server = servePages();
      await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      await use({ origin: `http://127.0.0.1:${port}`, foreign: `http://127.0.0.2:${port}` });
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  bench: async ({ folder }, use) => {
    const userData = mkdtempSync(path.join(tmpdir(), 'foyer-page-apis-data-'));
    const args = [`--user-data-dir=${userData}`, folder];
    const app = await launchElectron({ args });
    await app.evaluate(async () => {
      while (!('harness' in globalThis)) await new Promise((resolve) => setImmediate(resolve));
    });
    const open = async (url: string, serviceId = 'one'): Promise<Page> => {
      const appeared = app.waitForEvent('window', (page) => page.url() !== '');
      const id = await app.evaluate((_, given) => globalThis.harness.open(given.serviceId, given.url), {
        url,
        serviceId,
      });
      await appeared;
      const page = app.windows().find((window) => window.url() === url);
      if (page === undefined) throw new Error(`no page ${url} (webContents ${id})`);
      return page;
    };
    await use({
      app,
      open,
      heard: (kind) =>
        app.evaluate(
          (_, given) =>
            globalThis.harness.heard.filter(({ message }) => given === undefined || message.kind === given),
          kind,
        ),
      refused: () => app.evaluate(() => globalThis.harness.refused),
    });
    await app.evaluate(({ app: running }) => running.exit(0)).catch(() => undefined);
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  },
});

/** Runs a bundled main of its own, without Playwright's debuggers, and gives the JSON it answers with. */
export async function runAlone(folder: string, main: string, page: string): Promise<WakeAnswer> {
  const userData = mkdtempSync(path.join(tmpdir(), 'foyer-page-apis-data-'));
  const args = [...sandboxArgs, `--user-data-dir=${userData}`, path.join(folder, main)];
  const env = { ...process.env, FOYER_PAGE: page };
  const { stdout } = await promisify(execFile)(electronBinary(), args, { env, timeout: 30_000 });
  rmSync(userData, { recursive: true, force: true });
  const line = stdout.split('\n').find((each) => each.startsWith('ANSWER '));
  if (line === undefined) throw new Error(`no answer: ${stdout}`);
  return JSON.parse(line.slice('ANSWER '.length)) as WakeAnswer;
}
