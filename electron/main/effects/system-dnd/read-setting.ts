import { execFile } from 'node:child_process';

/** How long `gsettings` may take. */
const PATIENCE_MS = 5_000;

/**
 * Gives what GLib's own `gsettings get` prints: the person's value, the distribution's, or the schema's. `undefined`
 * when there is no such setting, no such program, or no answer in time.
 */
export function readSetting(
  schema: string,
  key: string,
  env?: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      'gsettings',
      ['get', schema, key],
      { timeout: PATIENCE_MS, windowsHide: true, ...(env === undefined ? {} : { env }) },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    );
  });
}
