import { messageLimits } from '../../core/ipc/service-limits';
import type { Channel, ChannelKind } from '../../core/model/channel';
import type { Level } from '../../core/model/rule';
import { decodedPart, own, ownCount, ownList, ownText } from '../raw';
import type { Adapter, AdapterReport } from '../types';
import { addAsking } from './probe-asking';
import { addBook } from './probe-book';
import { addBridge } from './probe-bridge';
import { addMissed } from './probe-missed';
import { probe } from './probe';
import { addReading } from './probe-reading';
import { addServer } from './probe-server';

const CONNECTIONS = ['live', 'polling', 'lost'] as const;
const MESSAGE_KINDS = ['personal', 'group', 'none'] as const;

/** Rocket.Chat 2 and later. */
export const adapter: Adapter = {
  probe: [addBridge, addServer, addBook, addAsking, addMissed, addReading, probe],
  hasServerIds: true,
  read: (raw): AdapterReport => {
    const isSignedIn = own(raw, 'isSignedIn');
    if (typeof isSignedIn !== 'boolean') throw new Error('nothing about who is signed in');
    const title = ownText(raw, 'title') || ownText(own(raw, 'settings'), 'Site_Name');
    const version = ownText(raw, 'version');
    return {
      isSignedIn,
      channels: ownList(raw, 'rooms').flatMap((room) => toChannel(room, raw)),
      openChannelId: openRoomOf(raw),
      abilities: {
        canOpen: true,
        canMarkRead: true,
        mutes: ['all', 'mentions', 'none'],
        ownNames: ownNamesOf(raw),
      },
      server: {
        name: title === '' ? 'Rocket.Chat' : title,
        version: version === '' ? undefined : version,
      },
      connection: CONNECTIONS.find((kind) => kind === own(raw, 'connection')),
    };
  },
  hint: ({ tag }, raw) => {
    const heard =
      tag === '' ? undefined : ownList(raw, 'heard').findLast((one) => ownText(one, 'id') === tag);
    if (heard === undefined) return undefined;
    const sender = ownText(heard, 'from');
    const mention = ownText(heard, 'mention');
    return {
      channelId: ownText(heard, 'rid'),
      messageId: tag,
      sender: sender === '' ? undefined : sender,
      mention: MESSAGE_KINDS.find((kind) => kind === mention),
      isThreadReply: ownText(heard, 'tmid') !== '',
    };
  },
  toOrder: (wish, raw) => {
    const room = ownList(raw, 'rooms').find((one) => ownText(one, 'rid') === wish.channelId);
    if (room === undefined) return undefined;
    if (wish.kind === 'read') return { read: wish.channelId };
    if (wish.kind === 'mute') return { mute: wish.channelId, to: toForm(room, wish.level, raw) };
    const path = routes[ownText(room, 't')];
    return path === undefined
      ? undefined
      : { open: `${path}/${encodeURIComponent(wish.channelId)}${placeOf(wish.messageId, raw)}` };
  },
};

/** All of them take a room's id in the place of its name. */
const routes: Readonly<Record<string, string | undefined>> = {
  c: '/channel',
  p: '/group',
  d: '/direct',
  l: '/live',
};

/** The room that the page's path leads to, by name or by id. */
function openRoomOf(raw: unknown): string | undefined {
  const [, kind = '', part = ''] = ownText(raw, 'path').split('/');
  const name = decodedPart(part);
  if (name === '') return undefined;
  const rooms = ownList(raw, 'rooms').filter((room) => routes[ownText(room, 't')] === `/${kind}`);
  const found =
    rooms.find((room) => ownText(room, 'rid') === name) ??
    rooms.find((room) => ownText(room, 'name') === name);
  return found === undefined ? undefined : ownText(found, 'rid');
}

/** The thread a message is in, where that is known, and the message. */
function placeOf(messageId: string | undefined, raw: unknown): string {
  if (messageId === undefined) return '';
  const heard = ownList(raw, 'heard').findLast((one) => ownText(one, 'id') === messageId);
  const thread = ownText(heard, 'tmid');
  const path = thread === '' ? '' : `/thread/${encodeURIComponent(thread)}`;
  return `${path}?msg=${encodeURIComponent(messageId)}`;
}

