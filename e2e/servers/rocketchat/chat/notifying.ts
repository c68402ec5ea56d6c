import { type Addressees, isHighlighted } from './counting.js';
import type { Message, Person, Room, RoomType, Subscription, User } from './records.js';

/** What is sent to a desktop (`INotificationDesktop`). */
export interface DesktopNotification {
  readonly title: string;
  readonly text: string;
  readonly duration?: number;
  readonly payload: {
    readonly _id: string;
    readonly rid: string;
    readonly tmid?: string;
    readonly sender: Person;
    readonly type: RoomType;
    readonly name?: string;
    readonly message: { readonly msg: string; readonly t?: string };
  };
}

/** The server's own settings that count here. */
export interface NotifySettings {
  readonly desktopDefault: 'all' | 'mentions' | 'nothing';
  readonly useRealName: boolean;
  readonly showMessage: boolean;
  readonly showName: boolean;
}

export interface Occasion {
  readonly message: Message;
  readonly room: Room;
  readonly sender: Person;
  readonly to: Addressees;
  /** Those who follow the thread, for a reply in one. */
  readonly following: readonly string[];
}

/** Whether this person's desktop hears of it (`sendNotificationsOnMessage.ts` and `desktop.ts` of Rocket.Chat). */
export function isNotified(
  { message, room, sender, to, following }: Occasion,
  subscription: Subscription,
  user: User,
  settings: NotifySettings,
): boolean {
  const uid = subscription.u._id;
  if (uid === sender._id || !user.active) return false;
  if (subscription.disableNotifications || subscription.ignored?.includes(sender._id)) return false;
  const follows = following.includes(uid);
  const isNamed = to.userIds.includes(uid) || follows;
  if (!isNamed && subscription.muteGroupMentions && to.everybody) return false;
  const wish = subscription.desktopNotifications;
  if (user.status === 'busy' || wish === 'nothing') return false;
  const isThread = message.tmid !== undefined && message.tshow !== true;
  if (wish === undefined) {
    if (settings.desktopDefault === 'all' && (!isThread || follows)) return true;
    if (settings.desktopDefault === 'nothing') return false;
  }
  const isWanted = isHighlighted(message, subscription.userHighlights);
  const isMeant = room.t === 'd' || to.everybody || isWanted || wish === 'all' || isNamed;
  return isMeant && (isWanted || !isThread || follows);
}

/** What is sent to it. `name` is left out where the server hides rooms, and for direct rooms it is the other's name. */
export function notificationFor(
  { message, room, sender }: Occasion,
  subscription: Subscription,
  settings: NotifySettings,
): DesktopNotification {
  const { title, text, name } = detailsFor(message.msg, room, sender, subscription, settings);
  return {
    title,
    text,
    payload: {
      _id: message._id,
      rid: message.rid,
      ...(message.tmid === undefined ? {} : { tmid: message.tmid }),
      sender: { _id: sender._id, username: sender.username, name: sender.name ?? sender.username },
      type: room.t,
      message: { msg: message.msg, ...(message.t === undefined ? {} : { t: message.t }) },
      ...(name === undefined ? {} : { name }),
    },
  };
}

interface Details {
  readonly title: string;
  readonly text: string;
  readonly name?: string;
}

function detailsFor(
  msg: string,
  room: Room,
  sender: Person,
  subscription: Subscription,
  { useRealName, showMessage, showName }: NotifySettings,
): Details {
  const said = showMessage ? msg : 'You have a new message';
  const who = (useRealName && sender.name) || sender.username;
  const roomName = (useRealName || room.prid ? room.fname : undefined) ?? room.name ?? subscription.name;
  const isBetweenTwo = room.t === 'd' && (room.uids?.length ?? 0) <= 2;
  const text = isBetweenTwo || room.t === 'l' || !showMessage ? said : `${who}: ${said}`;
  if (!showName) return { title: '', text };
  if (isBetweenTwo) return { title: who, text, name: subscription.name };
  if (room.t === 'd') return { title: roomName, text, name: roomName };
  if (room.t === 'l') return { title: `[Omnichannel] ${roomName}`, text, name: roomName };
  return { title: `#${roomName}`, text, ...(room.name === undefined ? {} : { name: room.name }) };
}
