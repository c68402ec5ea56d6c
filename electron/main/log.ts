import { createOftenGate } from './log-often';
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

/** Most entries that are kept for the diagnostics: hours of a calm day, and more than a page that storms can push out. */
export const RECENT_MAX = 400;

/** Where entries go: `show` to whoever watches the app run, `keep` to the disk. */
export interface LogPort {
  readonly show: (entry: LogEntry, error: unknown) => void;
  readonly keep: (entry: LogEntry) => void;
}

/** Gives a log that hands on each entry; of what comes too often, it is kept how often. */
export function createLog({ show, keep }: LogPort, nowMs: () => number): KeptLog {
  const recent: LogEntry[] = [];
  const oftenOf = createOftenGate();
  const put = (text: string, thrown: unknown): void => {
    const atMs = nowMs();
    const error = thrown === undefined ? undefined : describeError(thrown);
    show({ atMs, text, error }, thrown);
    const keptBack = oftenOf([text, error?.name, error?.code, error?.frames[0]].join(' '), atMs);
    if (keptBack === undefined) return;
    const entry = {
      atMs,
      text: keptBack === 0 ? text : `${text} (and ${keptBack} more like it before)`,
      error,
    };
    recent.push(entry);
    if (recent.length > RECENT_MAX) recent.shift();
    keep(entry);
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
