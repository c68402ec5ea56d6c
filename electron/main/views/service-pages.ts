import type { WebContents } from 'electron/main';
import type { NotificationShow, ServiceMessage } from '../../core/ipc/service-messages';
import { attribute, toHint, type NotificationForm } from '../../core/decide/attribute';
import { keepLast } from '../../core/model/keep-last';
import type { PageNotification } from '../../core/model/notification';
import type { Message } from '../../core/model/message';
import type { ChannelRef } from '../../core/model/channel';
import type { Rule } from '../../core/model/rule';
import type { ServiceId } from '../../core/model/service';
import type { Unread } from '../../core/model/unread';
import { allRead } from '../../core/model/unread';
import { isOwnSite, type RecipeHosts } from '../../core/decide/decide-navigation';
import { selectService, selectServiceSession } from '../../core/state/selectors';
import type { MessageSender, ServiceChannelDeps } from '../ipc/service-channel';
import type { CredentialDesk } from '../listeners/credentials';
import type { ShareDesk, SharePage } from '../sharing/share-desk';
import type { AppStore, Stop } from '../store/app-store';
import type { Captures } from './captures';
import type { FramePage } from './frame-book';
import { createChannelDesk, type AdapterEvent } from './channel-desk';
import { createToldMessages, type ToldMessages } from './told-messages';

/** Main's own map from pages to services, and the way back to whoever made a notification. */
export interface ServicePages {
  /** `role` says whether it is the page in the service's view, or a window that page opened. */
  readonly add: (serviceId: ServiceId, contents: WebContents, role: PageRole) => void;
  readonly serviceOf: (contentsId: number) => ServiceId | undefined;
  /** The pages a service has now: its view's and those of its child windows. */
  readonly pagesOf: (serviceId: ServiceId) => readonly WebContents[];
  /** Tells of the pages there are, at once, and of each other as it is added, before its first document. */
  readonly onPage: (listener: (serviceId: ServiceId, contents: WebContents) => void) => Stop;
  /** Asks the service's adapter; false where none speaks on the present page. */
  readonly askAdapter: (serviceId: ServiceId, event: AdapterEvent) => boolean;
  /** Whether an address is of the service's own site. */
  readonly isOwnSite: (serviceId: ServiceId, url: string) => boolean;
  readonly senderOf: (
    notification: Pick<PageNotification, 'pageId' | 'senderKey'>,
  ) => MessageSender | undefined;
  /** What was notified of, by pages and whoever hears services without one. */
  readonly told: ToldMessages;
  /** What the service channel needs to know and tell. */
  readonly channelDeps: Omit<ServiceChannelDeps, 'workers' | 'refuse'>;
  readonly stop: Stop;
}

type PageRole = 'view' | 'window';
type Unsent = Extract<ServiceMessage, { readonly kind: 'unsent' }>;

interface PagesDeps {
  readonly store: AppStore;
  readonly hostsOf: (recipeId: string) => RecipeHosts;
  /** How notifications of a recipe are worded. */
  readonly formsOf: (recipeId: string) => readonly NotificationForm[];
  readonly openExternal: (address: string) => boolean;
  readonly captures: Pick<Captures, 'hear' | 'watch'>;
  readonly shares: Pick<ShareDesk, 'hear' | 'watch'>;
  readonly credentials: Pick<CredentialDesk, 'hear'>;
  /** Hears what is unsent in a frame. */
  readonly hearUnsent: (serviceId: ServiceId, message: Unsent, sender: MessageSender) => void;
  readonly newId: () => string;
  readonly nowMs: () => number;
}

/** Most senders remembered for the way back. */
const SENDERS_MAX = 500;

