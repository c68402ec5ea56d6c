import type { PageNotification } from '../../core/model/notification';
import type { AppStore, Stop } from '../store/app-store';

/** How many notifications are remembered for the way back to the page that made them. */
const REMEMBERED_MAX = 2000;

export interface EntryOpenerPort {
  /** Tells the page (or its worker) that its notification was clicked. */
  readonly click: (notification: PageNotification) => void;
}

/**
 * Brings up the conversation of an entry of the inbox: the page that made the notification hears a click on it, also
 * when it was never shown, as long as its document is there. Otherwise only the service comes up.
 */
export function startEntryOpener(store: AppStore, port: EntryOpenerPort): Stop {
  const remembered = new Map<string, PageNotification>();
  const remember = (notification: PageNotification): void => {
    remembered.set(notification.id, notification);
    const oldest = remembered.size > REMEMBERED_MAX ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
  };
  const stops = [
    store.onAction('notification-requested', ({ notification }) => remember(notification)),
    store.onAction('inbox-entry-opened', ({ key }) => {
      const notification = remembered.get(key);
      if (notification !== undefined) port.click(notification);
    }),
    store.onAction('view-document-replaced', ({ serviceId }) => {
      for (const [key, one] of remembered)
        if (one.serviceId === serviceId && one.origin === 'page') remembered.delete(key);
    }),
    store.onAction('service-removal-final', ({ serviceId }) => {
      for (const [key, one] of remembered) if (one.serviceId === serviceId) remembered.delete(key);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
