import { toInboxEntry } from '../../core/decide/to-inbox-entry';
import type { InboxFilter, InboxHealth, NewInboxEntry } from '../../core/model/inbox';
import type { AppState } from '../../core/state/app-state';
import { selectFocus } from '../../core/state/select-policy';
import { selectServiceUnread } from '../../core/state/selectors';
import { createCoalescer } from '../coalescer';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** Least time between two counts of the inbox. */
const COUNT_MS = 250;
/** The start is not the time to open it. */
const FIRST_COUNT_MS = 3_000;

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
            fromMs: starts.length === 0 ? undefined : Math.min(...starts),
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

  const seen: { counts: Counts; isAwake: boolean; stopWaiting: Stop } = {
    counts: new Map(),
    isAwake: false,
    stopWaiting: () => undefined,
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
    store.onAction('service-removal-final', () => changes.put(true)),
    store.watch(
      (state) => countsOf(state),
      (counts) => {
        for (const serviceId of nowRead(seen.counts, counts)) markRead({ serviceId });
        seen.counts = counts;
      },
      (a, b) => isSameCounts(a, b),
    ),
    store.watch(
      (state) => selectFocus(state, undefined).length > 0,
      () => {
        if (seen.isAwake) changes.put(true);
      },
    ),
    store.onAction('shell-painted', () => {
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
    changes.stop();
  };
}

type Counts = ReadonlyMap<string, number>;

/** How much each service says is meant for the person and unread; without those that have said nothing. */
const countsOf = (state: AppState): Counts =>
  new Map(
    state.persisted.services.flatMap((service): readonly (readonly [string, number])[] => {
      const { direct, indirect } = selectServiceUnread(state, service);
      return direct === 'unknown' ? [] : [[service.id, direct + (indirect ? 1 : 0)]];
    }),
  );

/** The services in which something was unread and nothing is any more. */
const nowRead = (before: Counts, after: Counts): readonly string[] =>
  [...after.keys()].filter((id) => after.get(id) === 0 && (before.get(id) ?? 0) > 0);

const isSameCounts = (a: Counts, b: Counts): boolean =>
  a.size === b.size && [...a].every(([id, count]) => b.get(id) === count);
