import { decideNotification } from '../decide/decide-notification';
import type { PageNotification } from '../model/notification';
import type { NotificationAction } from './actions';
import type { AppState } from './app-state';
import { withPersisted, withSession } from './change';

/** Most notifications of one service kept on the desktop; older ones give way. */
export const LIVE_PER_SERVICE_MAX = 20;

/** Applies what happens to notifications on their way to and from the desktop. */
export function reduceNotifications(state: AppState, action: NotificationAction): AppState {
  const live = state.session.notifications;
  switch (action.kind) {
    case 'notification-requested':
      return decideNotification(state, action.notification, action.nowMs).kind === 'show'
        ? withSession(state, { notifications: addLive(live, action.notification) })
        : state;
    case 'notification-withdrawn':
      return keepLive(state, (one) => !isFrom(one, action));
    case 'notification-dismissed':
    case 'notification-failed':
      return keepLive(state, (one) => one.id !== action.notificationId);
    case 'notification-clicked': {
      const clicked = live.find((one) => one.id === action.notificationId);
      if (clicked === undefined) return state;
      return focusService(
        keepLive(state, (one) => one !== clicked),
        clicked.serviceId,
      );
    }
    case 'service-focus-requested':
      return focusService(state, action.serviceId);
  }
}

const isFrom = (
  one: PageNotification,
  page: { readonly serviceId: string; readonly senderKey: string; readonly pageId: string },
): boolean =>
  one.serviceId === page.serviceId && one.senderKey === page.senderKey && one.pageId === page.pageId;

/** Adds one; an older one of the same service and tag, or the oldest beyond the limit, gives way. */
function addLive(live: readonly PageNotification[], added: PageNotification): readonly PageNotification[] {
  const others = live.filter(
    (one) =>
      one.id !== added.id &&
      !isFrom(one, added) &&
      !(added.tag !== '' && one.serviceId === added.serviceId && one.tag === added.tag),
  );
  const ofService = others.filter((one) => one.serviceId === added.serviceId);
  const oldest = ofService.length >= LIVE_PER_SERVICE_MAX ? ofService[0] : undefined;
  return [...others.filter((one) => one !== oldest), added];
}

function keepLive(state: AppState, keep: (one: PageNotification) => boolean): AppState {
  const kept = state.session.notifications.filter(keep);
  return kept.length === state.session.notifications.length
    ? state
    : withSession(state, { notifications: kept });
}

function focusService(state: AppState, serviceId: string): AppState {
  if (!state.persisted.services.some((service) => service.id === serviceId && service.enabled)) return state;
  return withSession(withPersisted(state, { activeServiceId: serviceId }), {
    page: 'service',
    overlayOpen: false,
  });
}
