import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { electronBinary } from './electron-binary';

/** Chromium refuses to run its sandbox as root, and must have it as anybody else. */
export const sandboxArgs: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Starts Electron under Playwright. Given an `executablePath` Playwright leaves out the loader that holds the app back
 * until it is connected, and one start in twenty never comes to an end; so the `electron` package has to find the binary.
 */
export function launchElectron(options: {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}): Promise<ElectronApplication> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= dirname(electronBinary());
  return _electron.launch({
    args: [...sandboxArgs, ...options.args],
    ...(options.env === undefined ? {} : { env: { ...options.env } }),
  });
}

/** The app, started without Playwright. */
export interface RunningAlone {
  /** What it wrote on stderr so far. */
  readonly log: () => string;
  /** Settles once it is gone, with its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it at once, as nobody would. */
  readonly kill: () => void;
  /** Ends it; returns once it is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts the app as a person would: Playwright, its pages' dialogs and focus included, is not in it. */
export function startAlone(options: {
  readonly env: Readonly<Record<string, string>>;
  readonly profile: string;
  readonly args?: readonly string[];
}): RunningAlone {
  const { env, profile, args = [] } = options;
  const root = join(import.meta.dirname, '../..');
  const app = spawn(electronBinary(), [...sandboxArgs, ...args, root, `--user-data-dir=${profile}`], {
    env: { ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  app.stderr.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const ended = new Promise<number | null>((resolve) => app.once('exit', resolve));
  return {
    log: () => lines.join(''),
    ended,
    kill: () => void app.kill('SIGKILL'),
    stop: async () => {
      app.kill();
      await ended;
    },
  };
}
