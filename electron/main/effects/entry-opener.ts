import type { PageNotification } from '../../core/model/notification';
import { selectServiceSession } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** How many notifications of a service are remembered for the way back to the page that made them. */
const REMEMBERED_MAX = 500;
/** How long a page may take until its adapter speaks; later the person is elsewhere. */
const PATIENCE_MS = 60_000;

/** What leads back to the page that made a notification; its texts and pictures may be large. */
export type WayBack = Pick<PageNotification, 'pageId' | 'senderKey' | 'origin'>;

export interface EntryOpenerPort extends TimerPort {
  /** Tells the page (or its worker) that its notification was clicked. */
  readonly click: (notification: WayBack) => void;
  /** Asks the service's adapter; false where nobody is there to ask. */
  readonly openChannel: (serviceId: string, goal: Goal) => boolean;
}

/** A channel, and the message in it where one is meant. */
export interface Goal {
  readonly channelId: string;
  readonly messageId?: string | undefined;
}

interface Wanted {
  readonly goal: Goal;
  readonly stopWaiting: Stop;
}

/**
 * Brings up the conversation of an entry of the inbox. Where the service's adapter can, it opens the channel, also
 * after a restart: then as soon as it speaks. Else the page that made the notification hears a click on it, also when
 * it was never shown, as long as its document is there. Otherwise only the service comes up.
 */
export function startEntryOpener(store: AppStore, port: EntryOpenerPort): Stop {
  /** By service, then by key. */
  const remembered = new Map<string, Map<string, WayBack>>();
  const wanted = new Map<string, Wanted>();
  const remember = ({ serviceId, id, pageId, senderKey, origin }: PageNotification): void => {
    const ways = remembered.get(serviceId) ?? new Map<string, WayBack>();
    remembered.set(serviceId, ways.set(id, { pageId, senderKey, origin }));
    const oldest = ways.size > REMEMBERED_MAX ? ways.keys().next().value : undefined;
    if (oldest !== undefined) ways.delete(oldest);
  };
  const forget = (serviceId: string): void => {
    wanted.get(serviceId)?.stopWaiting();
    wanted.delete(serviceId);
  };
  /** True when the adapter opens it, now or once it speaks; false when it never will. */
  const open = (serviceId: string, goal: Goal): boolean => {
    forget(serviceId);
    const { adapter, channels } = selectServiceSession(store.getState(), serviceId);
    if (adapter.kind === 'speaking')
      return (
        adapter.canOpen &&
        channels?.some(({ id }) => id === goal.channelId) === true &&
        port.openChannel(serviceId, goal)
      );
    if (adapter.kind !== 'silent') return false;
    wanted.set(serviceId, { goal, stopWaiting: port.after(PATIENCE_MS, () => forget(serviceId)) });
    return false;
  };
  const stops = [
    store.onAction('notification-requested', ({ notification }) => remember(notification)),
    store.onAction('inbox-entry-opened', ({ serviceId, key, channelId, messageId }) => {
      if (channelId !== null && open(serviceId, { channelId, messageId: messageId ?? undefined })) return;
      const way = remembered.get(serviceId)?.get(key);
      if (way === undefined) return;
      forget(serviceId);
      port.click(way);
    }),
    store.onAction(
      'channel-open-requested',
      ({ serviceId, channelId }) => void open(serviceId, { channelId }),
    ),
    store.onAction('channels-reported', ({ serviceId }) => {
      const goal = wanted.get(serviceId)?.goal;
      if (goal !== undefined) open(serviceId, goal);
    }),
    // The person went elsewhere themselves.
    store.onAction('service-activated', ({ serviceId }) => {
      for (const other of [...wanted.keys()]) if (other !== serviceId) forget(other);
    }),
    store.onAction('view-document-replaced', ({ serviceId }) => {
      const ways = remembered.get(serviceId);
      for (const [key, { origin }] of ways ?? []) if (origin === 'page') ways?.delete(key);
    }),
    store.onAction('service-removal-final', ({ serviceId }) => {
      forget(serviceId);
      remembered.delete(serviceId);
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    for (const serviceId of [...wanted.keys()]) forget(serviceId);
  };
}
