import type { Subscription } from '../chat/records.js';
import { type Client, displayName, preference, siteName } from './client.js';
import { fireGlobalEvent } from './global-event.js';

type Seen = Pick<Subscription, 'unread' | 'alert' | 'unreadAlert'>;

const PROJECTED = [
  '_id',
  'rid',
  't',
  'name',
  'fname',
  'unread',
  'alert',
  'unreadAlert',
  'ls',
  'prid',
] as const;

/** Counts what is unread and tells of it, as `useUnread.ts` does: rooms that leave the set leave without a word. */
export function startUnread(client: Client): () => void {
  const { tracker, subscriptions, unread, config } = client;
  const seen = new Map<string, Seen>();
  const { stop } = tracker.autorun(() => {
    const counted = [...subscriptions.get().values()].filter(
      ({ open, hideUnreadStatus, archived }) => open && hideUnreadStatus !== true && archived !== true,
    );
    const wantsDot = preference(client, 'unreadAlert') !== false;
    for (const one of counted) {
      const before = seen.get(one.rid);
      const isSame =
        before?.unread === one.unread && before.alert === one.alert && before.unreadAlert === one.unreadAlert;
      if (!isSame || config.firesEverySubscription)
        fireGlobalEvent(client, 'unread-changed-by-subscription', projected(one));
    }
    seen.clear();
    for (const one of counted) seen.set(one.rid, one);
    const total = counted.reduce((sum, one) => sum + one.unread, 0);
    const hasDot = counted.some(
      ({ alert, unreadAlert }) => alert && unreadAlert !== 'nothing' && (unreadAlert === 'all' || wantsDot),
    );
    unread.set(total > 999 ? '999+' : total > 0 ? total : hasDot ? '•' : '');
    fireGlobalEvent(client, 'unread-changed', total);
  });
  return stop;
}

const projected = (subscription: Subscription) =>
  Object.fromEntries(PROJECTED.flatMap((key) => (key in subscription ? [[key, subscription[key]]] : [])));

/** `(n) room - site`, and the favicon with the same n. */
export function startTitle(client: Client): void {
  const { tracker, unread, opened, subscriptions } = client;
  const icon = document.querySelector('link[rel=icon]');
  tracker.autorun(() => {
    const room = opened.get();
    const subscription = subscriptions.get().get(room?.rid ?? '');
    const name = subscription === undefined ? room?.name : displayName(client, subscription);
    const parts = [...(name === undefined ? [] : [name]), siteName(client)];
    const mark = unread.get() === '' ? '' : `(${unread.get()}) `;
    document.title = mark + parts.join(' - ');
    icon?.setAttribute('href', mark === '' ? 'images/logo/icon.svg' : badged(String(unread.get())));
  });
}

const badged = (mark: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" rx="12" fill="#f5455c"/><text x="32" y="44" font-size="32" text-anchor="middle" fill="#fff">${mark}</text></svg>`,
  )}`;
