import type { PageNotification } from '../../../core/model/notification';
import type { Picture } from '../../icons/picture';

/** Something to pick on a notification, beside opening it. */
export interface NotificationButton {
  readonly id: string;
  readonly label: string;
}

/** A notification as the desktop is asked to show it. */
export interface DesktopNotification {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Undefined for one of Foyer's own. */
  readonly serviceName: string | undefined;
  readonly picture: Picture | undefined;
  /** Without sound. */
  readonly isQuiet: boolean;
  /** Stays until the person acts on it. */
  readonly isLasting: boolean;
  /** Shown where the system has a place for them. */
  readonly actions: readonly NotificationButton[];
}

/** What the desktop says back; each by the id of the notification. */
export interface PresenterEvents {
  readonly shown: (id: string) => void;
  readonly clicked: (id: string) => void;
  /** One of its `actions` was picked. */
  readonly acted: (id: string, actionId: string) => void;
  readonly dismissed: (id: string) => void;
  readonly failed: (id: string, reason: string) => void;
}

/** Shows notifications the way of one system. Nothing here waits, throws or blocks. */
export interface Presenter {
  /** Shows one; where `replacedId` is on the desktop it takes that one's place. */
  readonly show: (notification: DesktopNotification, replacedId: string | undefined) => void;
  /** Takes one away without an event; unknown ids are ignored. */
  readonly close: (id: string) => void;
  readonly stop: () => void;
}

/** What the page hears of its notification. */
export type PageEvent = 'show' | 'click' | 'close' | 'error';

/** True when a new notification is meant to take the place of an older one. */
export const isReplacing = (added: PageNotification, older: PageNotification): boolean =>
  added.serviceId === older.serviceId &&
  (isSameOfPage(added, older) || (added.tag !== '' && added.tag === older.tag));

/** True when the page uses one name for both, so that an ending of the older would be taken for the newer's. */
export const isSameOfPage = (a: PageNotification, b: PageNotification): boolean =>
  a.serviceId === b.serviceId && a.senderKey === b.senderKey && a.pageId === b.pageId;
