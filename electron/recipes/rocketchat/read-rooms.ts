import { messageLimits } from '../../core/ipc/service-limits';
import type { Channel, ChannelKind } from '../../core/model/channel';
import { listIn, own, ownCount, ownText } from '../raw';

/**
 * Gives a room of what a probe or a listener keeps as the channel it is, `raw` holding `settings` and `me`; none where it is in
 * no list. @throws where it has no id.
 */
export function readRoom(room: unknown, raw: unknown): readonly Channel[] {
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
export const wishOf = (room: unknown, raw: unknown): string =>
  ownText(room, 'desktopNotifications') || ownText(own(raw, 'me'), 'desktopNotifications');

/** A person who wants no notifications anywhere has muted no room. */
const isMuted = (room: unknown): boolean =>
  own(room, 'disableNotifications') === true ||
  (ownText(room, 'desktopNotifications') === 'nothing' && ownText(room, 'desktopPrefOrigin') !== 'user');

/** What the person goes by: their names and the words they want to hear of. */
export function readOwnNames(raw: unknown): readonly string[] {
  const me = own(raw, 'me');
  const all: readonly unknown[] = [ownText(me, 'username'), ownText(me, 'name'), ...listIn(me, 'highlights')];
  return [...new Set(all.filter((name): name is string => typeof name === 'string' && name.trim() !== ''))];
}
