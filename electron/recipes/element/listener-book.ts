import type { Channel } from '../../core/model/channel';
import type { HeardNotification } from '../listening';
import { own, ownCount, ownText } from '../raw';
import { channelsOf, ownNamesOf } from './channels';
import { mentionOf } from './hint';
import type { Batch } from './listener-batch';
import { createListenedRoom, type ListenedRoom } from './listener-room';
import { textOfEvent } from './listener-text';
import { threadOf } from './listener-said';
import { judgeEvent, type Judgement } from './push-judge';

/** Whose rooms they are, and what the page was set to. */
export interface BookOwner {
  readonly userId: string;
  readonly deviceId: string;
  /** The page shows no notifications, or none with the text. */
  readonly isQuiet: boolean;
  readonly hidesText: boolean;
}

/** What an answer changed. */
export interface Taken {
  /** The ids of rooms that may be other channels now. */
  readonly changed: readonly string[];
  readonly notifications: readonly HeardNotification[];
  /** Rooms of which nothing is unread any more. */
  readonly read: readonly string[];
}

/** How an answer is to be understood: as what is known to begin with, as what was missed meanwhile, or as what comes now. */
export type TakeAs = 'known' | 'missed' | 'new';

export interface TakeMore {
  /** What came before the timelines of rooms, oldest first. */
  readonly missed?: ReadonlyMap<string, readonly unknown[]>;
  /** What was heard already, where the answer begins before. */
  readonly heard?: Heard;
}

/** Up to where all was heard: the last event of rooms, and of those of which none is known when the last of all was sent. */
export interface Heard {
  readonly atMs: number;
  readonly lastOf: (roomId: string) => string | undefined;
}

/** All rooms of a person. */
export interface RoomBook {
  readonly take: (batch: Batch, as: TakeAs, more?: TakeMore) => Taken;
  readonly roomOf: (roomId: string) => ListenedRoom | undefined;
  readonly roomIds: () => readonly string[];
  /** The channels of these rooms; one that is none is left out. */
  readonly channels: (roomIds: readonly string[]) => readonly Channel[];
  readonly ownNames: () => readonly string[];
  /** When the last of all was sent, by the server's clock; 0 where nothing was. */
  readonly lastMs: () => number;
  /** The last events of rooms, of those where something came last. */
  readonly lastIds: () => Readonly<Record<string, string>>;
}

/** Most rooms of which the last event is told, so that it can be remembered. */
const LAST_MAX = 100;
/** Longest ids of room and event together, so that all can be remembered. */
const LAST_TEXT_MAX = 140;
/** Most ids of events kept, so that none is told twice. */
const TOLD_MAX = 2000;

