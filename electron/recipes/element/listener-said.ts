import { own, ownCount, ownText } from '../raw';

/** What is kept of an event: enough to know what was read and how much was not. */
export interface Said {
  readonly id: string;
  readonly sender: string;
  readonly atMs: number;
  /** Counts where it was not read: no edit, nothing that was taken back. */
  readonly isMessage: boolean;
  /** Of which thread it is; empty for what is in none. */
  readonly thread: string;
  readonly isGone: boolean;
}

/** Most events that are kept of a room. */
const SAID_MAX = 300;

/** The id of the thread's root where an event answers in one; empty for the root itself. */
export function threadOf(event: unknown): string {
  const relation = own(own(event, 'content'), 'm.relates_to');
  if (ownText(relation, 'rel_type') !== 'm.thread') return '';
  const root = ownText(relation, 'event_id');
  return root === ownText(event, 'event_id') ? '' : root;
}

export function toSaid(event: unknown): Said {
  const type = ownText(event, 'type');
  const content = own(event, 'content');
  const isEdit = ownText(own(content, 'm.relates_to'), 'rel_type') === 'm.replace';
  const isGone = own(own(event, 'unsigned'), 'redacted_because') !== undefined;
  return {
    id: ownText(event, 'event_id'),
    sender: ownText(event, 'sender'),
    atMs: ownCount(event, 'origin_server_ts'),
    isMessage: (type === 'm.room.message' || type === 'm.room.encrypted') && !isEdit && !isGone,
    thread: threadOf(event),
    isGone,
  };
}

/** Adds events, oldest first; of what was known the later place counts. What was taken back is no message any more. */
export function addSaid(known: readonly Said[], events: readonly unknown[]): readonly Said[] {
  const added = events.map((event) => toSaid(event)).filter(({ id }) => id !== '');
  const ids = new Set(added.map(({ id }) => id));
  const gone = new Set(
    events
      .filter((event) => ownText(event, 'type') === 'm.room.redaction')
      .map((event) => ownText(event, 'redacts') || ownText(own(event, 'content'), 'redacts')),
  );
  const without = (one: Said): Said => ({ ...one, isMessage: false, isGone: true });
  return [...known.filter(({ id }) => !ids.has(id)), ...added]
    .slice(-SAID_MAX)
    .map((one) => (gone.has(one.id) ? without(one) : one));
}

/** The events that a person read to, by kind of receipt and thread. */
export type ReadTo = ReadonlyMap<string, string>;

const KINDS = ['m.read', 'm.read.private'] as const;

/** `thread` is empty for a receipt of all, `main` for what is in no thread. */
const toKey = (kind: string, thread: string): string => `${kind} ${thread}`;

/** Adds what receipts of a person say. */
export function addReceipts(known: ReadTo, receipts: readonly unknown[], userId: string): ReadTo {
  const read = new Map(known);
  for (const content of receipts) {
    if (typeof content !== 'object' || content === null) continue;
    for (const [eventId, kinds] of Object.entries(content)) {
      for (const kind of KINDS) {
        const mine = own(own(kinds, kind), userId);
        if (mine !== undefined) read.set(toKey(kind, ownText(mine, 'thread_id')), eventId);
      }
    }
  }
  return read;
}

/** Says whether an event was read, as far as what is known of the room tells. */
export function isRead(said: readonly Said[], readTo: ReadTo, one: Said): boolean {
  const at = said.indexOf(one);
  const covers = (thread: string): boolean =>
    KINDS.some((kind) => {
      const eventId = readTo.get(toKey(kind, thread));
      return eventId !== undefined && said.findIndex(({ id }) => id === eventId) >= at;
    });
  return at !== -1 && (covers('') || covers(one.thread === '' ? 'main' : one.thread));
}

/** How much others said in no thread since the person read or said something there. */
export function unreadMessages(said: readonly Said[], readTo: ReadTo, userId: string): number {
  const main = said.filter(({ thread }) => thread === '');
  const last = main.findLastIndex((one) => one.sender === userId || isRead(said, readTo, one));
  return main.slice(last + 1).filter(({ isMessage }) => isMessage).length;
}

/** Most of what was read that is kept. */
const READ_MAX = 5;

/** Leaves out what was read long ago: nothing counts by it any more. */
export function withoutRead(said: readonly Said[], readTo: ReadTo, userId: string): readonly Said[] {
  const last = said.findLastIndex(
    (one) => one.thread === '' && (one.sender === userId || isRead(said, readTo, one)),
  );
  return last < READ_MAX ? said : said.slice(Math.min(last, said.length - READ_MAX));
}

/** What others said that was not read: in each thread what came after the person read or said something there. */
export function unreadOf(said: readonly Said[], readTo: ReadTo, userId: string): readonly Said[] {
  const answered = new Map<string, number>();
  for (const [at, one] of said.entries()) if (one.sender === userId) answered.set(one.thread, at);
  return said.filter(
    (one, at) =>
      one.sender !== userId &&
      !one.isGone &&
      at > (answered.get(one.thread) ?? -1) &&
      !isRead(said, readTo, one),
  );
}
