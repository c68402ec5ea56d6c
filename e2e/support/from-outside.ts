import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { electronBinary } from './electron-binary.js';
import { sandboxArgs } from './electron-launch.js';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** How a program that was run ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface FromOutside {
  /** Runs the app again with these arguments, as a person does in a terminal, and waits until it has ended. */
  readonly cli: (...args: readonly string[]) => Promise<Ended>;
  /** Calls a verb on the session bus by systemd's own tool. */
  readonly bus: (member: string, signature: string, ...args: readonly string[]) => Promise<string>;
}

/** Gives the ways to a running app of a profile that other programs have. */
export function fromOutside(profile: string, env: Readonly<Record<string, string>>): FromOutside {
  const dbus = ['app.foyer.Foyer', '/app/foyer/Foyer', 'app.foyer.Foyer1'];
  return {
    cli: (...args) =>
      new Promise((resolve) => {
        const child = spawn(electronBinary(), [...sandboxArgs, root, `--user-data-dir=${profile}`, ...args], {
          env: { ...env },
        });
        const said = { out: '', err: '' };
        child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
        child.once('close', (code) => resolve({ code, ...said }));
      }),
    bus: async (member, signature, ...args) => {
      const typed = signature === '' ? [] : [signature, ...args];
      const { stdout } = await run('busctl', ['--user', 'call', ...dbus, member, ...typed], {
        env: { ...env },
      });
      return stdout;
    },
  };
}
