import {
  isCaptureText,
  isChannelsText,
  isUnsentText,
  parseServiceMessage,
  type PageBadge,
  type ServiceEvent,
  type ServiceMessage,
  type ServiceMessageRefusal,
} from '../../core/ipc/service-messages';
import { createTokenBucket, type TokenBucket } from '../../core/model/token-bucket';
import { createCoalescer, type Coalescer } from '../coalescer';
import { timers, type TimerPort } from '../timers';
import type { Turns } from '../turns';

/** Whom a message came from, and the way back. Kept with a notification so that its events find the page. */
export interface MessageSender {
  /** Names the frame or worker: `frame:<webContents>:<process>:<routing>` or `worker:<scope>`. */
  readonly key: string;
  readonly from: 'frame' | 'worker';
  /** Id of the WebContents; of the worker's view for a worker. */
  readonly senderId: number;
  readonly processId: number;
  readonly frameRoutingId: number;
  readonly frameUrl: string;
  readonly origin: string;
  /** Sends an event back; false when the frame or worker is gone. */
  readonly reply: (event: ServiceEvent) => boolean;
}

export type ServiceRefusal =
  | ServiceMessageRefusal
  | 'unknown-sender'
  | 'foreign-frame'
  | 'frame-gone'
  | 'too-many'
  | 'too-many-notifications'
  | 'may-not-notify'
  | 'flood';

export interface ServiceChannelDeps {
  /** The service of a WebContents, by main's own map. */
  readonly serviceOf: (senderId: number) => string | undefined;
  readonly mayNotify: (serviceId: string, frameUrl: string) => boolean;
  readonly onMessage: (
    serviceId: string,
    message: ServiceMessage,
    sender: MessageSender,
    /** More notifications came of it just now than a desktop can bear. */
    isOverRate: boolean,
  ) => void;
  /** Counts what is refused. */
  readonly refuse: (serviceId: string | undefined, reason: ServiceRefusal, times?: number) => void;
  readonly nowMs: () => number;
  /** What records worker notifications; it may answer a message itself (true) or give another way back. */
  readonly workers?: WorkerHook;
  readonly after?: TimerPort['after'];
  /** In which what was let in is looked at; at once where left out. */
  readonly turns?: Turns;
}

export interface WorkerHook {
  /** Hears every admitted message first. `done` means nobody else needs to hear it. */
  readonly hear: (
    serviceId: string,
    message: ServiceMessage,
    sender: MessageSender,
  ) => { readonly kind: 'done' } | { readonly kind: 'pass'; readonly sender: MessageSender };
}

export interface ServiceGate {
  /** Admits one raw message of a service that main knows: rate, size, shape, permission; then tells `onMessage`. */
  readonly receive: (serviceId: string, raw: unknown, sender: MessageSender) => void;
  readonly refuse: ServiceChannelDeps['refuse'];
  readonly forget: (serviceId: string) => void;
  readonly stop: () => void;
}

export const serviceRates = {
  messages: { burst: 700, perSecond: 50 },
  /** What a desktop can bear; more is not shown, but none of it is lost. */
  notifications: { burst: 20, perSecond: 5 },
  /** What is taken at all: a night's messages that come at once, not a storm that never ends. At most 87,000 a day. */
  records: { burst: 600, perSecond: 1 },
  captures: { burst: 20, perSecond: 5 },
  /** Of all its frames. */
  unsents: { burst: 40, perSecond: 10 },
  /** Each may be large. The preload sends five a second at most. */
  channels: { burst: 20, perSecond: 10 },
  badgeQuietMs: 50,
} as const;

interface Budget {
  readonly messages: TokenBucket;
  readonly notifications: TokenBucket;
  readonly records: TokenBucket;
  readonly captures: TokenBucket;
  readonly unsents: TokenBucket;
  readonly channels: TokenBucket;
  readonly lists: TokenBucket;
  readonly shows: TokenBucket;
  readonly badges: Coalescer<{ readonly badge: PageBadge; readonly sender: MessageSender }>;
}

const atOnce: Turns = { take: (_whose, work) => work() };

