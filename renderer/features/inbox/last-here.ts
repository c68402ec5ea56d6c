import type { InboxPageAnswer } from '../../../electron/core/ipc/answers';

/** Asks for the newest entry, or the newest before a moment. */
type AskNewest = (beforeMs: number | undefined) => Promise<InboxPageAnswer>;

/**
 * Gives when the person was last here before they came back now: when they went away. Undefined where the inbox
 * does not go back so far.
 */
export async function findLastHereMs(ask: AskNewest): Promise<number | undefined> {
  const newest = await newestSession(ask, undefined);
  if (newest === undefined) return undefined;
  // Nothing has come since they came back: the newest entry is of the stretch before.
  if (newest.leftMs !== null) return newest.leftMs;
  const before = await newestSession(ask, newest.cameMs);
  return before === undefined ? undefined : (before.leftMs ?? newest.cameMs);
}

async function newestSession(ask: AskNewest, beforeMs: number | undefined) {
  const answer = await ask(beforeMs);
  if (answer.kind === 'failed') return undefined;
  const [entry] = answer.value.entries;
  return answer.value.sessions.find(({ id }) => id === entry?.sessionId);
}
