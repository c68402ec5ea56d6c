import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Persisted } from '../../electron/core/model/persisted';
import { launchElectron } from './electron-launch';
import { writeSeed } from './seed';

/** The running app. */
export interface Foyer {
  readonly app: ElectronApplication;
  /** The shell's own page. */
  readonly shell: Page;
  readonly profile: string;
  /** What main wrote to standard error so far. */
  readonly log: () => string;
  /** The page of a service, by its address; waits until it is there. */
  readonly servicePage: (urlPart: string | RegExp) => Promise<Page>;
  /** Ends the app as a person would; the profile stays. */
  readonly quit: () => Promise<void>;
}

export interface FoyerOptions {
  /** Environment with display and session bus. */
  readonly env: Readonly<Record<string, string>>;
  /** Profile folder; a fresh one when left out. */
  readonly profile?: string;
  readonly seed?: Partial<Persisted>;
  readonly args?: readonly string[];
  /** Scripts that Electron loads before the app. */
  readonly scripts?: readonly string[];
}

const root = join(import.meta.dirname, '../..');

/** Makes a profile folder of its own. */
export const createProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'foyer-profile-'));

/** Removes a profile folder. */
export const removeProfile = (profile: string): Promise<void> =>
  rm(profile, { recursive: true, force: true, maxRetries: 3 });

/** Starts the built app in the real Electron and waits for its shell. */
export async function startFoyer(options: FoyerOptions): Promise<Foyer> {
  const { scripts = [] } = options;
  const profile = options.profile ?? (await createProfile());
  if (options.seed !== undefined) writeSeed(profile, options.seed);
  const app = await launchElectron({
    args: [
      ...scripts.flatMap((file) => ['-r', file]),
      root,
      `--user-data-dir=${profile}`,
      '--lang=en-US',
      ...(options.args ?? []),
    ],
    env: options.env,
  });
  const lines: string[] = [];
  let mayEnd = false;
  app.process().stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  app.process().once('exit', (code, signal) => {
    // What a test sees of a crash is only that the page is gone.
    if (!mayEnd && signal !== null && signal !== 'SIGKILL') {
      process.stderr.write(`The app ended by ${signal} (code ${code}):\n${lines.join('').slice(-4000)}\n`);
    }
  });
  const find = (fits: (url: string) => boolean): Page | undefined =>
    app.windows().find((page) => fits(page.url()));
  const wait = async (what: string, fits: (url: string) => boolean): Promise<Page> => {
    await expect
      .poll(() => find(fits) !== undefined, { message: `a page of ${what}`, timeout: 20_000 })
      .toBe(true);
    const page = find(fits);
    if (page === undefined) throw new Error(`the page of ${what} went away`);
    return page;
  };
  const shell = await wait('the shell', (url) => url.startsWith('app://foyer/'));
  await shell.waitForLoadState();
  return {
    app,
    shell,
    profile,
    log: () => lines.join(''),
    servicePage: (part) =>
      wait(String(part), (url) => (typeof part === 'string' ? url.includes(part) : part.test(url))),
    quit: async () => {
      mayEnd = true;
      await app.close();
    },
  };
}
