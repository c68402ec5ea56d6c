import { dirname } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { electronBinary } from './electron-binary';

/**
 * Starts Electron under Playwright. Given an `executablePath` Playwright leaves out the loader that holds the app back
 * until it is connected, and one start in twenty never comes to an end; so the `electron` package has to find the binary.
 */
export function launchElectron(options: {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}): Promise<ElectronApplication> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= dirname(electronBinary());
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({
    args: [...sandbox, ...options.args],
    ...(options.env === undefined ? {} : { env: { ...options.env } }),
  });
}
