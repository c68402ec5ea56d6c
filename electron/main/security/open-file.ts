import { basename } from 'node:path';
import { toDownloadRisk } from '../../core/decide/to-download-risk';
import type { Log } from '../log';

/** What opens and shows files outside: Electron's `shell`. */
export interface FilePort {
  /** Gives the reason why it could not; empty where it could. */
  readonly openPath: (path: string) => Promise<string>;
  readonly showItemInFolder: (path: string) => void;
}

/** Opens files in the system's programs, but none that would do something: such are shown where they are, instead. */
export function createOpenFile(port: FilePort, log: Log): (path: string) => void {
  return (path) => {
    if (toDownloadRisk(basename(path)) !== undefined) return port.showItemInFolder(path);
    void port
      .openPath(path)
      .then((reason) => {
        if (reason !== '') log.info('a file could not be opened');
      })
      .catch((error: unknown) => log.problem('could not open a file', error));
  };
}
