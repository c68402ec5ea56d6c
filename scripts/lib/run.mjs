// @ts-check
import { spawn } from 'node:child_process';
import process from 'node:process';
import { Failure } from './output.mjs';
import { onEnd } from './processes.mjs';

/**
 * How a command ended. `code` is -1 when it could not be started and 128+ when a signal ended it.
 * @typedef {{ code: number, stdout: string, stderr: string, output: string }} RunResult
 */

/**
 * Runs a command to its end and gives its exit code and what it printed.
 * @param {string} command @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeoutMs?: number }} [options]
 *   `show` passes the output through instead of keeping it
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      // Windows starts npm and npx only through its shell: they are .cmd files.
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
      stdio: options.show ? ['inherit', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    const forget = onEnd(() => child.kill());
    child.once('close', forget);
    child.once('error', forget);
    const parts = { stdout: '', stderr: '', output: '' };
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      parts.stdout += text;
      parts.output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      parts.stderr += text;
      parts.output += text;
    });
    child.on('error', (error) => resolve({ ...parts, code: -1, output: parts.output + error.message }));
    child.on('close', (code, signal) => resolve({ ...parts, code: code ?? (signal ? 128 : 1) }));
  });
}

/**
 * Runs a command that must succeed and gives what it printed.
 * @param {string} command @param {readonly string[]} args
 * @param {string} whatToDo told when it fails
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function mustRun(command, args, whatToDo, options) {
  const result = await run(command, args, options);
  if (result.code !== 0) {
    const reason = lastLine(result.stderr || result.output);
    throw new Failure(`"${command} ${args.join(' ')}" failed${reason && ` (${reason})`}`, whatToDo);
  }
  return result.stdout;
}

/** The last line with something on it. @param {string} text */
export function lastLine(text) {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
