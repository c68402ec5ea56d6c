import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { toBrowserPlaces, toLaunch } from '../../core/decide/browser-places';
import type { PeerPlaces } from '../../core/import/peer-folders';
import { browsers, type Browser } from '../../core/model/browser';

export interface BrowsersPort {
  /** True where a program is, not merely something of its name. */
  readonly isThere: (path: string) => boolean;
  /** Starts a program that goes on by itself. False where it cannot be; `fail` is called where that shows later. */
  readonly start: (file: string, args: readonly string[], fail: () => void) => boolean;
}

/** The browsers of this machine that Foyer knows. */
export interface Browsers {
  readonly list: () => readonly Browser[];
  /** False where it is not there (any more) or takes no such address; `fail` is called where that shows later. */
  readonly open: (browser: Browser, address: string, fail: () => void) => boolean;
}

/** Programs of macOS are folders. */
export const systemBrowsers = (platform: PeerPlaces['platform']): BrowsersPort => ({
  isThere: (path) => {
    try {
      const found = statSync(path, { throwIfNoEntry: false });
      return platform === 'darwin' ? found?.isDirectory() === true : found?.isFile() === true;
    } catch {
      return false;
    }
  },
  start: (file, args, fail) => {
    try {
      const program = spawn(file, args, { detached: true, stdio: 'ignore' });
      program.on('error', fail);
      program.unref();
      return true;
    } catch {
      // An address may be longer than what the system hands to programs.
      return false;
    }
  },
});

/** Finds browsers anew each time: they come and go, and it is looked for seldom. */
export function createBrowsers(
  places: PeerPlaces,
  { isThere, start }: BrowsersPort = systemBrowsers(places.platform),
): Browsers {
  const find = (browser: Browser): string | undefined => toBrowserPlaces(browser, places).find(isThere);
  return {
    list: () => browsers.filter((browser) => find(browser) !== undefined),
    open: (browser, address, fail) => {
      const program = find(browser);
      if (program === undefined) return false;
      const { file, args } = toLaunch(places.platform, program, address);
      return start(file, args, fail);
    },
  };
}
