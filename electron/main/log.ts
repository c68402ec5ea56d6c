import { describeError, type ToldError } from './told-error';

/**
 * Where problems and refusals are written. `text` is ours and never holds what people wrote; of an error only its kind, its
 * code and where it was thrown are taken, for its message may hold anything.
 */
export interface Log {
  readonly info: (text: string) => void;
  readonly problem: (text: string, error?: unknown) => void;
}

/** One entry. */
export interface LogEntry {
  readonly atMs: number;
  readonly text: string;
  readonly error: ToldError | undefined;
}

/** A log, and what was written to it last. */
export interface KeptLog extends Log {
  /** Oldest first. */
  readonly recent: () => readonly LogEntry[];
}

/** Most entries that are kept for the diagnostics. */
export const RECENT_MAX = 200;

/** Gives a log that hands on each entry. */
export function createLog(write: (entry: LogEntry, error: unknown) => void, nowMs: () => number): KeptLog {
  const recent: LogEntry[] = [];
  const put = (text: string, error: unknown): void => {
    const entry = { atMs: nowMs(), text, error: error === undefined ? undefined : describeError(error) };
    recent.push(entry);
    if (recent.length > RECENT_MAX) recent.shift();
    write(entry, error);
  };
  return {
    info: (text) => put(text, undefined),
    problem: (text, error) => put(text, error),
    recent: () => [...recent],
  };
}

/** Gives an entry as lines of the log file. */
export const toLines = ({ atMs, text, error }: LogEntry): string =>
  `${new Date(atMs).toISOString()} ${text}${error === undefined ? '' : `: ${toText(error)}`}\n`;

/** Gives an entry as it is seen by whoever develops the app, with all that is known of the error. */
export function toDevLine({ text }: LogEntry, error: unknown): string {
  if (error === undefined) return `[foyer] ${text}\n`;
  const said =
    error instanceof Error ? (error.stack ?? error.message) : typeof error === 'string' ? error : 'thrown';
  return `[foyer] ${text}: ${said}\n`;
}

const toText = ({ name, code, frames }: ToldError): string =>
  [code === undefined ? name : `${name} ${code}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