function toChannel(room: unknown, raw: unknown): readonly Channel[] {
  const rid = ownText(room, 'rid');
  const kind = kindOf(room);
  if (rid === '') throw new Error('a room without id');
  // Hidden rooms are in no list, and what is said there brings them back.
  if (kind === undefined || own(room, 'open') === false || own(room, 'archived') === true) return [];
  const atMs = ownCount(room, 'atMs');
  return [
    {
      id: rid.slice(0, messageLimits.channelId),
      name: nameOf(room, raw).slice(0, messageLimits.channelName),
      kind,
      ...countsOf(room, kind, raw),
      muted: isMuted(room),
      favourite: own(room, 'f') === true,
      lastActivityMs: atMs === 0 ? undefined : atMs,
      notifiesMentionsOnly: wishOf(room, raw) === 'mentions',
    },
  ];
}

function kindOf(room: unknown): ChannelKind | undefined {
  switch (ownText(room, 't')) {
    case 'c':
      return 'public';
    case 'p':
      return 'private';
    case 'd':
      return ownCount(room, 'people') > 2 ? 'group' : 'direct';
    // One visitor, to whom the person talks.
    case 'l':
      return 'direct';
    default:
      return undefined;
  }
}

/** As it is on screen (`roomTypes` of the web client). */
function nameOf(room: unknown, raw: unknown): string {
  const settings = own(raw, 'settings');
  const byTitle =
    ownText(room, 'prid') !== '' ||
    own(
      settings,
      ownText(room, 't') === 'd' ? 'UI_Use_Real_Name' : 'UI_Allow_room_names_with_special_chars',
    ) === true;
  const name = ownText(room, 'name');
  return (byTitle ? ownText(room, 'fname') : '') || name || ownText(room, 'fname') || ownText(room, 'rid');
}

/** What the web client counts of a room (`getSubscriptionUnreadData.ts`); its dot is one that nobody counted. */
function countsOf(room: unknown, kind: ChannelKind, raw: unknown): Pick<Channel, 'unread' | 'mentions'> {
  const counted = ownCount(room, 'unread');
  const threads = ownCount(room, 'tunread');
  const named = ownCount(room, 'userMentions') + ownCount(room, 'groupMentions');
  const namedInThreads = ownCount(room, 'tunreadUser') + ownCount(room, 'tunreadGroup');
  const isHidden = own(room, 'hideUnreadStatus') === true;
  if (isHidden) {
    const mentions = own(room, 'hideMentionStatus') === true ? 0 : named + namedInThreads;
    return { unread: mentions, mentions };
  }
  const countSetting = ownText(own(raw, 'settings'), 'Unread_Count');
  // Where the server counts nothing but mentions, the count is right before the server has said how many there are.
  const countsMentions = countSetting !== '' && countSetting !== 'all_messages';
  const isForMe = kind === 'direct' || kind === 'group' || countsMentions;
  const mentions = (isForMe ? Math.max(counted, named) : named) + namedInThreads;
  return { unread: Math.max(counted + threads, mentions, hasDot(room, raw) ? 1 : 0), mentions };
}

function hasDot(room: unknown, raw: unknown): boolean {
  const wish = ownText(room, 'unreadAlert');
  if (own(room, 'alert') !== true || wish === 'nothing') return false;
  return wish === 'all' || own(own(raw, 'me'), 'unreadAlert') !== false;
}

/** Of what the desktop is notified there: the room's own setting, else the person's. */
const wishOf = (room: unknown, raw: unknown): string =>
  ownText(room, 'desktopNotifications') || ownText(own(raw, 'me'), 'desktopNotifications');

/** A person who wants no notifications anywhere has muted no room. */
const isMuted = (room: unknown): boolean =>
  own(room, 'disableNotifications') === true ||
  (ownText(room, 'desktopNotifications') === 'nothing' && ownText(room, 'desktopPrefOrigin') !== 'user');

/** What `rooms.saveNotification` is given; nothing is touched that need not be. */
function toForm(room: unknown, level: Level, raw: unknown): Readonly<Record<string, string>> {
  if (level === 'none') return { disableNotifications: '1' };
  const wanted = level === 'all' ? 'all' : 'mentions';
  const wish = wishOf(room, raw);
  const isAsWanted = wish === wanted || (wish === '' && level === 'all');
  return {
    disableNotifications: '0',
    ...(isAsWanted ? {} : { desktopNotifications: wanted, mobilePushNotifications: wanted }),
  };
}

function ownNamesOf(raw: unknown): readonly string[] {
  const me = own(raw, 'me');
  const words = own(me, 'highlights');
  const all: readonly unknown[] = [
    ownText(me, 'username'),
    ownText(me, 'name'),
    ...(Array.isArray(words) ? words : []),
  ];
  return [...new Set(all.filter((name): name is string => typeof name === 'string' && name.trim() !== ''))];
}
