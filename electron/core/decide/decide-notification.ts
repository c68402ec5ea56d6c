import type { NotificationDecision, PageNotification } from '../model/notification';
import { isPaused } from '../model/settings';
import type { AppState } from '../state/app-state';
import { selectService } from '../state/selectors';

/** Decides whether a notification reaches the desktop; rules N1… of `docs/spec/notifications.md`. */
export function decideNotification(
  state: AppState,
  notification: PageNotification,
  nowMs: number,
): NotificationDecision {
  const service = selectService(state, notification.serviceId);
  if (service === undefined || !service.enabled) return { kind: 'drop', reason: 'service-unknown' };
  if (!service.notify) return { kind: 'drop', reason: 'service-muted' };
  if (isPaused(state.persisted.settings, nowMs)) return { kind: 'drop', reason: 'paused' };
  if (notification.silent) return { kind: 'show', silent: true, reason: 'service-asks-silence' };
  return { kind: 'show', silent: false, reason: 'wanted' };
}
