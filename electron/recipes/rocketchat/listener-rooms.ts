import type { Channel, ChannelId } from '../../core/model/channel';
import { own, ownText } from '../raw';
import { readRoom } from './read-rooms';

/** What is kept of a room: what its channel needs, and what says whether a missed message is one to tell of. */
export interface Room {
  readonly rid: string;
  /** Of the subscription, for what is gone is named by it. */
  readonly id: string;
  /** As `readRoom` reads it. */
  readonly read: Readonly<Record<string, unknown>>;
  /** Threads with something unread. */
  readonly threads: readonly string[];
  /** Whom the person ignores there. */
  readonly ignored: readonly string[];
  readonly muteGroupMentions: boolean;
  /** When the person last saw it; 0 where they never did. */
  readonly seenMs: number;
  /** When the server last changed anything of it. */
  readonly changedMs: number;
}

/** What the room itself says, for all who are in it. */
interface Facts {
  readonly people?: number | undefined;
  /** When something was last said there. */
  readonly atMs?: number | undefined;
}

/** All rooms of the person. */
export interface Rooms {
  readonly get: (rid: string) => Room | undefined;
  /** How many are in it; 0 where nobody said. */
  readonly peopleIn: (rid: string) => number;
  /** When something was last said there, or changed for the person. */
  readonly movedMs: (rid: string) => number;
  readonly all: () => readonly Room[];
  /** Takes a subscription; an older one than there is counts for nothing. Gives the room it is of. */
  readonly learnSubscription: (said: unknown) => string | undefined;
  readonly learnRoom: (said: unknown) => string | undefined;
  /** Gives the room that is left. */
  readonly forget: (said: unknown) => string | undefined;
  /** A room that somebody wrote in and nothing was said of yet. */
  readonly guess: (rid: string, type: string, name: string) => void;
  /** The room as a channel; undefined where it is in no list. */
  readonly toChannel: (rid: ChannelId, raw: unknown) => Channel | undefined;
}

const KEPT = [
  ['rid', 't', 'name', 'fname', 'prid', 'open', 'archived', 'alert', 'unread', 'unreadAlert', 'f'],
  ['userMentions', 'groupMentions', 'disableNotifications', 'desktopNotifications', 'desktopPrefOrigin'],
  ['hideUnreadStatus', 'hideMentionStatus'],
].flat();
const THREADS = ['tunread', 'tunreadUser', 'tunreadGroup'];
const TEXTS_MAX = 100;

/** Creates an empty one. */
export function createRooms(): Rooms {
  const rooms = new Map<string, Room>();
  const facts = new Map<string, Facts>();
  const guesses = new Set<string>();
  return {
    get: (rid) => rooms.get(rid),
    peopleIn: (rid) => facts.get(rid)?.people ?? 0,
    movedMs: (rid) => Math.max(facts.get(rid)?.atMs ?? 0, rooms.get(rid)?.changedMs ?? 0),
    all: () => [...rooms.values()],
    learnSubscription: (said) => {
      const rid = ownText(said, 'rid');
      if (rid === '') return undefined;
      const before = rooms.get(rid);
      const changedMs = timeOf(said, '_updatedAt');
      if (before !== undefined && changedMs !== 0 && changedMs < before.changedMs && !guesses.has(rid))
        return undefined;
      guesses.delete(rid);
      rooms.set(rid, toRoom(rid, said));
      return rid;
    },
    learnRoom: (said) => {
      const rid = ownText(said, '_id');
      if (rid === '') return undefined;
      const before = facts.get(rid);
      const uids = own(said, 'uids');
      const people = Array.isArray(uids) ? uids.length : before?.people;
      const atMs = Math.max(timeOf(said, 'lm') || timeOf(said, 'ts'), before?.atMs ?? 0);
      facts.set(rid, { people, atMs });
      return people === before?.people && atMs === before?.atMs ? undefined : rid;
    },
    forget: (said) => {
      const [id, rid] = [ownText(said, '_id'), ownText(said, 'rid')];
      const room = rooms.get(rid) ?? [...rooms.values()].find((one) => one.id === id && id !== '');
      if (room === undefined) return undefined;
      rooms.delete(room.rid);
      facts.delete(room.rid);
      return room.rid;
    },
    guess: (rid, t, name) => {
      guesses.add(rid);
      rooms.set(rid, toRoom(rid, { rid, t, name, alert: true, open: true }));
    },
    toChannel: (rid, raw) => {
      const room = rooms.get(rid);
      return room === undefined ? undefined : readRoom({ ...room.read, ...facts.get(rid) }, raw)[0];
    },
  };
}

function toRoom(rid: string, said: unknown): Room {
  const read: Record<string, unknown> = {};
  for (const name of KEPT) {
    const value = own(said, name);
    // What is as everywhere takes no room.
    if (value !== undefined && value !== null && value !== 0 && value !== '') read[name] = value;
  }
  for (const name of THREADS) {
    const count = textsOf(own(said, name)).length;
    if (count > 0) read[name] = count;
  }
  return {
    rid,
    id: ownText(said, '_id'),
    read,
    threads: textsOf(own(said, 'tunread')),
    ignored: textsOf(own(said, 'ignored')),
    muteGroupMentions: own(said, 'muteGroupMentions') === true,
    seenMs: timeOf(said, 'ls'),
    changedMs: timeOf(said, '_updatedAt'),
  };
}

const NONE: readonly string[] = [];

/** Texts of a list that are not empty. */
export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) && value.length > 0
    ? value.filter((one): one is string => typeof one === 'string' && one !== '').slice(0, TEXTS_MAX)
    : NONE;

/** A time in ms, as DDP writes it or REST; 0 where there is none. */
export function timeOf(owner: unknown, name: string): number {
  const value = own(owner, name);
  const ms = typeof value === 'string' ? Date.parse(value) : own(value, '$date');
  return typeof ms === 'number' && Number.isFinite(ms) && ms > 0 ? ms : 0;
}
