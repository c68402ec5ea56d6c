import { toInboxEntry } from '../../core/decide/to-inbox-entry';
import type { Channel } from '../../core/model/channel';
import type { InboxFilter, InboxHealth, NewInboxEntry } from '../../core/model/inbox';
import type { ServiceId } from '../../core/model/service';
import { selectUnread } from '../../core/model/unread';
import type { AppState } from '../../core/state/app-state';
import { selectFocus } from '../../core/state/select-policy';
import { selectServiceSession } from '../../core/state/selectors';
import { createCoalescer } from '../coalescer';
import { whenPainted, type AppStore, type Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** Least time between two counts of the inbox. */
const COUNT_MS = 250;
/** The start is not the time to open it. */
const FIRST_COUNT_MS = 3_000;
/** So long a page has to say that nothing is unread before it is believed. */
const SETTLE_MS = 3_000;

/** What recording needs of the inbox. */
export interface InboxRecordPort extends TimerPort {
  readonly add: (entry: NewInboxEntry) => void;
  readonly count: (filter: InboxFilter) => Promise<number>;
  readonly markRead: (choice: InboxFilter & { readonly keys?: readonly string[] }) => Promise<number>;
  readonly onHealth: (listener: (health: InboxHealth) => void) => Stop;
  /** True once anything was ever put in: asking earlier would start the inbox for nothing. */
  readonly hasEntries: () => boolean;
}

/** Puts every notification that reaches the app into the inbox, and keeps what is read there like what is read in the services. */
export function startInboxRecord(store: AppStore, port: InboxRecordPort): Stop {
  const seen: Seen = {
    counts: new Map(),
    settling: new Map(),
    heldSinceMs: undefined,
    isAwake: false,
    stopWaiting: () => undefined,
  };
  const count = async (): Promise<void> => {
    if (!port.hasEntries()) return;
    const focus = selectFocus(store.getState(), undefined);
    const starts = focus.flatMap(({ startMs }) => startMs ?? []);
    const [unread, held] = await Promise.all([
      port.count({ isUnread: true }),
      focus.length === 0
        ? 0
        : port.count({
            decisions: ['hold'],
            isUnread: true,
            fromMs: starts.length === 0 ? seen.heldSinceMs : Math.min(...starts),
          }),
    ]);
    store.dispatch({ kind: 'inbox-counted', unread, held });
  };
  const changes = createCoalescer<true>(
    () => {
      store.dispatch({ kind: 'inbox-changed' });
      // How the inbox is, is told as its health.
      count().catch(() => undefined);
    },
    COUNT_MS,
    port.after,
  );
  const markRead = (choice: Parameters<InboxRecordPort['markRead']>[0]): void => {
    if (!port.hasEntries()) return;
    port.markRead(choice).then(
      (marked) => {
        if (marked > 0) changes.put(true);
      },
      () => undefined,
    );
  };

  /** What a page says of itself may blink, or be gone with the page: read is what stays so. */
  const settle = (serviceId: ServiceId): void => {
    seen.settling.get(serviceId)?.();
    const toMs = port.nowMs();
    const stop = port.after(SETTLE_MS, () => {
      seen.settling.delete(serviceId);
      if (seen.counts.get(serviceId)?.all === 0) markRead({ serviceId, toMs });
    });
    seen.settling.set(serviceId, stop);
  };
  const stops = [
    store.onAction('notification-requested', ({ notification, isOverRate, nowMs }, _after, before) => {
      const entry = toInboxEntry(before, notification, isOverRate, nowMs);
      if (entry === undefined) return;
      port.add(entry);
      changes.put(true);
    }),
    store.onAction('notification-clicked', ({ notificationId }) => markRead({ keys: [notificationId] })),
    store.onAction('inbox-entry-opened', ({ key }) => markRead({ keys: [key] })),
    store.onAction('channel-read-requested', ({ serviceId, channelId }) =>
      markRead({ serviceId, channelId, toMs: port.nowMs() }),
    ),
    store.onAction('service-read-requested', ({ serviceId }) => markRead({ serviceId, toMs: port.nowMs() })),
    store.onAction('service-removal-final', () => changes.put(true)),
    store.watch(
      (state) => countsOf(state),
      (counts) => {
        for (const choice of nowRead(seen.counts, counts)) {
          if (choice.channelId !== undefined || counts.get(choice.serviceId)?.channels !== undefined)
            markRead(choice);
          else settle(choice.serviceId);
        }
        seen.counts = counts;
      },
      (a, b) => isSameCounts(a, b),
    ),
    // Another document: what it does not say, nobody has read.
    ...(['view-document-replaced', 'view-crashed', 'view-closed'] as const).map((kind) =>
      store.onAction(kind, ({ serviceId }) => {
        seen.settling.get(serviceId)?.();
        seen.settling.delete(serviceId);
        seen.counts = new Map(
          [...seen.counts].filter(([id, { channels }]) => id !== serviceId || channels !== undefined),
        );
      }),
    ),
    store.watch(
      (state) => selectFocus(state, undefined).length > 0,
      (isOn) => {
        // The system does not say since when.
        seen.heldSinceMs = isOn ? port.nowMs() : undefined;
        if (seen.isAwake) changes.put(true);
      },
    ),
    whenPainted(store, () => {
      seen.stopWaiting = port.after(FIRST_COUNT_MS, () => {
        seen.isAwake = true;
        changes.put(true);
      });
    }),
    port.onHealth((health) => {
      store.dispatch({ kind: 'inbox-health-changed', health });
      if (health.kind === 'ready') changes.put(true);
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    seen.stopWaiting();
    for (const stop of seen.settling.values()) stop();
    changes.stop();
  };
}

interface Seen {
  counts: Counts;
  /** Services whose page says that all is read, not for long yet. */
  readonly settling: Map<ServiceId, Stop>;
  /** Since when something holds, as far as was noticed. */
  heldSinceMs: number | undefined;
  isAwake: boolean;
  stopWaiting: Stop;
}

/** What one service says is unread: in all, and in each channel that its adapter tells of. */
interface ServiceCounts {
  readonly all: number;
  /** Undefined where the page itself says what is unread. */
  readonly channels: ReadonlyMap<string, number> | undefined;
}
type Counts = ReadonlyMap<string, ServiceCounts>;

/** How much is unread in each service, whatever rules want counted; without those that have said nothing. */
const countsOf = (state: AppState): Counts =>
  new Map(
    state.persisted.services.flatMap(({ id, enabled }): readonly (readonly [string, ServiceCounts])[] => {
      const { channels, reports } = selectServiceSession(state, id);
      if (!enabled) return [];
      if (channels !== undefined) return [[id, countChannels(channels)]];
      const { direct, indirect } = selectUnread(reports);
      return direct === 'unknown' ? [] : [[id, { all: direct + (indirect ? 1 : 0), channels: undefined }]];
    }),
  );

const counted = new WeakMap<readonly Channel[], ServiceCounts>();

function countChannels(channels: readonly Channel[]): ServiceCounts {
  const known = counted.get(channels);
  if (known !== undefined) return known;
  const byChannel = new Map(channels.map(({ id, unread, mentions }) => [id, Math.max(unread, mentions)]));
  const counts = { all: [...byChannel.values()].reduce((sum, count) => sum + count, 0), channels: byChannel };
  counted.set(channels, counts);
  return counts;
}

interface ReadChoice extends InboxFilter {
  readonly serviceId: ServiceId;
}

/**
 * What was unread and is not any more: channels by the adapter's word; a whole service where nothing of it is, said by
 * the same that said before that something was. What is gone has not been read.
 */
function nowRead(before: Counts, after: Counts): readonly ReadChoice[] {
  return [...after].flatMap(([serviceId, { all, channels }]): readonly ReadChoice[] => {
    const earlier = before.get(serviceId);
    if (earlier === undefined || (earlier.channels === undefined) !== (channels === undefined)) return [];
    const isLeft = [...(earlier.channels ?? [])].some(
      ([id, count]) => count > 0 && channels?.has(id) !== true,
    );
    if (all === 0 && earlier.all > 0 && !isLeft) return [{ serviceId }];
    return [...(channels ?? [])]
      .filter(([id, count]) => count === 0 && (earlier.channels?.get(id) ?? 0) > 0)
      .map(([channelId]) => ({ serviceId, channelId }));
  });
}

const isSameCounts = (a: Counts, b: Counts): boolean =>
  a.size === b.size && [...b].every(([id, counts]) => isSameCount(a.get(id), counts));

const isSameCount = (a: ServiceCounts | undefined, b: ServiceCounts): boolean =>
  a === b || (a !== undefined && a.channels === undefined && b.channels === undefined && a.all === b.all);
