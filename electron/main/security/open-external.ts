import type { Browser } from '../../core/model/browser';
import type { Log } from '../log';
import type { Browsers } from './browsers';

/** What opens an address outside: Electron's `shell`. */
export interface ExternalPort {
  readonly openExternal: (url: string) => Promise<void>;
}

/** Opens an address in the system's programs, or in a certain browser; false for what is never opened. */
export type OpenExternal = (address: string, browser?: Browser) => boolean;

/**
 * Gives a function that opens http, https and mailto addresses in the system's programs; all else is refused and logged. A
 * browser that is not there, or does not start, gives way to the system's.
 */
export function createOpenExternal(
  port: ExternalPort,
  browsers: Pick<Browsers, 'open'>,
  log: Log,
): OpenExternal {
  return (address, browser) => {
    const protocol = URL.canParse(address) ? new URL(address).protocol : 'none:';
    if (!['http:', 'https:', 'mailto:'].includes(protocol)) {
      log.info('refused to open outside');
      return false;
    }
    const { href } = new URL(address);
    const bySystem = (): void =>
      void port.openExternal(href).catch((error: unknown) => log.problem('could not open outside', error));
    const isTaken = browser !== undefined && protocol !== 'mailto:' && browsers.open(browser, href, bySystem);
    if (!isTaken) bySystem();
    return true;
  };
}
