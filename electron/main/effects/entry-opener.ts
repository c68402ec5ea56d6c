import type { PageNotification } from '../../core/model/notification';
import { selectNotification, selectServiceSession } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** How many notifications of a service are remembered for the way back to the page that made them. */
const REMEMBERED_MAX = 500;
/** How long a page may take until its adapter speaks; later the person is elsewhere. */
const PATIENCE_MS = 60_000;
/** A page that is replaced so soon after it was asked for a channel has hardly opened it. */
const LATELY_MS = 2_000;

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
  /** Asked for anew, because the page that was asked first is gone. */
  readonly isAgain: boolean;
  readonly stopWaiting: Stop;
}

/** What a page was asked for last. */
interface Asked {
  readonly goal: Goal;
  readonly atMs: number;
}

/**
 * Brings up the conversation of an entry of the inbox. Where the service's adapter can, it opens the channel, also
 * after a restart: then as soon as it speaks. Else the page that made the notification hears a click on it, also when
 * it was never shown, as long as its document is there. Otherwise only the service comes up. What a page heard that was
 * replaced at once, and a click on a notification whose page is gone, waits for the adapter of the next.
 */
export function startEntryOpener(store: AppStore, port: EntryOpenerPort): Stop {
  /** By service, then by key. */
  const remembered = new Map<string, Map<string, WayBack>>();
  const wanted = new Map<string, Wanted>();
  const asked = new Map<string, Asked>();
  const remember = ({ serviceId, id, pageId, senderKey, origin }: PageNotification): void => {
    // No page made it.
    if (origin === 'listener') return;
    const ways = remembered.get(serviceId) ?? new Map<string, WayBack>();
    remembered.set(serviceId, ways.set(id, { pageId, senderKey, origin }));
    const oldest = ways.size > REMEMBERED_MAX ? ways.keys().next().value : undefined;
    if (oldest !== undefined) ways.delete(oldest);
  };
  const forget = (serviceId: string): void => {
    wanted.get(serviceId)?.stopWaiting();
    wanted.delete(serviceId);
    asked.delete(serviceId);
  };
  const forgetBut = (serviceId: string | null): void => {
    for (const other of [...wanted.keys(), ...asked.keys()]) if (other !== serviceId) forget(other);
  };
  const want = (serviceId: string, goal: Goal, isAgain: boolean): void => {
    forget(serviceId);
    const stopWaiting = port.after(PATIENCE_MS, () => forget(serviceId));
    wanted.set(serviceId, { goal, isAgain, stopWaiting });
  };
  const note = (serviceId: string, goal: Goal): void =>
    void asked.set(serviceId, { goal, atMs: port.nowMs() });
  /** True when the adapter opens it, now or once it speaks; false when it never will. */
  const open = (serviceId: string, goal: Goal, isAgain = false): boolean => {
    forget(serviceId);
    const { adapter, channels } = selectServiceSession(store.getState(), serviceId);
    if (adapter.kind === 'speaking') {
      const isThere = adapter.canOpen && channels?.some(({ id }) => id === goal.channelId) === true;
      // Once more and no oftener: a page that loads anew to open a channel would do so for ever.
      if (isThere && !isAgain) note(serviceId, goal);
      return isThere && port.openChannel(serviceId, goal);
    }
    if (adapter.kind === 'silent') want(serviceId, goal, isAgain);
    return false;
  };
  /** The document that made them is gone. */
  const forgetWays = (serviceId: string): void => {
    const ways = remembered.get(serviceId);
    for (const [key, { origin }] of ways ?? []) if (origin === 'page') ways?.delete(key);
  };
  const goalOf = ({ message: { channel, messageId } }: PageNotification): Goal | undefined =>
    channel && { channelId: channel.id, messageId };
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
    // The page that made it hears the click itself, as long as it is there; of what was heard without one it knows nothing.
    store.onAction('notification-clicked', ({ notificationId }, _after, before) => {
      const clicked = selectNotification(before, notificationId);
      const goal = clicked && goalOf(clicked);
      if (clicked === undefined || goal === undefined || clicked.origin === 'worker') return;
      const { serviceId, id } = clicked;
      if (remembered.get(serviceId)?.has(id) === true) note(serviceId, goal);
      else open(serviceId, goal);
    }),
    store.onAction('channels-reported', ({ serviceId }) => {
      const one = wanted.get(serviceId);
      if (one !== undefined) open(serviceId, one.goal, one.isAgain);
    }),
    // It was done: from here on the person goes where they like.
    store.onAction('channel-shown', ({ serviceId, channelId }) => {
      if (asked.get(serviceId)?.goal.channelId === channelId) asked.delete(serviceId);
    }),
    // The person went elsewhere themselves.
    store.onAction('service-activated', ({ serviceId }) => forgetBut(serviceId)),
    store.onAction('workspace-activated', (_action, after) => forgetBut(after.persisted.activeServiceId)),
    store.onAction('reload-requested', ({ serviceId, fromStartPage }) => {
      if (fromStartPage) forget(serviceId);
    }),
    store.onAction('view-closed', ({ serviceId }) => forgetWays(serviceId)),
    store.onAction('view-document-replaced', ({ serviceId }) => {
      forgetWays(serviceId);
      const last = asked.get(serviceId);
      if (last !== undefined && port.nowMs() - last.atMs < LATELY_MS) want(serviceId, last.goal, true);
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
