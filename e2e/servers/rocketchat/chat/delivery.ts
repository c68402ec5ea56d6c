import { type Book, toUser } from './book.js';
import { addresseesOf, countMessage, countReply, isHighlighted, type UnreadCount } from './counting.js';
import { isNotified, type NotifySettings, notificationFor, type Occasion } from './notifying.js';
import type { Message, Person, Room } from './records.js';

/** Counts a message for those in the room, and tells the desktops of those who want it. */
export async function deliver(
  book: Book,
  message: Message,
  room: Room,
  sender: Person,
  following: readonly string[],
): Promise<void> {
  const to = addresseesOf(message);
  const members = (await book.membersOf(room._id)).filter((one) => one.u._id !== sender._id);
  const wanted = members.filter((one) => isHighlighted(message, one.userHighlights)).map((one) => one.u._id);
  const counted = { ...to, userIds: [...to.userIds, ...wanted] };
  const unreadCount = await book.setting<UnreadCount>(countSetting(room), countDefault(room));
  if (message.tmid === undefined || message.tshow)
    await Promise.all(
      members.map(({ u }) =>
        book.changeSubscription(u._id, room._id, (now) => countMessage(now, counted, unreadCount)),
      ),
    );
  await notify(book, { message, room, sender, to, following });
}

async function notify(book: Book, occasion: Occasion): Promise<void> {
  const settings = await notifySettings(book);
  const members = await book.membersOf(occasion.room._id);
  const news = await Promise.all(
    members.map(async (subscription) => {
      const user = await book.user(subscription.u._id);
      if (!isNotified(occasion, subscription, user, settings)) return [];
      return [toUser(user._id, 'notification', notificationFor(occasion, subscription, settings))];
    }),
  );
  await book.keeper.tell(...news.flat());
}

/** A reply in a thread: who follows it hears of it, and it never counts as unread. */
export async function deliverReply(
  book: Book,
  message: Message,
  room: Room,
  by: Person,
  parent: Message,
  changeParent: (change: (now: Message) => Partial<Message>) => Promise<Message>,
): Promise<void> {
  const to = addresseesOf(message);
  const begins = parent.tcount === undefined;
  const followers = new Set([
    ...(begins ? [parent.u._id] : (parent.replies ?? [])),
    ...(begins && room.t === 'd' ? (room.uids ?? []) : []),
    ...to.userIds,
  ]);
  followers.delete(by._id);
  await changeParent((now) => ({
    tcount: (now.tcount ?? 0) + 1,
    tlm: message.ts,
    replies: [...new Set([...(now.replies ?? [now.u._id]), by._id, ...to.userIds])],
  }));
  for (const uid of followers) {
    if ((await book.subscription(uid, room._id)) === undefined) continue;
    const isNamed = to.userIds.includes(uid);
    const reply = { tmid: parent._id, isNamed, everybody: to.everybody, at: message.ts };
    await book.changeSubscription(uid, room._id, (now) => countReply(now, reply));
  }
  await deliver(book, message, room, by, [...followers]);
}

const countSetting = ({ t }: Room): string =>
  t === 'd' ? 'Unread_Count_DM' : t === 'l' ? 'Unread_Count_Omni' : 'Unread_Count';

/** What a fresh server has. */
const countDefault = ({ t }: Room): UnreadCount =>
  t === 'd' || t === 'l' ? 'all_messages' : 'user_and_group_mentions_only';

async function notifySettings({ setting }: Book): Promise<NotifySettings> {
  const [desktopDefault, useRealName, showMessage, showName] = await Promise.all([
    setting<NotifySettings['desktopDefault']>(
      'Accounts_Default_User_Preferences_desktopNotifications',
      'all',
    ),
    setting('UI_Use_Real_Name', false),
    setting('Push_show_message', true),
    setting('Push_show_username_room', true),
  ]);
  return { desktopDefault, useRealName, showMessage, showName };
}
