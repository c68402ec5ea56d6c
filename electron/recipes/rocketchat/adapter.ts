import type { Level } from '../../core/model/rule';
import { decodedPart, encodedPart, own, ownList, ownText } from '../raw';
import type { Adapter, AdapterReport } from '../types';
import { addAsking } from './probe-asking';
import { addBook } from './probe-book';
import { addBridge } from './probe-bridge';
import { addMissed } from './probe-missed';
import { probe } from './probe';
import { addReading } from './probe-reading';
import { addServer } from './probe-server';
import { readOwnNames, readRoom, wishOf } from './read-rooms';

const CONNECTIONS = ['live', 'polling', 'lost'] as const;
const MESSAGE_KINDS = ['personal', 'group', 'none'] as const;

/** Rocket.Chat 2 and later. */
export const adapter: Adapter = {
  probe: [addBridge, addServer, addBook, addAsking, addMissed, addReading, probe],
  hasServerIds: true,
  read: (raw): AdapterReport => {
    const isSignedIn = own(raw, 'isSignedIn');
    // What is notified before is known by then all the same.
    if (isSignedIn === undefined && ownList(raw, 'heard').length > 0) return { isSignedIn };
    if (typeof isSignedIn !== 'boolean') throw new Error('nothing about who is signed in');
    const title = ownText(raw, 'title') || ownText(own(raw, 'settings'), 'Site_Name');
    const version = ownText(raw, 'version');
    return {
      isSignedIn,
      channels: ownList(raw, 'rooms').flatMap((room) => readRoom(room, raw)),
      openChannelId: openRoomOf(raw),
      abilities: {
        canOpen: true,
        canMarkRead: true,
        mutes: ['all', 'mentions', 'none'],
        ownNames: readOwnNames(raw),
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
    const path = routes.get(ownText(room, 't'));
    return path === undefined
      ? undefined
      : { open: `${path}/${encodedPart(wish.channelId)}${placeOf(wish.messageId, raw)}` };
  },
  toPresenceOrder: (presence) => ({ presence }),
};

/** All of them take a room's id in the place of its name. */
const routes: ReadonlyMap<string, string> = new Map([
  ['c', '/channel'],
  ['p', '/group'],
  ['d', '/direct'],
  ['l', '/live'],
]);

/** The room that the page's path leads to, by name or by id. */
function openRoomOf(raw: unknown): string | undefined {
  const [, kind = '', part = ''] = ownText(raw, 'path').split('/');
  const name = decodedPart(part);
  if (name === '') return undefined;
  const rooms = ownList(raw, 'rooms').filter((room) => routes.get(ownText(room, 't')) === `/${kind}`);
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
  const path = thread === '' ? '' : `/thread/${encodedPart(thread)}`;
  return `${path}?msg=${encodedPart(messageId)}`;
}

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
