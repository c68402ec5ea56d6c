// @ts-check
import process from 'node:process';

/** A failure that is expected to happen on some machines: told in one line, without a stack trace. */
export class Failure extends Error {
  /** @param {string} message what went wrong @param {string} whatToDo what the reader does next */
  constructor(message, whatToDo) {
    super(`${message}. ${whatToDo}`);
    this.name = 'Failure';
  }
}

/**
 * Ends the step with a failure.
 * @param {string} message what went wrong, without a full stop
 * @param {string} whatToDo what the reader does next
 * @returns {never}
 */
export function fail(message, whatToDo) {
  throw new Failure(message, whatToDo);
}

/** Says what is going on; on stderr, so that stdout stays for results. @param {string} text */
export function say(text) {
  process.stderr.write(`foyer: ${text}\n`);
}

/**
 * Runs a long step and says how it goes: a line at the start, one every 15 s, one at the end.
 * @template T
 * @param {string} title @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startMs = Date.now();
  const seconds = () => `${((Date.now() - startMs) / 1000).toFixed(0)} s`;
  say(`${title} …`);
  const timer = setInterval(() => say(`${title}: still at it after ${seconds()}`), 15_000);
  try {
    const result = await work();
    say(`${title}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a script's main function and turns its end into an exit code.
 * @param {() => Promise<number | void>} main gives the exit code; nothing means 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${describe(error)}\n`);
  }
}

/** What to print for an error: one line when it was expected, all that is known when it was not. @param {unknown} error */
export function describe(error) {
  if (error instanceof Failure) return `foyer: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
