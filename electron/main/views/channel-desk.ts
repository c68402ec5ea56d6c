import type { ServiceEvent, ServiceMessage } from '../../core/ipc/service-messages';
import type { ServiceId } from '../../core/model/service';
import { selectServiceSession } from '../../core/state/selectors';
import type { MessageSender } from '../ipc/service-channel';
import type { AppStore, Stop } from '../store/app-store';

/** What adapters say becomes actions, and what they are asked for finds the page they run in. */
export interface ChannelDesk {
  readonly hear: (serviceId: ServiceId, message: ServiceMessage, sender: MessageSender) => void;
  /** Asks the adapter of a service; false where none speaks on the present page. */
  readonly ask: (serviceId: ServiceId, event: AdapterEvent) => boolean;
  readonly stop: Stop;
}

export type AdapterEvent = Extract<
  ServiceEvent,
  { readonly kind: 'open-channel' | 'mute-channel' | 'read-channel' | 'presence' }
>;

/** Creates the desk. `isView` says which page is the service's own, for its windows have no adapter to listen to. */
export function createChannelDesk(
  store: AppStore,
  isView: (contentsId: number) => boolean,
  nowMs: () => number,
): ChannelDesk {
  const speakers = new Map<ServiceId, MessageSender>();
  const ask = (serviceId: ServiceId, event: AdapterEvent): boolean =>
    speakers.get(serviceId)?.reply(event) ?? false;
  const markRead = (serviceId: ServiceId, channelIds: readonly string[]): void => {
    const { adapter } = selectServiceSession(store.getState(), serviceId);
    if (adapter.kind !== 'speaking' || !adapter.canMarkRead) return;
    for (const channelId of channelIds) ask(serviceId, { kind: 'read-channel', channelId });
  };
  const stops = [
    store.onAction('channel-mute-requested', ({ serviceId, channelId, level }) => {
      ask(serviceId, { kind: 'mute-channel', channelId, level });
    }),
    store.onAction('channel-read-requested', ({ serviceId, channelId }) => markRead(serviceId, [channelId])),
    store.onAction('service-read-requested', ({ serviceId }) => {
      const { channels = [] } = selectServiceSession(store.getState(), serviceId);
      const unread = channels.filter((one) => one.unread > 0 || one.mentions > 0);
      markRead(
        serviceId,
        unread.map(({ id }) => id),
      );
    }),
    store.onAction('view-document-replaced', ({ serviceId }) => void speakers.delete(serviceId)),
    store.onAction('service-removal-final', ({ serviceId }) => void speakers.delete(serviceId)),
  ];
  return {
    hear: (serviceId, message, sender) => {
      if (sender.from !== 'frame' || !isView(sender.senderId)) return;
      switch (message.kind) {
        case 'channels': {
          speakers.set(serviceId, sender);
          const { channels, canOpen, canMarkRead, mutes, ownNames } = message;
          const abilities = { canOpen, canMarkRead, mutes, ownNames };
          return store.dispatch({ kind: 'channels-reported', serviceId, channels, abilities });
        }
        case 'signed-in': {
          const { isSignedIn, server } = message;
          return store.dispatch({
            kind: 'sign-in-reported',
            serviceId,
            isSignedIn,
            server: server && { name: server.name, version: server.version },
          });
        }
        case 'connection':
          return store.dispatch({
            kind: 'connection-reported',
            serviceId,
            connection: message.connection,
            nowMs: nowMs(),
          });
        case 'channel-shown':
          return store.dispatch({ kind: 'channel-shown', serviceId, channelId: message.channelId });
        case 'adapter-failed':
          return store.dispatch({ kind: 'adapter-failed', serviceId, reason: message.reason });
        default:
          return undefined;
      }
    },
    ask,
    stop: () => stops.forEach((stop) => stop()),
  };
}
