import type { Mention } from '../../core/model/message';
import type { HeardNotification } from '../listening';
import { encodedPart, own, ownText } from '../raw';
import type { Person } from './listener-person';
import { textsOf, timeOf, type Room, type Rooms } from './listener-rooms';
import { wishOf } from './read-rooms';

/** What notifications are made from. */
interface Known {
  readonly base: string;
  readonly person: Person;
  readonly rooms: Rooms;
}

/** Reads what the server sends to desktops; undefined where the page would show nothing. As the web client words it. */
export function readNotification(said: unknown, known: Known, nowMs: number): HeardNotification | undefined {
  const payload = own(said, 'payload');
  const [id, rid] = [ownText(payload, '_id'), ownText(payload, 'rid')];
  if (rid === '') return undefined;
  const message = own(payload, 'message');
  const isSealed = ownText(message, 't') === 'e2e';
  const text = ownText(message, 'msg');
  const sender = own(payload, 'sender');
  return {
    kind: 'notification',
    title: ownText(said, 'title') || ownText(payload, 'name') || nameOf(sender, known),
    // What is sealed the page alone can read.
    body: isSealed ? '' : ownText(said, 'text').replaceAll(/<[^>]*>/g, ''),
    iconUrl: iconOf(ownText(said, 'icon'), sender, known),
    tag: id,
    channelId: rid,
    sender: nameOf(sender, known) || undefined,
    mention: isSealed || text === '' ? 'unknown' : mentionIn(text, known.person),
    isThreadReply: ownText(payload, 'tmid') !== '',
    // Of a visitor who waits there is no message yet.
    messageId: id || `${rid}@${nowMs}`,
  };
}

/**
 * Gives the notification that the server would have sent of a message it has, by `sendNotificationsOnMessage.ts` of Rocket.Chat;
 * undefined where it would have sent none, or where the person has read it since.
 */
export function readMissed(message: unknown, room: Room, known: Known): HeardNotification | undefined {
  const { person, base } = known;
  const [id, tmid, kind] = [ownText(message, '_id'), ownText(message, 'tmid'), ownText(message, 't')];
  const isSealed = kind === 'e2e';
  if (id === '' || (kind !== '' && !isSealed) || person.status === 'busy') return undefined;
  const text = isSealed ? '' : ownText(message, 'msg');
  const mention = isSealed ? 'none' : mentionIn(text, person);
  if (!isMeant(message, room, mention, person)) return undefined;
  const author = own(message, 'u');
  const from = nameOf(author, known);
  return {
    kind: 'notification',
    ...wordsOf(room, from, text, known),
    iconUrl: iconOf('', author, { base }),
    tag: id,
    channelId: room.rid,
    sender: from || undefined,
    mention: isSealed ? 'unknown' : mention,
    isThreadReply: tmid !== '',
    messageId: id,
    sentAtMs: timeOf(message, 'ts') || undefined,
  };
}

function isMeant(message: unknown, room: Room, mention: Mention, person: Person): boolean {
  const { me, settings } = person;
  const by = ownText(own(message, 'u'), '_id');
  const tmid = ownText(message, 'tmid');
  const { read, threads } = room;
  if (by === '' || by === me['_id'] || room.ignored.includes(by)) return false;
  if (read['disableNotifications'] === true) return false;
  const isInRoom = tmid === '' || own(message, 'tshow') === true;
  const follows = tmid !== '' && threads.includes(tmid);
  if (!follows && (!isInRoom || read['alert'] !== true || timeOf(message, 'ts') <= room.seenMs)) return false;
  if (mention === 'group' && room.muteGroupMentions && !follows) return false;
  const wish =
    wishOf(read, person) ||
    ownText(settings, 'Accounts_Default_User_Preferences_desktopNotifications') ||
    'all';
  if (wish === 'nothing') return false;
  return wish === 'all' || mention !== 'none' || follows || ownText(read, 't') === 'd';
}

function wordsOf(
  { rid, read }: Room,
  from: string,
  text: string,
  { person, rooms }: Known,
): Pick<HeardNotification, 'title' | 'body'> {
  const kind = ownText(read, 't');
  const byTitle = ownText(read, 'prid') !== '' || person.settings['UI_Use_Real_Name'] === true;
  const name = (byTitle ? ownText(read, 'fname') : '') || ownText(read, 'name') || from;
  if (kind === 'd' && rooms.peopleIn(rid) <= 2) return { title: from, body: text };
  if (kind === 'l') return { title: `[Omnichannel] ${name}`, body: text };
  return { title: kind === 'd' ? name : `#${name}`, body: text === '' ? '' : `${from}: ${text}` };
}

const nameOf = (author: unknown, { person }: Pick<Known, 'person'>): string =>
  (person.settings['UI_Use_Real_Name'] === true ? ownText(author, 'name') : '') ||
  ownText(author, 'username');

function iconOf(said: string, author: unknown, { base }: Pick<Known, 'base'>): string | undefined {
  if (said !== '') return URL.canParse(said, `${base}/`) ? new URL(said, `${base}/`).href : undefined;
  const username = ownText(author, 'username');
  return username === '' ? undefined : `${base}/avatar/${encodedPart(username)}`;
}

/** Whom a text means, as the probe of the page finds it. */
function mentionIn(text: string, { me }: Person): Mention {
  const lower = text.toLowerCase();
  const words = textsOf(me['highlights']);
  if (isNamed(text, ownText(me, 'username')) || words.some((word) => lower.includes(word.toLowerCase())))
    return 'personal';
  return isNamed(text, 'all') || isNamed(text, 'here') ? 'group' : 'none';
}

/** True where a name stands in a text as a mention: not the beginning of a longer one. */
function isNamed(text: string, name: string): boolean {
  if (name === '') return false;
  for (let at = text.indexOf(`@${name}`); at !== -1; at = text.indexOf(`@${name}`, at + 1))
    if (!/[\p{L}\p{N}_-]/u.test(text.charAt(at + name.length + 1))) return true;
  return false;
}