/** Creates an empty book; `countsHere` where the server does not count what comes. */
export function createRoomBook(owner: BookOwner, countsHere: boolean): RoomBook {
  const { userId } = owner;
  const rooms = new Map<string, ListenedRoom>();
  const told = new Set<string>();
  const notified = new Set<string>();
  const last = new Map<string, string>();
  const now: { rules: unknown; direct: unknown; isSilenced: boolean; lastMs: number } = {
    lastMs: 0,
    rules: {},
    direct: {},
    isSilenced: owner.isQuiet,
  };
  const silence = `org.matrix.msc3890.local_notification_settings.${owner.deviceId}`;

  /** True when it changes what rooms are. */
  const takeData = (event: unknown): boolean => {
    const type = ownText(event, 'type');
    const content = own(event, 'content');
    if (type === silence) now.isSilenced = owner.isQuiet || own(content, 'is_silenced') === true;
    if (type === 'm.push_rules') now.rules = own(content, 'global');
    if (type === 'm.direct') now.direct = content;
    return type === 'm.push_rules' || type === 'm.direct';
  };
  const roomFor = (roomId: string): ListenedRoom => {
    const room = rooms.get(roomId) ?? createListenedRoom(roomId, userId, countsHere);
    rooms.set(roomId, room);
    return room;
  };
  /** Like Element's list it leaves out what was given up for a room that is there. */
  const isReplaced = (roomId: string): boolean =>
    rooms.get(roomId)?.isClosed() === true && [...rooms.values()].some((room) => room.replaces() === roomId);
  const judge = (room: ListenedRoom, event: unknown): Judgement =>
    judgeEvent(now.rules, event, { roomId: room.id, userId }, room.facts());
  /** Undefined for what is not to be notified of. */
  const toNotification = (room: ListenedRoom, event: unknown): HeardNotification | undefined => {
    const messageId = ownText(event, 'event_id');
    const isGone = own(own(event, 'unsigned'), 'redacted_because') !== undefined;
    if (messageId === '' || isGone || told.has(messageId) || now.isSilenced) return undefined;
    const { notifies, isHighlight, rule } = judge(room, event);
    const sender = room.nameOf(ownText(event, 'sender'));
    const body = notifies ? textOfEvent(event, sender) : undefined;
    if (body === undefined) return undefined;
    remember(told, messageId);
    const sentAtMs = ownCount(event, 'origin_server_ts');
    const name = room.name();
    return {
      kind: 'notification',
      title: name === sender ? name : `${sender} (${name})`,
      body: owner.hidesText ? '' : body,
      tag: '',
      channelId: room.id,
      sender,
      mention: mentionOf(isHighlight, rule),
      isThreadReply: threadOf(event) !== '',
      messageId,
      sentAtMs: sentAtMs === 0 ? undefined : sentAtMs,
    };
  };
  const count = (room: ListenedRoom, events: readonly unknown[], as: TakeAs): void => {
    if (!countsHere) return;
    for (const event of events) {
      const { notifies, isHighlight } = judge(room, event);
      if (notifies) room.note(ownText(event, 'event_id'), isHighlight);
    }
    if (as !== 'new') room.settle();
  };
  const heardOf = (
    room: ListenedRoom,
    events: readonly unknown[],
    as: TakeAs,
    heard: Heard | undefined,
  ): readonly HeardNotification[] => {
    // What the server counts as read is.
    if (as === 'known' || (as === 'missed' && room.total() === 0)) return [];
    return sinceJoined(afterHeard(events, room.id, heard), userId)
      .filter((event) => !room.isRead(ownText(event, 'event_id')))
      .flatMap((event) => toNotification(room, event) ?? []);
  };

  return {
    take: (batch, as, { missed, heard } = {}) => {
      const isAll = batch.accountData.map((event) => takeData(event)).includes(true);
      const notifications: HeardNotification[] = [];
      const read: string[] = [];
      for (const part of batch.joined) {
        // Of a room that is gone there may be a receipt still.
        if (!rooms.has(part.id) && !part.isIn) continue;
        const room = roomFor(part.id);
        const before = room.total();
        const earlier = missed?.get(part.id) ?? [];
        room.take(part, earlier);
        now.lastMs = part.timeline.reduce<number>(
          (last, event) => Math.max(last, ownCount(event, 'origin_server_ts')),
          now.lastMs,
        );
        const events = [...earlier, ...part.timeline];
        noteLast(last, room.id, ownText(events.at(-1), 'event_id'));
        count(room, events, as);
        const fresh = heardOf(room, events, as, heard);
        room.tidy();
        notifications.push(...fresh);
        if (fresh.length > 0) notified.add(room.id);
        else if (room.total() === 0 && (before > 0 || notified.has(room.id)) && as === 'new') {
          notified.delete(room.id);
          read.push(room.id);
        }
      }
      for (const { id, state } of batch.invited) roomFor(id).takeInvite(state);
      for (const id of batch.left) rooms.delete(id);
      const came = [...batch.joined, ...batch.invited].map(({ id }) => id);
      const touched = came.flatMap((id) => [id, rooms.get(id)?.replaces() ?? '']).filter((id) => id !== '');
      return {
        changed: isAll ? [...rooms.keys(), ...batch.left] : [...touched, ...batch.left],
        notifications,
        read,
      };
    },
    roomOf: (roomId) => rooms.get(roomId),
    roomIds: () => [...rooms.keys()],
    lastMs: () => now.lastMs,
    lastIds: () => Object.fromEntries(last),
    channels: (roomIds) =>
      channelsOf({
        rooms: roomIds.flatMap((id) => (isReplaced(id) ? [] : (rooms.get(id)?.raw() ?? []))),
        direct: now.direct,
        rules: now.rules,
      }),
    ownNames: () => {
      const displayName = [...rooms.values()].map((room) => room.ownName()).find((name) => name !== '');
      return ownNamesOf({ userId, displayName, rules: now.rules });
    },
  };
}

function remember(ids: Set<string>, id: string): void {
  ids.add(id);
  const oldest = ids.size > TOLD_MAX ? ids.values().next().value : undefined;
  if (oldest !== undefined) ids.delete(oldest);
}

function noteLast(last: Map<string, string>, roomId: string, eventId: string): void {
  if (eventId === '' || roomId.length + eventId.length > LAST_TEXT_MAX) return;
  last.delete(roomId);
  last.set(roomId, eventId);
  const oldest = last.size > LAST_MAX ? last.keys().next().value : undefined;
  if (oldest !== undefined) last.delete(oldest);
}

function afterHeard(
  events: readonly unknown[],
  roomId: string,
  heard: Heard | undefined,
): readonly unknown[] {
  if (heard === undefined) return events;
  const lastId = heard.lastOf(roomId);
  const at = events.findLastIndex((event) => ownText(event, 'event_id') === lastId);
  return at === -1
    ? events.filter((event) => ownCount(event, 'origin_server_ts') > heard.atMs)
    : events.slice(at + 1);
}

/** What was said before the person came is nothing new to them. */
export function sinceJoined(events: readonly unknown[], userId: string): readonly unknown[] {
  return events.slice(events.findLastIndex((event) => isJoining(event, userId)) + 1);
}

/** True for the event by which the person came in, not for a change of their name. */
export function isJoining(event: unknown, userId: string): boolean {
  return (
    ownText(event, 'type') === 'm.room.member' &&
    ownText(event, 'state_key') === userId &&
    ownText(own(event, 'content'), 'membership') === 'join' &&
    ownText(own(own(event, 'unsigned'), 'prev_content'), 'membership') !== 'join'
  );
}