/** Gives the one gate that frames and workers of all services pass; limits are per service. */
export function createServiceGate(deps: ServiceChannelDeps): ServiceGate {
  const { after = timers.after, refuse, turns = atOnce } = deps;
  const budgets = new Map<string, Budget>();

  const budgetOf = (serviceId: string): Budget => {
    const known = budgets.get(serviceId);
    if (known !== undefined) return known;
    const made: Budget = {
      messages: createTokenBucket(serviceRates.messages),
      notifications: createTokenBucket(serviceRates.notifications),
      records: createTokenBucket(serviceRates.records),
      captures: createTokenBucket(serviceRates.captures),
      unsents: createTokenBucket(serviceRates.unsents),
      channels: createTokenBucket(serviceRates.channels),
      lists: createTokenBucket(serviceRates.messages),
      shows: createTokenBucket(serviceRates.messages),
      badges: createCoalescer(
        ({ badge, sender }) => {
          deps.onMessage(serviceId, { kind: 'badge', badge }, sender, false);
        },
        serviceRates.badgeQuietMs,
        after,
      ),
    };
    budgets.set(serviceId, made);
    return made;
  };

  const mayShow = (serviceId: string, sender: MessageSender, budget: Budget): ServiceRefusal | undefined => {
    if (!deps.mayNotify(serviceId, sender.frameUrl)) return 'may-not-notify';
    return budget.records.take(deps.nowMs()) ? undefined : 'too-many-notifications';
  };

  const receive = (serviceId: string, raw: unknown, sender: MessageSender): void => {
    const budget = budgetOf(serviceId);
    // Each of its own, so that a frame of another origin takes nothing from the service, nor a flood the sound from a call.
    const of = budget[budgetFor(raw)];
    if (!of.take(deps.nowMs())) return refuse(serviceId, 'too-many');
    turns.take(serviceId, () => admit(serviceId, raw, sender, budget));
  };

  const admit = (serviceId: string, raw: unknown, sender: MessageSender, budget: Budget): void => {
    const parsed = parseServiceMessage(raw);
    if (!parsed.ok) return refuse(serviceId, parsed.reason);
    const { message } = parsed;
    if (message.kind === 'flood') return refuse(serviceId, 'flood', Math.floor(message.dropped));
    // A sign-in page elsewhere, in the view or in a window of the service, has no count of its own to show.
    if (isOfService(message) && !deps.mayNotify(serviceId, sender.frameUrl))
      return refuse(serviceId, 'may-not-notify');
    if (message.kind === 'badge') {
      return budget.badges.put({ badge: message.badge, sender });
    }
    const isShow = message.kind === 'notification-show';
    if (isShow) {
      const refusal = mayShow(serviceId, sender, budget);
      if (refusal !== undefined) {
        sender.reply({ kind: 'notification-event', pageId: message.pageId, event: 'error' });
        return refuse(serviceId, refusal);
      }
    }
    const heard = deps.workers?.hear(serviceId, message, sender) ?? { kind: 'pass', sender };
    const isOverRate = isShow && !budget.notifications.take(deps.nowMs());
    if (heard.kind === 'pass') deps.onMessage(serviceId, message, heard.sender, isOverRate);
  };

  return {
    receive,
    refuse,
    forget(serviceId) {
      budgets.get(serviceId)?.badges.stop();
      budgets.delete(serviceId);
    },
    stop() {
      for (const budget of budgets.values()) budget.badges.stop();
      budgets.clear();
    },
  };
}

/** True for what only a page of the service's own site may say of it. */
const isOfService = ({ kind }: ServiceMessage): boolean =>
  kind === 'badge' ||
  kind === 'channels' ||
  kind === 'signed-in' ||
  kind === 'connection' ||
  kind === 'channel-shown' ||
  kind === 'adapter-failed' ||
  kind === 'devices' ||
  kind === 'credentials';

/** A worker asks for the list and closes what is there before it shows: that must not use up what it may show. */
function budgetFor(raw: unknown): 'captures' | 'unsents' | 'channels' | 'lists' | 'shows' | 'messages' {
  if (isCaptureText(raw)) return 'captures';
  if (isUnsentText(raw)) return 'unsents';
  if (isChannelsText(raw)) return 'channels';
  if (typeof raw !== 'string') return 'messages';
  if (raw.startsWith('{"kind":"notification-show"')) return 'shows';
  return raw.startsWith('{"kind":"notification-list"') ? 'lists' : 'messages';
}
