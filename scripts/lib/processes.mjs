// @ts-check
import { spawn } from 'node:child_process';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

/** @type {(() => unknown)[]} */
const endings = [];
/** Process groups that must not outlive this script. @type {Set<number>} */
const groups = new Set();
const exitCodes = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
const patienceMs = 5_000;

process.once('exit', () => {
  for (const pid of groups) killGroup(pid);
});

/**
 * Has something done when a signal ends this script; what was asked for last is done first.
 * @param {() => unknown} work may give a promise
 * @returns {() => void} takes it back
 */
export function onEnd(work) {
  if (process.listenerCount('SIGINT') === 0) listen();
  endings.push(work);
  return () => {
    const index = endings.indexOf(work);
    if (index >= 0) endings.splice(index, 1);
  };
}

function listen() {
  for (const [name, code] of Object.entries(exitCodes)) {
    // A second signal finds no listener and ends at once.
    process.once(name, () => {
      void Promise.race([runEndings(), delay(2 * patienceMs)]).finally(() => process.exit(code));
    });
  }
}

async function runEndings() {
  for (const work of endings.splice(0).toReversed()) await work();
}

/** @param {number} pid */
function killGroup(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

/**
 * Starts a program in a process group of its own, which ends together with this script.
 * @param {string} command @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} options
 * @returns {{ child: import('node:child_process').ChildProcess, ended: Promise<number>, stop: () => Promise<void> }}
 *   `stop` asks the program to end, insists after five seconds, and takes with it what it has started
 */
export function startGroup(command, args, options) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    ...options,
    detached: process.platform !== 'win32',
  });
  const { pid } = child;
  if (pid !== undefined) groups.add(pid);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
  const stop = async () => {
    // The program alone is asked: Chromium hangs when its helpers get the signal too.
    child.kill('SIGTERM');
    const timer = setTimeout(() => pid !== undefined && killGroup(pid), patienceMs);
    await ended;
    clearTimeout(timer);
  };
  const forget = onEnd(stop);
  void ended.then(() => {
    forget();
    if (pid === undefined) return;
    killGroup(pid);
    groups.delete(pid);
  });
  return { child, ended, stop };
}
