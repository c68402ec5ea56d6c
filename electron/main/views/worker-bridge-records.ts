import type { NotificationShow, ServiceEvent, ServiceMessage } from '../../core/ipc/service-messages';
import type { MessageSender, WorkerHook } from '../ipc/service-channel-gate';

export interface WorkerCarrier {
  /** Brings an event to the worker of a scope, waking it where need be; false when there is no way to it now. */
  readonly carry: (scope: string, event: WorkerEvent) => boolean;
  /** Told when a page says that its origin has a worker, or is about to; settles once its workers are met. */
  readonly onWorker: () => Promise<void>;
}

/** What main says to a worker's own side. */
export interface WorkerEvent {
  readonly kind: 'worker-event';
  readonly requestId: string;
  readonly event: 'click' | 'close';
  readonly pageId: string;
  readonly state: string;
  readonly action: string;
}

interface Kept {
  readonly pageId: string;
  readonly scope: string;
  readonly tag: string;
  readonly state: string;
  readonly clicked: boolean;
}

export interface WorkerRecords extends WorkerHook {
  /** Says who brings events to the workers of a service; gives what ends that. */
  readonly join: (serviceId: string, carrier: WorkerCarrier) => () => void;
  /** Drops what is remembered of a service: its data was cleared. */
  readonly clear: (serviceId: string) => void;
  /** Drops that and the way to its workers: the service is gone. */
  readonly forget: (serviceId: string) => void;
}

/** The sender key of all that belongs to one registration. */
export function toKey(serviceId: string, scope: string): string {
  return `worker:${serviceId}:${scope}`;
}

/** Most notifications of workers remembered for one service; the oldest give way. */
const KEPT_MAX = 100;
/** What these may hold of the worker's own in all, in UTF-16 units: each answer to `getNotifications` carries it. */
const KEPT_UNITS_MAX = 524_288;
/** Most that are gone from the screen and may still be called up from the inbox. */
const PAST_MAX = 200;
/** How long after a click a worker may open or focus windows. */
const ALLOWED_MS = 10_000;

/**
 * Gives the record of notifications that belong to registrations, not to pages: it answers `getNotifications` and
 * brings clicks and closes to the worker. Kept while the app runs.
 */
