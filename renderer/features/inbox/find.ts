import type { InboxEntry } from '../../../electron/core/model/inbox';
import { toStretches, type Conversation } from './grouping';
import type { FeedState } from './inbox-feed';
import { partOf } from './load-chunk';

/** Gives the conversation of that key; undefined where the list is read entry by entry. */
export function findConversation(
  { chunks, sessions, reading }: FeedState,
  key: string,
): Conversation | undefined {
  if (reading === 'time') return undefined;
  for (const [index, chunk] of chunks.entries()) {
    const stretches = toStretches(chunk.entries ?? [], sessions, partOf(chunk, index));
    const found = stretches.flatMap(({ conversations }) => conversations).find((one) => one.key === key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Gives the entry of that id, if it is held. */
export const findEntry = ({ chunks }: FeedState, id: number | undefined): InboxEntry | undefined =>
  id === undefined
    ? undefined
    : chunks.flatMap(({ entries }) => entries ?? []).find((entry) => entry.id === id);
