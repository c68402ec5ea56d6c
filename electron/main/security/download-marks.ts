import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { toDownloadMark, type DownloadOrigin } from '../../core/decide/to-download-mark';
import type { Log } from '../log';
import type { Platform } from '../platform';

/** What writes marks: programs of the system, and the file system. */
export interface MarkPort {
  /** Runs a program, never through a shell; rejects where there is none or it fails. */
  readonly run: (program: string, args: readonly string[]) => Promise<void>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
}

/** How long a program of the system's may take. */
const PATIENCE_MS = 5_000;

/** The port to the real system. */
export const systemMarkPort: MarkPort = {
  run: (program, args) =>
    new Promise((resolve, reject) => {
      execFile(program, [...args], { timeout: PATIENCE_MS, windowsHide: true }, (error) =>
        error === null ? resolve() : reject(error),
      );
    }),
  writeFile: (path, text) => writeFile(path, text),
};

/** The programs that write an attribute, in the order they are tried; Node itself cannot. */
function toCalls(
  platform: Platform,
  path: string,
  name: string,
  value: string,
): readonly (readonly [program: string, ...args: string[]])[] {
  if (platform === 'darwin') return [['/usr/bin/xattr', '-w', name, value, path]];
  const inGio = `xattr::${name.replace(/^user\./, '')}`;
  return [
    ['setfattr', '-n', name, '-v', value, path],
    // GLib's own, there on every desktop; `local` keeps it from asking anybody else.
    ['env', 'GIO_USE_VFS=local', 'gio', 'set', '-t', 'string', path, inGio, value],
  ];
}

/** Gives a function that marks a finished download as one from the internet; it never fails, but tells the log once. */
export function createDownloadMarker(
  platform: Platform,
  port: MarkPort,
  log: Pick<Log, 'problem'>,
): (path: string, origin: DownloadOrigin) => Promise<void> {
  const told = new Set<string>();
  const setAttribute = async (path: string, name: string, value: string): Promise<void> => {
    const failures: unknown[] = [];
    for (const [program, ...args] of toCalls(platform, path, name, value)) {
      try {
        return await port.run(program, args);
      } catch (error) {
        failures.push(error);
      }
    }
    throw failures[0];
  };
  return async (path, origin) => {
    const mark = toDownloadMark(platform, origin);
    try {
      if (mark.kind === 'stream') return await port.writeFile(path + mark.suffix, mark.text);
      for (const [name, value] of Object.entries(mark.attributes)) await setAttribute(path, name, value);
    } catch (error) {
      // Of a file system without attributes there is nothing new to say each time; a message may name the file.
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      if (!told.has(code)) log.problem(`download not marked: ${code.slice(0, 40)}`);
      told.add(code);
    }
  };
}
