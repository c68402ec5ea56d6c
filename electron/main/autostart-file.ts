import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './store/write-whole';

/** Puts what a Linux desktop is to start with the session into a folder of settings, or takes it away. */
export function putAutostart(settingsFolder: string, fileName: string, text: string | undefined): void {
  const file = join(settingsFolder, 'autostart', fileName);
  if (text === undefined) rmSync(file, { force: true });
  else writeWhole(file, Buffer.from(text));
}