export function createWorkerRecords(
  nowMs: () => number,
  /** Those whose pages reach the same workers, too. */
  togetherWith: (serviceId: string) => readonly string[] = (serviceId) => [serviceId],
): WorkerRecords {
  const kept = new Map<string, readonly Kept[]>();
  const past = new Map<string, readonly Kept[]>();
  const carriers = new Map<string, WorkerCarrier>();
  const allowedUntilMs = new Map<string, number>();
  let lastRequest = 0;

  const carrierOf = (serviceId: string): WorkerCarrier | undefined =>
    [serviceId, ...togetherWith(serviceId)].map((id) => carriers.get(id)).find((one) => one !== undefined);
  const find = (serviceId: string, pageId: string): Kept | undefined =>
    kept.get(serviceId)?.find((item) => item.pageId === pageId);
  const put = (serviceId: string, change: (items: readonly Kept[]) => readonly Kept[]): void => {
    kept.set(serviceId, newestOf(change(kept.get(serviceId) ?? [])));
  };
  const remove = (serviceId: string, pageId: string): void => {
    const item = find(serviceId, pageId);
    if (item !== undefined) past.set(serviceId, [...(past.get(serviceId) ?? []), item].slice(-PAST_MAX));
    put(serviceId, (items) => items.filter((item) => item.pageId !== pageId));
  };

  const tell = (serviceId: string, event: ServiceEvent): boolean => {
    if (event.kind !== 'notification-event') return false;
    const isRecall = event.event === 'recall';
    const item =
      find(serviceId, event.pageId) ??
      (isRecall ? past.get(serviceId)?.find((one) => one.pageId === event.pageId) : undefined);
    if (item === undefined) return false;
    if (event.event === 'show') return true;
    if (event.event === 'click' || event.event === 'recall') {
      allowedUntilMs.set(serviceId, nowMs() + ALLOWED_MS);
      put(serviceId, (items) => items.map((each) => (each === item ? { ...item, clicked: true } : each)));
    } else {
      remove(serviceId, item.pageId);
      if (event.event === 'error' || item.clicked) return true;
    }
    lastRequest += 1;
    const { pageId, state, scope } = item;
    const requestId = `r${lastRequest}`;
    const action = event.action ?? '';
    return (
      carrierOf(serviceId)?.carry(scope, {
        kind: 'worker-event',
        requestId,
        event: event.event === 'close' ? 'close' : 'click',
        pageId,
        state,
        action,
      }) ?? false
    );
  };

  const show = (serviceId: string, message: NotificationShow, sender: MessageSender): MessageSender => {
    const { scope, state, pageId, tag } = message;
    if (scope === undefined || state === undefined || new URL(scope).origin !== sender.origin) return sender;
    put(serviceId, (items) => [
      ...items.filter((item) => tag === '' || item.tag !== tag || item.scope !== scope),
      { pageId, scope, tag, state, clicked: false },
    ]);
    return { ...sender, key: toKey(serviceId, scope), reply: (event) => tell(serviceId, event) };
  };

  const mayOpen = (serviceId: string, sender: MessageSender): boolean =>
    sender.from === 'worker' && nowMs() <= (allowedUntilMs.get(serviceId) ?? Number.NEGATIVE_INFINITY);

  const list = (
    serviceId: string,
    message: Extract<ServiceMessage, { kind: 'notification-list' }>,
    sender: MessageSender,
  ): void => {
    const own = new URL(message.scope).origin === sender.origin;
    const items = (kept.get(serviceId) ?? []).filter((item) => own && item.scope === message.scope);
    sender.reply({
      kind: 'notification-list',
      requestId: message.requestId,
      items: items.map(({ pageId, state }) => ({ pageId, state })),
    });
  };

  const clear = (serviceId: string): void => {
    kept.delete(serviceId);
    past.delete(serviceId);
    allowedUntilMs.delete(serviceId);
  };

  return {
    hear(serviceId, message, sender) {
      if (message.kind === 'notification-show' && message.origin === 'worker') {
        return { kind: 'pass', sender: show(serviceId, message, sender) };
      }
      if (message.kind === 'worker-ready' && sender.from === 'frame') {
        const met = carriers.get(serviceId)?.onWorker() ?? Promise.resolve();
        void met.then(() => sender.reply({ kind: 'worker-met' }));
      }
      if (message.kind === 'notification-close') {
        const item = find(serviceId, message.pageId);
        remove(serviceId, message.pageId);
        // Whoever closes it, it belongs to the registration.
        return {
          kind: 'pass',
          sender: item === undefined ? sender : { ...sender, key: toKey(serviceId, item.scope) },
        };
      }
      if (message.kind === 'notification-list') list(serviceId, message, sender);
      const isOpening = message.kind === 'worker-focus' || message.kind === 'worker-open';
      if (isOpening ? !mayOpen(serviceId, sender) : /^worker-|^notification-list$/.test(message.kind))
        return { kind: 'done' };
      return { kind: 'pass', sender };
    },
    join(serviceId, carrier) {
      carriers.set(serviceId, carrier);
      return () => {
        if (carriers.get(serviceId) === carrier) carriers.delete(serviceId);
      };
    },
    clear,
    forget(serviceId) {
      clear(serviceId);
      carriers.delete(serviceId);
    },
  };
}

/** As many of the newest as there is room for. */
function newestOf(items: readonly Kept[]): readonly Kept[] {
  const room = { units: KEPT_UNITS_MAX };
  const tooOld = items.findLastIndex(({ state }) => (room.units -= state.length) < 0);
  return items.slice(tooOld + 1).slice(-KEPT_MAX);
}
