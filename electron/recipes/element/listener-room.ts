import { own, ownText } from '../raw';
import { textsOf, type RoomPart } from './listener-batch';
import { createRoomCounter, type Counts } from './listener-count';
import { memberName, roomName, type Member } from './listener-names';
import {
  addReceipts,
  addSaid,
  isRead,
  type ReadTo,
  type Said,
  unreadMessages,
  withoutRead,
} from './listener-said';
import { isKeptState } from './listener-wants';
import type { PushFacts } from './push-conditions';

/** Most members kept of a room; the server sends those who say something. */
const MEMBERS_MAX = 300;

/** A room as a listener knows it. */
export interface ListenedRoom {
  readonly id: string;
  readonly isJoined: () => boolean;
  /** Takes the state that comes with an invitation. */
  readonly takeInvite: (state: readonly unknown[]) => void;
  /** Takes what is new. `missed` came between what was known and the timeline, oldest first. */
  readonly take: (part: RoomPart, missed?: readonly unknown[]) => void;
  /** Takes members of whom nothing was known. */
  readonly meet: (state: readonly unknown[]) => void;
  /** Notes that an event is to be notified, for rooms that are counted here. */
  readonly note: (eventId: string, isHighlight: boolean) => void;
  /** Counts again what is older than what is known, by what the server counted last. */
  readonly settle: () => void;
  /** Forgets what nothing counts by any more. */
  readonly tidy: () => void;
  readonly total: () => number;
  readonly isKnown: (eventId: string) => boolean;
  readonly isRead: (eventId: string) => boolean;
  /** The room that this one was made to replace; empty where it was made anew. */
  readonly replaces: () => string;
  /** It was given up for another. */
  readonly isClosed: () => boolean;
  /** As the probe tells of a room. */
  readonly raw: () => object;
  readonly name: () => string;
  readonly nameOf: (userId: string) => string;
  /** What the person calls themselves there; empty where it is not known. */
  readonly ownName: () => string;
  readonly facts: () => PushFacts;
}

