/** What is told of an error. */
export interface ToldError {
  /** `TypeError`; `thrown` for what is no error. */
  readonly name: string;
  /** `ENOSPC`, `ERR_INVALID_URL`. */
  readonly code: string | undefined;
  /** Where it was thrown, the innermost first: functions and files of the app, without the folders they lie in. */
  readonly frames: readonly string[];
}

const FRAMES_MAX = 8;
const NAME = /^[A-Z][A-Za-z]{0,39}$/;
const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;
/** `at what (…/folder/file.js:1:2)` and `at …/folder/file.js:1:2`, of files that are scripts. */
const FRAME =
  /^\s*at (?:(?:async |new )?([\w$.<>]{1,80})[^()]* \()?[^()\n]*?([\w.-]{1,80}\.(?:[cm]?js|tsx?)):(\d{1,7}):(\d{1,7})\)?$/;

/** Gives what of an error is no content: never its message, which may hold texts, addresses and tokens. */
export function describeError(error: unknown): ToldError {
  if (typeof error === 'string') return { name: 'thrown', code: undefined, frames: framesOf(error) };
  if (!(error instanceof Error)) return { name: 'thrown', code: undefined, frames: [] };
  const code: unknown = Reflect.get(error, 'code');
  return {
    name: NAME.test(error.name) ? error.name : 'Error',
    code: typeof code === 'string' && CODE.test(code) ? code : undefined,
    frames: framesOf(error.stack ?? ''),
  };
}

function framesOf(stack: string): readonly string[] {
  const lines = stack.slice(0, 20_000).split('\n');
  const frames = lines.flatMap((line) => {
    const [, what, file, row, column] = FRAME.exec(line.slice(0, 500)) ?? [];
    return file === undefined ? [] : [`${what === undefined ? '' : `${what} `}${file}:${row}:${column}`];
  });
  return frames.slice(0, FRAMES_MAX);
}
