/** Where problems and refusals are written. Lines never hold what people wrote. */
export interface Log {
  readonly info: (text: string) => void;
  readonly problem: (text: string, error?: unknown) => void;
}

/** Gives a log that writes one line per entry to a stream, e.g. standard error. */
export function createLog(write: (line: string) => void): Log {
  return {
    info: (text) => write(`[foyer] ${text}\n`),
    problem: (text, error) => write(`[foyer] ${text}${error === undefined ? '' : `: ${describe(error)}`}\n`),
  };
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
