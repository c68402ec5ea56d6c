import type { ChannelRef } from '../model/channel';
import type { Preview } from '../model/decision';
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
  const { channel, sender, mention, messageId } = notification.message;
  const isKept = service.keepText && state.persisted.settings.inbox.keepText;
  const preview = isKept ? decision.preview : decision.preview === 'nothing' ? 'nothing' : 'sender';
  return {
    key: notification.id,
    atMs: nowMs,
    serviceId: service.id,
    serviceName: service.name,
    ...toPlace(channel, preview, notification.title),
    channelKind: channel?.kind ?? 'unknown',
    sender: preview === 'nothing' ? null : (sender ?? null),
    // A title that names nobody may be the message itself.
    title: preview === 'full' ? notification.title : '',
    body: preview === 'full' ? notification.body : '',
    tag: preview === 'full' ? notification.tag : '',
    messageId: messageId ?? null,
    mention,
    decision: decision.kind,
    reason: decision.reason,
    from: decision.from ?? null,
    trail,
    // Also of what was before the eyes: whether there were any, nobody knows.
    isRead: false,
  };
}

/** Where it came from, as far as that may be kept: a name made of a message's own words is no place. */
function toPlace(
  channel: ChannelRef | undefined,
  preview: Preview,
  title: string,
): Pick<NewInboxEntry, 'channelId' | 'channelName'> {
  const isWorded = channel !== undefined && /^(?:name|with):/.test(channel.id);
  const isTitle = isWorded && channel.name === title.slice(0, channel.name.length) && preview !== 'full';
  if (channel === undefined || isTitle) return { channelId: null, channelName: null };
  if (preview === 'nothing') return { channelId: isWorded ? null : channel.id, channelName: null };
  return { channelId: channel.id, channelName: channel.name };
}
