import type { Asked } from '../model/asked';

/** How long what was asked for while it was locked is still meant. */
export const WAIT_MAX_MS = 10 * 60_000;

/** What was asked for while it was locked, as it was given: what is meant by it is known when it is unlocked. */
export interface Waiting {
  readonly args: readonly string[];
  readonly atMs: number;
}

/** True for what leads somewhere: whoever asks for that sees the lock and opens it. The rest is for the moment. */
export const canWait = ({ verb }: Asked): boolean =>
  verb === 'open' || verb === 'open-page' || verb === 'add' || verb === 'compose';

/** True where it is not too long ago; of a clock that was set back nobody knows. */
export const isStillMeant = ({ atMs }: Waiting, nowMs: number): boolean =>
  nowMs >= atMs && nowMs - atMs <= WAIT_MAX_MS;
