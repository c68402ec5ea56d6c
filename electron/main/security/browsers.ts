import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { toBrowserPlaces, toLaunch } from '../../core/decide/browser-places';
import type { PeerPlaces } from '../../core/import/peer-folders';
import { browsers, type Browser } from '../../core/model/browser';

export interface BrowsersPort {
  readonly isThere: (path: string) => boolean;
  /** Starts a program that goes on by itself. */
  readonly start: (file: string, args: readonly string[]) => void;
}

/** The browsers of this machine that Foyer knows. */
export interface Browsers {
  readonly list: () => readonly Browser[];
  /** False where it is not there (any more). */
  readonly open: (browser: Browser, address: string) => boolean;
}

export const systemBrowsers: BrowsersPort = {
  isThere: existsSync,
  start: (file, args) => {
    const program = spawn(file, args, { detached: true, stdio: 'ignore' });
    // One that cannot be started says so here, and must not end the app.
    program.on('error', () => undefined);
    program.unref();
  },
};

/** Finds browsers anew each time: they come and go, and it is looked for seldom. */
export function createBrowsers(places: PeerPlaces, { isThere, start }: BrowsersPort): Browsers {
  const find = (browser: Browser): string | undefined => toBrowserPlaces(browser, places).find(isThere);
  return {
    list: () => browsers.filter((browser) => find(browser) !== undefined),
    open: (browser, address) => {
      const program = find(browser);
      if (program === undefined) return false;
      const { file, args } = toLaunch(places.platform, program, address);
      start(file, args);
      return true;
    },
  };
}
