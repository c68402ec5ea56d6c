import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { createFolder, removeFolder } from './managed.js';
import { SERVERS_FOLDER } from './packages.js';

export interface PlainBrowser {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Goes to that origin with localStorage filled before the page's first script. */
  open(url: string, storage?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

/**
 * The Electron that the set-up has got for us.
 * @throws when there is none, with what to run.
 */
export function electronExecutable(): string {
  const path =
    process.env['ELECTRON_EXEC_PATH'] ??
    join(dirname(dirname(SERVERS_FOLDER)), '.cache', 'electron', 'electron');
  if (!existsSync(path)) throw new Error(`There is no Electron at ${path}. Run: node scripts/setup.mjs`);
  return path;
}

/** A bare Electron window with a profile of its own, to see a page by itself. */
export async function startPlainBrowser(env: Readonly<Record<string, string>>): Promise<PlainBrowser> {
  const profile = await createFolder('browser');
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      '--password-store=basic',
      join(SERVERS_FOLDER, 'fixtures', 'browser'),
    ],
    env: { ...env },
  });
  const page = await app.firstWindow();
  return {
    app,
    page,
    open: async (url, storage) => {
      if (storage) {
        const { origin } = new URL(url);
        await page.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
        await page.goto(`${origin}/`);
        await page.evaluate(
          (items) => Object.entries(items).forEach((pair) => localStorage.setItem(...pair)),
          storage,
        );
        await page.unroute(`${origin}/`);
      }
      await page.goto(url);
    },
    close: async () => {
      await app.close();
      await removeFolder(profile);
    },
  };
}
