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
/** Of a closed form, for whoever throws may have put anything there. */
const NAME = /^(?:[A-Z][A-Za-z]{0,30})?(?:Error|Exception)$/;
const CODE = /^(?:E[A-Z][A-Z0-9]{1,14}|[A-Z]{2,12}(?:_[A-Z0-9]{1,20}){1,6})$/;
/** `at what (…/out/main/file.js:1:2)` and `at …/out/main/file.js:1:2`, on any system; what pages load is none of ours. */
const FRAME =
  /^\s*at (?:(?:async |new )?([\w$.<>]{1,80})[^()]* \()?(?:file:\/\/\/|\/|[A-Za-z]:[\\/])[^()\n]*[\\/]out[\\/]main[\\/](?:chunks[\\/])?([\w.-]{1,80}\.[cm]?js):(\d{1,7}):(\d{1,7})\)?$/;

/** Gives what of an error is no content: never its message, which may hold texts, addresses and tokens. */
export function describeError(error: unknown): ToldError {
  if (typeof error === 'string') return { name: 'thrown', code: undefined, frames: framesOf(error) };
  if (!(error instanceof Error)) return { name: 'thrown', code: undefined, frames: [] };
  const code: unknown = Reflect.get(error, 'code');
  return {
    name: NAME.test(error.name) ? error.name : 'Error',
    code: typeof code === 'string' && CODE.test(code) ? code : undefined,
    frames: framesOf(withoutMessage(error)),
  };
}

/** A message may have lines that look like frames. */
function withoutMessage({ message, stack = '' }: Error): string {
  const at = message === '' ? -1 : stack.indexOf(message);
  return at < 0 ? stack : stack.slice(at + message.length);
}

function framesOf(stack: string): readonly string[] {
  const lines = stack.slice(0, 20_000).split('\n');
  const frames = lines.flatMap((line) => {
    const [, what, file, row, column] = FRAME.exec(line.slice(0, 500)) ?? [];
    return file === undefined ? [] : [`${what === undefined ? '' : `${what} `}${file}:${row}:${column}`];
  });
  return frames.slice(0, FRAMES_MAX);
}
