import { join } from 'node:path';

/** Gives the Electron to test on: the one the set-up names, else the one it keeps in its cache. */
export function electronBinary(): string {
  const dist =
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(import.meta.dirname, '../../.cache/electron');
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  return process.platform === 'darwin'
    ? join(dist, 'Electron.app/Contents/MacOS/Electron')
    : join(dist, name);
}
