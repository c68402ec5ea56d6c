// @ts-check
import { spawn } from 'node:child_process';
import process from 'node:process';

/** @type {Set<() => void>} */
const endings = new Set();
const signals = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

/**
 * Has something done when this script ends, however it ends short of being killed.
 * @param {() => void} work must not wait for anything
 * @returns {() => void} takes it back
 */
export function onEnd(work) {
  if (endings.size === 0) listen();
  endings.add(work);
  return () => endings.delete(work);
}

const runEndings = () => {
  for (const work of [...endings].reverse()) work();
  endings.clear();
};

function listen() {
  process.once('exit', runEndings);
  for (const [name, code] of Object.entries(signals)) process.once(name, () => process.exit(code));
}

/**
 * Starts a program in a process group of its own, which ends together with this script.
 * @param {string} command @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} options
 * @returns {{ child: import('node:child_process').ChildProcess, ended: Promise<number>, stop: () => void }}
 */
export function startGroup(command, args, options) {
  const ownGroup = process.platform !== 'win32';
  const child = spawn(command, args, { stdio: 'inherit', ...options, detached: ownGroup });
  const stop = () => {
    forget();
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      if (ownGroup) process.kill(-child.pid, 'SIGTERM');
      else child.kill();
    } catch {
      // It ended in this very moment.
    }
  };
  const forget = onEnd(stop);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
  void ended.then(forget);
  return { child, ended, stop };
}