/** Creates the map; what pages say becomes actions, attributed by the map and never by the page. */
export function createServicePages(deps: PagesDeps): ServicePages {
  const { store, nowMs } = deps;
  const pages = new Map<
    number,
    { readonly serviceId: ServiceId; readonly contents: WebContents; readonly role: PageRole }
  >();
  const desk = createChannelDesk(store, (contentsId) => pages.get(contentsId)?.role === 'view', nowMs);
  const listeners = new Set<(serviceId: ServiceId, contents: WebContents) => void>();
  const senders = new Map<string, MessageSender>();
  const told = createToldMessages();

  const mayNotify = (serviceId: ServiceId, frameUrl: string): boolean => {
    const service = selectService(store.getState(), serviceId);
    if (service === undefined || !URL.canParse(frameUrl)) return false;
    return isOwnSite(new URL(frameUrl).hostname, service, deps.hostsOf(service.recipeId));
  };

  const rememberSender = (sender: MessageSender): void => {
    keepLast(senders, sender.key, sender, SENDERS_MAX);
  };

  const attributed = (serviceId: ServiceId, said: NotificationShow): Message => {
    const { persisted } = store.getState();
    const service = selectService(store.getState(), serviceId);
    const { adapter, listening, channels = [] } = selectServiceSession(store.getState(), serviceId);
    // What an earlier page told, unlike a listener, may name other channels by the same tags.
    const present = adapter.kind === 'speaking' || listening.kind === 'live' ? channels : [];
    const facts = {
      serviceId,
      forms: service === undefined ? [] : deps.formsOf(service.recipeId),
      patterns: persisted.patterns,
      ownNames: [...(service?.ownNames ?? []), ...(adapter.kind === 'speaking' ? adapter.ownNames : [])],
      // While the adapter is silent, what is known by name still is: a muted room stays muted.
      named:
        adapter.kind === 'speaking' ? channels : [...channels, ...ruledChannels(persisted.rules, serviceId)],
    };
    return attribute(said, facts, toHint(said, present));
  };

  const hear = (
    serviceId: ServiceId,
    message: ServiceMessage,
    sender: MessageSender,
    isOverRate: boolean,
  ): void => {
    switch (message.kind) {
      case 'notification-show': {
        rememberSender(sender);
        const notification: PageNotification = {
          id: deps.newId(),
          serviceId,
          pageId: message.pageId,
          senderKey: sender.key,
          title: message.title,
          body: message.body,
          iconUrl: message.icon,
          tag: message.tag,
          silent: message.silent,
          renotify: message.renotify,
          requireInteraction: message.requireInteraction,
          origin: message.origin,
          shownAtMs: nowMs(),
          message: attributed(serviceId, message),
        };
        if (!told.wasTold(notification.message, message.hint?.isServerId === true, message.timestampMs))
          store.dispatch({ kind: 'notification-requested', notification, isOverRate, nowMs: nowMs() });
        // A page is not told that its person has muted it: to it the notification is shown.
        if (!store.getState().session.notifications.some((one) => one.id === notification.id)) {
          sender.reply({ kind: 'notification-event', pageId: message.pageId, event: 'show' });
        }
        return undefined;
      }
      case 'notification-close':
        return store.dispatch({
          kind: 'notification-withdrawn',
          serviceId,
          senderKey: sender.key,
          pageId: message.pageId,
        });
      case 'badge':
        return store.dispatch({
          kind: 'unread-reported',
          serviceId,
          source: 'badge',
          unread: toUnread(message.badge),
        });
      case 'capture':
        deps.shares.hear(message, sender);
        return deps.captures.hear(serviceId, message, sender);
      case 'devices': {
        const { cameras, microphones } = message;
        return store.dispatch({ kind: 'devices-heard', serviceId, devices: { cameras, microphones } });
      }
      case 'credentials':
        return deps.credentials.hear(serviceId, message, sender);
      case 'unsent':
        return deps.hearUnsent(serviceId, message, sender);
      case 'worker-focus':
        return store.dispatch({ kind: 'service-focus-requested', serviceId });
      case 'worker-open':
        if (mayNotify(serviceId, message.url))
          store.dispatch({ kind: 'page-address-requested', serviceId, url: message.url });
        else deps.openExternal(message.url);
        return store.dispatch({ kind: 'service-focus-requested', serviceId });
      default:
        return desk.hear(serviceId, message, sender);
    }
  };

  return {
    add: (serviceId, contents, role) => {
      const { id } = contents;
      pages.set(id, { serviceId, contents, role });
      contents.on('destroyed', () => pages.delete(id));
      // Electron's overloads of `on` take one event each.
      deps.captures.watch(contents as unknown as FramePage);
      deps.shares.watch(contents as unknown as SharePage);
      for (const listener of listeners) listener(serviceId, contents);
    },
    serviceOf: (contentsId) => pages.get(contentsId)?.serviceId,
    pagesOf: (serviceId) =>
      [...pages.values()].filter((one) => one.serviceId === serviceId).map(({ contents }) => contents),
    onPage: (listener) => {
      for (const { serviceId, contents } of pages.values()) listener(serviceId, contents);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    askAdapter: desk.ask,
    isOwnSite: mayNotify,
    stop: desk.stop,
    told,
    senderOf: (notification) =>
      notification.pageId === '' ? undefined : senders.get(notification.senderKey),
    channelDeps: {
      serviceOf: (contentsId) => pages.get(contentsId)?.serviceId,
      mayNotify,
      onMessage: hear,
      nowMs,
    },
  };
}

function toUnread(badge: Extract<ServiceMessage, { readonly kind: 'badge' }>['badge']): Unread {
  switch (badge.kind) {
    case 'count':
      return { direct: badge.count, indirect: false };
    case 'flag':
      return { direct: 0, indirect: true };
    case 'none':
      return allRead;
  }
}

/** The channels that rules of a service speak of. */
const ruledChannels = (rules: readonly Rule[], serviceId: ServiceId): readonly ChannelRef[] =>
  rules.flatMap(({ scope }) =>
    scope.kind === 'channel' && scope.serviceId === serviceId
      ? [{ id: scope.channelId, name: scope.name, kind: scope.channelKind }]
      : [],
  );
