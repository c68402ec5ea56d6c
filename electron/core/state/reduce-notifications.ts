import { decideNotification } from '../decide/decide-notification';
import type { Preview } from '../model/decision';
import { toScope } from '../model/message';
import type { PageNotification } from '../model/notification';
import type { NotificationAction } from './actions';
import type { AppState } from './app-state';
import { focusService, withSession } from './change';
import { reducePolicy } from './reduce-policy';
import { noteTraffic } from './traffic';
import { selectPolicy, toPolicyInput } from './select-policy';
import { selectNotification } from './selectors';
import { isLocked } from './veil';

/** Most notifications of one service kept on the desktop; older ones give way. */
export const LIVE_PER_SERVICE_MAX = 20;

/** Applies what happens to notifications on their way to and from the desktop. */
export function reduceNotifications(state: AppState, action: NotificationAction): AppState {
  const live = state.session.notifications;
  switch (action.kind) {
    case 'notification-requested':
      return request(state, action);
    case 'notification-withdrawn':
      return keepLive(state, (one) => !isFrom(one, action));
    case 'notification-dismissed':
    case 'notification-failed':
      return keepLive(state, (one) => one.id !== action.notificationId);
    case 'notification-clicked': {
      const clicked = live.find((one) => one.id === action.notificationId);
      if (clicked === undefined) return state;
      // Whoever clicks is not known yet: it leads to the lock and no further.
      if (isLocked(state)) return keepLive(state, (one) => one !== clicked);
      return focusService(
        keepLive(state, (one) => one !== clicked),
        clicked.serviceId,
      );
    }
    case 'notification-acted':
      return act(state, action);
    case 'summary-shown':
      return withSession(state, { summary: action.summary });
    case 'summary-clicked': {
      const { summary } = state.session;
      return summary === undefined
        ? state
        : withSession(state, {
            summary: undefined,
            page: 'inbox',
            inboxFilter: summary.filter,
            overlayOpen: false,
          });
    }
    case 'summary-dismissed':
      return withSession(state, { summary: undefined });
    case 'service-focus-requested':
      return focusService(state, action.serviceId);
  }
}

type Requested = Extract<NotificationAction, { readonly kind: 'notification-requested' }>;

function request(state: AppState, { notification, isOverRate, nowMs }: Requested): AppState {
  const input = toPolicyInput(state, notification, isOverRate);
  const decision = decideNotification(selectPolicy(state), input, nowMs);
  const noted = noteTraffic(state, notification.message, decision, nowMs);
  if (decision.kind !== 'show' && decision.kind !== 'show-silently') return noted;
  const silent = decision.kind === 'show-silently';
  if (isLocked(state))
    return withSession(noted, { notifications: [{ ...whileLocked(notification), silent }] });
  const shown = { ...withoutSecrets(notification, decision.preview), silent };
  return withSession(noted, { notifications: addLive(noted.session.notifications, shown) });
}

/** What the desktop may say of it. */
export function withoutSecrets(notification: PageNotification, preview: Preview): PageNotification {
  if (preview === 'full') return notification;
  const { sender, channel } = notification.message;
  const title = preview === 'sender' ? (sender ?? channel?.name ?? '') : '';
  return {
    ...notification,
    title,
    body: '',
    ...(preview === 'nothing' ? { iconUrl: undefined, isVeiled: true } : {}),
  };
}

/** What the desktop may say while all is locked: one word, however much came. */
const whileLocked = (notification: PageNotification): PageNotification => ({
  ...withoutSecrets(notification, 'nothing'),
  requireInteraction: false,
  isWhileLocked: true,
});

const HOUR_MS = 3_600_000;

/** Mutes the conversation of a notification; it has done its part and goes. */
function act(
  state: AppState,
  action: Extract<NotificationAction, { readonly kind: 'notification-acted' }>,
): AppState {
  if (isLocked(state)) return state;
  const acted = selectNotification(state, action.notificationId);
  if (acted === undefined) return state;
  const left = keepLive(state, (one) => one !== acted);
  const scope = toScope(acted.message);
  const values = { preset: 'nothing' } as const;
  return action.action === 'mute'
    ? reducePolicy(left, { kind: 'rule-set', scope, values })
    : reducePolicy(left, {
        kind: 'temporary-rule-set',
        rule: {
          scope,
          values,
          startedAtMs: action.nowMs,
          untilMs: action.nowMs + HOUR_MS,
          end: 'duration',
        },
      });
}

const isFrom = (
  one: PageNotification,
  page: { readonly serviceId: string; readonly senderKey: string; readonly pageId: string },
): boolean =>
  one.serviceId === page.serviceId && one.senderKey === page.senderKey && one.pageId === page.pageId;

/** Adds one; an older one of the same service and tag, or the oldest beyond the limit, gives way. */
function addLive(live: readonly PageNotification[], added: PageNotification): readonly PageNotification[] {
  const isReplaced = (one: PageNotification): boolean =>
    one.id === added.id || isFrom(one, added) || (added.tag !== '' && one.tag === added.tag);
  // A burst comes here for each of its messages, with all that is live: one way through.
  const kept: PageNotification[] = [];
  const ofService: number[] = [];
  for (const one of live) {
    if (one.serviceId === added.serviceId) {
      if (isReplaced(one)) continue;
      ofService.push(kept.length);
    } else if (one.id === added.id) continue;
    kept.push(one);
  }
  const [oldest] = ofService;
  if (oldest !== undefined && ofService.length >= LIVE_PER_SERVICE_MAX) kept.splice(oldest, 1);
  kept.push(added);
  return kept;
}

function keepLive(state: AppState, keep: (one: PageNotification) => boolean): AppState {
  const kept = state.session.notifications.filter(keep);
  return kept.length === state.session.notifications.length
    ? state
    : withSession(state, { notifications: kept });
}
