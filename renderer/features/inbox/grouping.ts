import { isDirectKind, type ChannelKind } from '../../../electron/core/model/channel';
import type { InboxEntry, InboxSession } from '../../../electron/core/model/inbox';

/** What one conversation had in one stretch of time, the oldest first. */
export interface Conversation {
  readonly key: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly channelId: string | null;
  readonly channelName: string | null;
  readonly channelKind: ChannelKind;
  readonly entries: readonly InboxEntry[];
  readonly unread: number;
}

/** A stretch of time: since the person came back, one in which they were here, or one in which they were away. */
export interface Stretch {
  readonly key: string;
  readonly kind: 'now' | 'here' | 'away';
  readonly fromMs: number;
  /** Undefined where it goes on, or where nobody knows when it ended. */
  readonly toMs: number | undefined;
  readonly conversations: readonly Conversation[];
}

type Sessions = Readonly<Record<number, InboxSession>>;
type Place = Omit<Stretch, 'conversations'>;

/**
 * Gives entries, the newest first, by stretch of time and in each by conversation, the most important first. `part`
 * tells the keys of entries apart that were loaded in several runs.
 */
export function toStretches(
  entries: readonly InboxEntry[],
  sessions: Sessions,
  part = '',
): readonly Stretch[] {
  const inPlaces = entries.map((entry) => ({ entry, place: placeOf(entry, sessions[entry.sessionId]) }));
  return groupBy(inPlaces, ({ place }) => place.key).map(([key, group]) => {
    const own = group.map(({ entry }) => entry);
    const { kind, fromMs, toMs } = group[0].place;
    return { key, kind, fromMs, toMs, conversations: toConversations(own, part + key) };
  });
}

/** Gives what has the same key together, in the order in which the first of each comes. */
function groupBy<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly [string, readonly [T, ...T[]]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups];
}

function placeOf({ sessionId, atMs }: InboxEntry, session: InboxSession | undefined): Place {
  const cameMs = session?.cameMs ?? atMs;
  const leftMs = session?.leftMs ?? undefined;
  if (leftMs === undefined)
    return {
      key: `${sessionId}`,
      kind: session === undefined ? 'here' : 'now',
      fromMs: cameMs,
      toMs: undefined,
    };
  return atMs < leftMs
    ? { key: `${sessionId}`, kind: 'here', fromMs: cameMs, toMs: leftMs }
    : { key: `${sessionId}-away`, kind: 'away', fromMs: leftMs, toMs: undefined };
}

function toConversations(entries: readonly InboxEntry[], stretchKey: string): readonly Conversation[] {
  return groupBy(entries, ({ serviceId, channelId }) => `${stretchKey}/${serviceId}/${channelId ?? ''}`)
    .map(([key, newestFirst]) => toConversation(key, newestFirst))
    .toSorted(byImportance);
}

function toConversation(key: string, newestFirst: readonly [InboxEntry, ...InboxEntry[]]): Conversation {
  const { serviceId, serviceName, channelId, channelName, channelKind } = newestFirst[0];
  return {
    key,
    serviceId,
    serviceName,
    channelId,
    channelName,
    channelKind,
    entries: newestFirst.toReversed(),
    unread: newestFirst.filter((entry) => !entry.isRead).length,
  };
}

/** Direct ones, then those that name the person, then those that name everybody, then the rest; the newest first. */
function byImportance(a: Conversation, b: Conversation): number {
  return rankOf(a) - rankOf(b) || lastMs(b) - lastMs(a);
}

function rankOf({ channelKind, entries }: Conversation): number {
  if (isDirectKind(channelKind)) return 0;
  if (entries.some(({ mention }) => mention === 'personal')) return 1;
  return entries.some(({ mention }) => mention === 'group') ? 2 : 3;
}

const lastMs = ({ entries }: Conversation): number => entries.at(-1)?.atMs ?? 0;

/** Longest time between two messages that read as one. */
const JOINED_MS = 10 * 60_000;

/** True when an entry reads on from the one before it: the same sender, soon after. */
export function isJoined(before: InboxEntry | undefined, entry: InboxEntry): boolean {
  if (before === undefined) return false;
  return (
    headOf(before) === headOf(entry) &&
    entry.atMs - before.atMs < JOINED_MS &&
    new Date(before.atMs).getDate() === new Date(entry.atMs).getDate()
  );
}

/** Gives who or what an entry is from, as it is named on top of it. */
export const headOf = ({ sender, title, channelName, serviceName }: InboxEntry): string =>
  [sender, title, channelName].find((name) => name !== null && name !== '') ?? serviceName;

/** How many entries of a conversation are drawn until more are wanted: the latest, and from the first unread on up to more. */
const SHOWN = 5;
const UNREAD_SHOWN = 12;

/** Gives how many of a conversation's entries, the oldest first, are left out until more are wanted. */
export function countHidden(entries: readonly InboxEntry[]): number {
  const firstUnread = entries.findIndex(({ isRead }) => !isRead);
  const unread = firstUnread === -1 ? 0 : entries.length - firstUnread;
  const most = Math.max(SHOWN, Math.min(unread, UNREAD_SHOWN));
  // One that is left out would take as much room as saying so.
  return entries.length <= most + 1 ? 0 : entries.length - most;
}
