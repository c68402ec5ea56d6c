// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fail } from './output.mjs';
import { onEnd } from './processes.mjs';
import { findCommand } from './find-command.mjs';

const startTimeoutMs = 15_000;

/** Whether windows need a made-up screen here: Linux without X11 and without Wayland. @param {NodeJS.ProcessEnv} [env] */
export function needsVirtualDisplay(env = process.env) {
  return process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/**
 * Does the work with an environment in which windows can be shown: as it is, or with a screen of its own (Xvfb).
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @param {{ size?: string }} [options] size of the made-up screen, `1440x900x24` unless told
 * @returns {Promise<T>}
 */
export async function withDisplay(work, options = {}) {
  if (!needsVirtualDisplay()) return work(process.env);
  const display = await startXvfb(options.size ?? '1440x900x24');
  try {
    return await work({ ...process.env, DISPLAY: `:${display.number}` });
  } finally {
    display.stop();
  }
}

/** @param {string} size */
async function startXvfb(size) {
  // Xvfb picks a free number itself and tells it on descriptor 3: two at once never clash.
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'];
  const child = spawn(findCommand('Xvfb') ?? 'Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let problem = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => (problem += text));
  const forget = onEnd(() => child.kill());
  const stop = () => {
    forget();
    child.kill();
  };
  const told = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), startTimeoutMs);
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]).then(() => undefined);
  const answer = await Promise.race([
    once(told, 'data', { signal: abort.signal }).catch(() => undefined),
    ended,
  ]);
  clearTimeout(timer);
  if (answer === undefined) {
    stop();
    fail(
      `Xvfb did not start${problem && ` (${problem.trim().split('\n').at(-1)})`}`,
      'Set DISPLAY to a running X server and try again.',
    );
  }
  return { number: Number(String(answer[0]).trim()), stop };
}
