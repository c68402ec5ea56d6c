import type { Persisted } from '../../core/model/persisted';

/** Called when a command begins; what it gives is awaited before the command is answered. */
export type WhenKept = () => () => Promise<void>;

/**
 * Has the answer of a command wait until what the command has set is on the disk, or is told not to be. Where a person only
 * looked, at another service or from another place of the screen, nothing waits. Rule K21 of `docs/spec/storage.md`.
 */
export function createKeptAnswers(getPersisted: () => Persisted, keep: () => Promise<void>): WhenKept {
  return () => {
    const before = getPersisted();
    return async () => {
      if (!isSetAlike(before, getPersisted())) await keep();
    };
  };
}

/** Nothing is acknowledged of where the window stands, of what is up, and of what beside it or in a window of its own. */
const lookedAt: ReadonlySet<string> = new Set<keyof Persisted>([
  'window',
  'activeServiceId',
  'activeWorkspaceId',
  'split',
  'ownWindows',
]);

const isSetAlike = (before: Persisted, after: Persisted): boolean =>
  before === after ||
  Object.entries(after).every(
    ([name, value]) => lookedAt.has(name) || value === before[name as keyof Persisted],
  );