/** Creates a room of which nothing is known yet; `countsHere` where the server does not count what comes. */
export function createListenedRoom(id: string, userId: string, countsHere: boolean): ListenedRoom {
  const counter = countsHere ? createRoomCounter(userId) : undefined;
  const state = new Map<string, unknown>();
  const members = new Map<string, Member>();
  const now: {
    membership: string;
    own: unknown;
    said: readonly Said[];
    readTo: ReadTo;
    heroes: readonly string[] | undefined;
    joinedCount: number | undefined;
    invitedCount: number | undefined;
    counts: Counts;
    /** The last event that the server counted. */
    countedTo: string;
    creators: readonly string[];
    isMarked: boolean;
    isFavourite: boolean;
  } = {
    isMarked: false,
    isFavourite: false,
    countedTo: '',
    creators: [],
    membership: '',
    own: undefined,
    said: [],
    readTo: new Map(),
    heroes: undefined,
    joinedCount: undefined,
    invitedCount: undefined,
    counts: { total: 0, highlight: 0 },
  };

  const takeMember = (event: unknown): void => {
    const content = own(event, 'content');
    const memberId = ownText(event, 'state_key');
    const membership = ownText(content, 'membership');
    if (memberId === userId) {
      now.own = toOwnMember(event);
      now.membership = membership;
    }
    members.delete(memberId);
    members.set(memberId, { userId: memberId, displayName: ownText(content, 'displayname'), membership });
    const oldest = members.size > MEMBERS_MAX ? members.keys().next().value : undefined;
    if (oldest !== undefined) members.delete(oldest);
  };
  const takeState = (events: readonly unknown[]): void => {
    for (const event of events) {
      const key = own(event, 'state_key');
      const type = ownText(event, 'type');
      if (typeof key !== 'string') continue;
      if (type === 'm.room.member') takeMember(event);
      else if (key === '' && isKeptState(type)) state.set(type, own(event, 'content'));
      if (type === 'm.room.create') now.creators = creatorsOf(event);
    }
  };
  const takeData = (type: string, content: unknown): void => {
    if (type === 'm.marked_unread') now.isMarked = own(content, 'unread') === true;
    if (type === 'm.tag') now.isFavourite = own(own(content, 'tags'), 'm.favourite') !== undefined;
  };
  const of = (type: string, name: string): string => ownText(state.get(type), name);
  const count = (membership: string): number =>
    [...members.values()].filter((one) => one.membership === membership).length;
  const joinedCount = (): number => now.joinedCount ?? count('join');
  const people = (): number => joinedCount() + (now.invitedCount ?? count('invite'));
  const ownName = (): string => ownText(own(now.own, 'content'), 'displayname');
  const counts = (): Counts => counter?.count(now.said, now.readTo) ?? now.counts;
  const saidOf = (eventId: string): Said | undefined => now.said.find((one) => one.id === eventId);

  return {
    id,
    isJoined: () => now.membership === 'join',
    takeInvite: (events) => {
      takeState(events);
      now.membership = 'invite';
    },
    take: (part, missed = []) => {
      for (const events of [missed, part.state, part.timeline]) takeState(events);
      if (part.isIn) now.membership = 'join';
      now.said = addSaid(now.said, [...missed, ...part.timeline]);
      now.readTo = addReceipts(now.readTo, part.receipts, userId);
      for (const event of part.accountData) takeData(ownText(event, 'type'), own(event, 'content'));
      now.heroes = part.heroes ?? now.heroes;
      now.joinedCount = part.joinedCount ?? now.joinedCount;
      now.invitedCount = part.invitedCount ?? now.invitedCount;
      now.counts = part.counts ?? now.counts;
      if (part.counts !== undefined) now.countedTo = now.said.at(-1)?.id ?? '';
    },
    meet: (events) => {
      takeState(events.filter((event) => !members.has(ownText(event, 'state_key'))));
    },
    note: (eventId, isHighlight) => counter?.note(eventId, isHighlight),
    settle: () => counter?.settle(now.counts, now.countedTo, now.said, now.readTo),
    tidy: () => {
      if (!countsHere) now.said = withoutRead(now.said, now.readTo, userId);
    },
    total: () => counts().total,
    isKnown: (eventId) => saidOf(eventId) !== undefined,
    isRead: (eventId) => {
      const one = saidOf(eventId);
      return one !== undefined && isRead(now.said, now.readTo, one);
    },
    replaces: () => ownText(own(state.get('m.room.create'), 'predecessor'), 'room_id'),
    isClosed: () => state.has('m.room.tombstone'),
    raw: () => ({
      id,
      ...counts(),
      name: nameOfRoom(),
      membership: now.membership,
      isSpace: of('m.room.create', 'type') === 'm.space',
      joinRule: of('m.room.join_rules', 'join_rule'),
      directFrom: inviterOf(now.own),
      people: people(),
      messages: unreadMessages(now.said, now.readTo, userId),
      isMarked: now.isMarked,
      isFavourite: now.isFavourite,
      isEncrypted: state.has('m.room.encryption'),
      lastMs: now.said.findLast(({ thread }) => thread === '')?.atMs ?? 0,
    }),
    name: () => nameOfRoom(),
    nameOf: (memberId) => memberName(memberId, members),
    ownName,
    facts: () => ({
      displayName: ownName(),
      joinedCount: joinedCount(),
      powerLevels: state.get('m.room.power_levels'),
      creators: now.creators,
    }),
  };

  function nameOfRoom(): string {
    return roomName({
      name: of('m.room.name', 'name'),
      alias: of('m.room.canonical_alias', 'alias'),
      heroes: now.heroes,
      otherCount: Math.max(0, people() - 1),
      members,
      userId,
    });
  }
}

/** What is kept of the person's own member event. */
const toOwnMember = (event: unknown): object => ({
  sender: ownText(event, 'sender'),
  content: own(event, 'content'),
  unsigned: own(event, 'unsigned'),
});

/** The first version of rooms whose makers stand above all. */
const CREATORS_SINCE = 12;

function creatorsOf(create: unknown): readonly string[] {
  const content = own(create, 'content');
  if (!(Number(ownText(content, 'room_version')) >= CREATORS_SINCE)) return [];
  return [ownText(create, 'sender'), ...(textsOf(own(content, 'additional_creators')) ?? [])];
}

/** Who invited the person to it as a direct conversation; empty where nobody did. */
function inviterOf(member: unknown): string {
  const content = own(member, 'content');
  const unsigned = own(member, 'unsigned');
  const [invite, sender] =
    ownText(content, 'membership') === 'join'
      ? [own(unsigned, 'prev_content'), ownText(unsigned, 'prev_sender')]
      : [content, ownText(member, 'sender')];
  const isDirect = ownText(invite, 'membership') === 'invite' && own(invite, 'is_direct') === true;
  return isDirect ? sender : '';
}
