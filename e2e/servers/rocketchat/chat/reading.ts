import type { Book } from './book.js';
import { markRead, markThreadRead } from './counting.js';
import type { Subscription, Wish } from './records.js';
import { Refusal } from './refusal.js';

export interface Reading {
  read(uid: string, rid: string, withThreads?: boolean): Promise<void>;
  readThread(uid: string, rid: string, tmid: string): Promise<void>;
  /** Makes the room unread again, from that message on. */
  unread(uid: string, rid: string, from?: string): Promise<void>;
  /** Saves what `rooms.saveNotification` is asked to; all values are words. */
  saveNotification(uid: string, rid: string, field: string, value: string): Promise<void>;
}

export function createReading(book: Book): Reading {
  return {
    read: async (uid, rid, withThreads = false) => {
      await book.changeSubscription(uid, rid, (now) => markRead(now, book.now(), withThreads));
    },
    readThread: async (uid, rid, tmid) => {
      await book.changeSubscription(uid, rid, (now) => markThreadRead(now, tmid));
    },
    unread: async (uid, rid, from) => {
      const at =
        from === undefined ? book.now() : ((await book.keeper.get('messages', from))?.ts ?? book.now());
      const ls = new Date(Date.parse(at) - 1).toISOString();
      await book.changeSubscription(uid, rid, (now) => ({ ...now, open: true, alert: true, unread: 1, ls }));
    },
    saveNotification: async (uid, rid, field, value) => {
      const change = changeOf(field, value);
      await book.changeSubscription(uid, rid, change);
    },
  };
}

const WISHES: Readonly<Record<string, string>> = {
  desktopNotifications: 'desktopPrefOrigin',
  mobilePushNotifications: 'mobilePrefOrigin',
  emailNotifications: 'emailPrefOrigin',
};

/** What a field of the form does to a subscription (`saveNotificationSettings.ts`). */
function changeOf(field: string, value: string): (now: Subscription) => Subscription {
  const isOn = value === '1';
  const origin = WISHES[field];
  if (origin !== undefined) {
    if (value === 'default') return (now) => without(now, field, origin);
    if (!isWish(value)) throw new Refusal('error-invalid-settings', 'Invalid settings value');
    return (now) => ({ ...now, [field]: value, [origin]: 'subscription' });
  }
  switch (field) {
    case 'unreadAlert':
      return (now) => ({ ...now, unreadAlert: value as 'default' | Wish });
    case 'disableNotifications':
    case 'muteGroupMentions':
      return (now) => (now[field] === isOn ? now : { ...now, [field]: isOn });
    case 'hideUnreadStatus':
    case 'hideMentionStatus':
      return (now) => (isOn ? { ...now, [field]: true } : without(now, field));
    case 'audioNotificationValue':
      return (now) => (value === 'default' ? without(now, field) : { ...now, audioNotificationValue: value });
    default:
      throw new Refusal('error-invalid-settings', 'Invalid settings field');
  }
}

const isWish = (value: string): value is Wish => ['all', 'mentions', 'nothing'].includes(value);

/** The same without those fields; the very same where there were none. */
function without(subscription: Subscription, ...fields: readonly string[]): Subscription {
  if (!fields.some((field) => field in subscription)) return subscription;
  return Object.fromEntries(
    Object.entries(subscription).filter(([key]) => !fields.includes(key)),
  ) as unknown as Subscription;
}
