import type { NewInboxEntry } from '../model/inbox';
import type { PageNotification } from '../model/notification';
import type { AppState } from '../state/app-state';
import { selectPolicy, toPolicyInput } from '../state/select-policy';
import { selectService } from '../state/selectors';
import { explainNotification } from './decide-notification';

/**
 * Gives the record of a notification: what was decided of it in this state, and why; its words as far as the rules let
 * them be seen and the person wants them kept. Undefined for one of a service that is not there.
 */
export function toInboxEntry(
  state: AppState,
  notification: PageNotification,
  isOverRate: boolean,
  nowMs: number,
): NewInboxEntry | undefined {
  const service = selectService(state, notification.serviceId);
  if (service === undefined) return undefined;
  const { decision, trail } = explainNotification(
    selectPolicy(state),
    toPolicyInput(state, notification, isOverRate),
    nowMs,
  );
  const { channel, sender, mention } = notification.message;
  const isKept = service.keepText && state.persisted.settings.inbox.keepText;
  const preview = isKept ? decision.preview : decision.preview === 'nothing' ? 'nothing' : 'sender';
  return {
    key: notification.id,
    atMs: nowMs,
    serviceId: service.id,
    serviceName: service.name,
    channelId: channel?.id ?? null,
    channelName: channel?.name ?? null,
    channelKind: channel?.kind ?? 'unknown',
    sender: preview === 'nothing' ? null : (sender ?? null),
    // A title that names nobody may be the message itself.
    title: preview === 'full' ? notification.title : '',
    body: preview === 'full' ? notification.body : '',
    tag: notification.tag,
    mention,
    decision: decision.kind,
    reason: decision.reason,
    from: decision.from ?? null,
    trail,
    isRead: decision.reason === 'on-screen',
  };
}
