import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface ProcessOptions {
  /** What error messages call it. */
  readonly name: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Give up root for this account. Ignored when we are not root. */
  readonly runAs?: { readonly user: string; readonly group: string };
  /** What it reads from its standard input, which then ends; it ends at once when left out. */
  readonly input?: string;
  /** Opens file descriptor 3 for what the program reports there; read it with `report`. */
  readonly hasReportPipe?: boolean;
}

export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  /** Everything it printed so far, both streams, the last 64 kB. */
  output(): string;
  /** The first line it wrote to file descriptor 3. */
  readonly report: Promise<string>;
  /** Settles with "code 0" or "signal SIGTERM" when it is gone. */
  readonly exited: Promise<string>;
  hasExited(): boolean;
  /** Asks it to end, insists after three seconds, returns when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const OUTPUT_LIMIT = 64 * 1024;
const PATIENCE_MS = 3000;
const SETPRIV = '/usr/bin/setpriv';

/** Starts a program that ends with us: the kernel signals it even when this process is killed outright. */
export function startProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
): RunningProcess {
  const [file, ...rest] = tied(command, args, options);
  const child = spawn(file, rest, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: [
      options.input === undefined ? 'ignore' : 'pipe',
      'pipe',
      'pipe',
      options.hasReportPipe ? 'pipe' : 'ignore',
    ],
  });
  // One that ends without having read it says so by how it ends.
  child.stdin?.on('error', () => undefined).end(options.input);
  let output = '';
  let isGone = false;
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-OUTPUT_LIMIT));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  void exited.then(() => {
    isGone = true;
    process.removeListener('exit', endWithUs);
  });
  return {
    name: options.name,
    pid: child.pid ?? -1,
    output: () => output,
    report: firstLine(child, exited, options.name),
    exited,
    hasExited: () => isGone,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const isEnded = await Promise.race([
        exited.then(() => true),
        pause(PATIENCE_MS, false, { ref: false }),
      ]);
      if (!isEnded) child.kill('SIGKILL');
      await exited;
    },
  };
}

function tied(command: string, args: readonly string[], options: ProcessOptions): [string, ...string[]] {
  if (!existsSync(SETPRIV)) return [command, ...args];
  const account =
    options.runAs && process.getuid?.() === 0
      ? ['--reuid', options.runAs.user, '--regid', options.runAs.group, '--clear-groups']
      : [];
  return [SETPRIV, ...account, '--pdeathsig', 'TERM', command, ...args];
}

function firstLine(child: ChildProcess, exited: Promise<string>, name: string): Promise<string> {
  const pipe = child.stdio[3];
  const line = new Promise<string>((resolve, reject) => {
    if (!pipe || !('read' in pipe)) return;
    let text = '';
    pipe.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    void exited.then((how) => reject(new Error(`${name} ended (${how}) before it reported.`)));
  });
  line.catch(() => undefined); // nobody may be waiting for it
  return line;
}

/**
 * Returns when `probe` says yes.
 * @throws when the process ends first or `timeoutMs` passes; the message carries what it printed.
 */
export async function waitUntilReady(
  running: RunningProcess,
  probe: () => Promise<boolean>,
  timeoutMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await probe())) {
    if (running.hasExited()) {
      throw new Error(`${running.name} ended (${await running.exited}) at start.\n${running.output()}`);
    }
    if (Date.now() > deadline) {
      throw new Error(`${running.name} was not ready in ${timeoutMs} ms.\n${running.output()}`);
    }
    await pause(15);
  }
}
