import type { Log } from '../log';

/** What opens an address outside: Electron's `shell`. */
export interface ExternalPort {
  readonly openExternal: (url: string) => Promise<void>;
}

/** Gives a function that opens http, https and mailto addresses in the system's programs; all else is refused and logged. */
export function createOpenExternal(port: ExternalPort, log: Log): (address: string) => boolean {
  return (address) => {
    const protocol = URL.canParse(address) ? new URL(address).protocol : 'none:';
    if (!['http:', 'https:', 'mailto:'].includes(protocol)) {
      log.info('refused to open outside');
      return false;
    }
    port
      .openExternal(new URL(address).href)
      .catch((error: unknown) => log.problem('could not open outside', error));
    return true;
  };
}
