import { attribute, type NotificationForm } from '../../core/decide/attribute';
import { createTokenBucket, type TokenBucket } from '../../core/model/token-bucket';
import type { PageNotification } from '../../core/model/notification';
import type { ServiceId } from '../../core/model/service';
import { selectService, selectServiceSession } from '../../core/state/selectors';
import type { HeardNotification, ListenerTold } from '../../recipes/listening';
import { serviceRates } from '../ipc/service-channel-gate';
import type { AppStore } from '../store/app-store';
import { changeChannels } from './merge-told';
import type { ToldMessages } from '../views/told-messages';

interface HearDeps {
  readonly store: AppStore;
  /** What pages have told, and listeners: each message is notified once, whoever tells it. */
  readonly told: ToldMessages;
  readonly formsOf: (recipeId: string) => readonly NotificationForm[];
  readonly newId: () => string;
  readonly nowMs: () => number;
}

/** What listeners tell becomes actions. */
export interface ListenerEar {
  readonly hear: (serviceId: ServiceId, told: readonly ListenerTold[]) => void;
  readonly forget: (serviceId: ServiceId) => void;
}

/** Creates the ear: what a listener tells goes the same way, through the same policy, as what a page says. */
export function createListenerEar(deps: HearDeps): ListenerEar {
  const { store, told: alreadyTold, nowMs } = deps;
  const shows = new Map<ServiceId, TokenBucket>();
  const mayShow = (serviceId: ServiceId): boolean => {
    const bucket = shows.get(serviceId) ?? createTokenBucket(serviceRates.notifications);
    shows.set(serviceId, bucket);
    return bucket.take(nowMs());
  };

  const notify = (serviceId: ServiceId, heard: HeardNotification): void => {
    const service = selectService(store.getState(), serviceId);
    if (service === undefined) return;
    const { channels = [], heardNames } = selectServiceSession(store.getState(), serviceId);
    const channel = channels.find(({ id }) => id === heard.channelId);
    const { sender, mention, isThreadReply, messageId, title, body, tag, iconUrl } = heard;
    const id = deps.newId();
    const notification: PageNotification = {
      id,
      serviceId,
      pageId: '',
      senderKey: `listener:${id}`,
      title,
      body,
      iconUrl,
      tag,
      silent: false,
      renotify: false,
      requireInteraction: false,
      origin: 'listener',
      shownAtMs: nowMs(),
      message: attribute(
        { title, body, tag },
        {
          serviceId,
          forms: deps.formsOf(service.recipeId),
          patterns: store.getState().persisted.patterns,
          ownNames: [...service.ownNames, ...heardNames],
          named: channels,
        },
        {
          channel: channel && { id: channel.id, name: channel.name, kind: channel.kind },
          sender,
          mention: mention === 'unknown' ? undefined : mention,
          isThreadReply,
          messageId,
        },
      ),
    };
    if (alreadyTold.wasTold(notification.message, true, heard.sentAtMs)) return;
    const isOverRate = !mayShow(serviceId);
    store.dispatch({ kind: 'notification-requested', notification, isOverRate, nowMs: nowMs() });
  };

  const hearOne = (serviceId: ServiceId, told: ListenerTold): void => {
    switch (told.kind) {
      case 'channels':
        return store.dispatch({ kind: 'channels-heard', serviceId, channels: told.channels });
      case 'channels-changed': {
        const { channels = [] } = selectServiceSession(store.getState(), serviceId);
        return store.dispatch({
          kind: 'channels-heard',
          serviceId,
          channels: changeChannels(channels, told),
        });
      }
      case 'own-names':
        return store.dispatch({ kind: 'own-names-heard', serviceId, names: told.names });
      case 'read':
        return store.dispatch({ kind: 'read-heard', serviceId, channelId: told.channelId });
      case 'notification':
        return notify(serviceId, told);
      case 'live':
        return undefined;
    }
  };
  return {
    hear: (serviceId, told) => told.forEach((one) => hearOne(serviceId, one)),
    forget: (serviceId) => void shows.delete(serviceId),
  };
}
