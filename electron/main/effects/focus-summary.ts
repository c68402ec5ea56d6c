import { toSummary } from '../../core/decide/to-summary';
import type { InboxChannelCount, InboxFilter } from '../../core/model/inbox';
import type { ServiceId } from '../../core/model/service';
import type { Translate } from '../../core/model/translate';
import type { AppState } from '../../core/state/app-state';
import { selectFocus } from '../../core/state/select-policy';
import type { AppStore, Stop } from '../store/app-store';

export interface FocusSummaryPort {
  readonly channels: (filter: InboxFilter) => Promise<readonly InboxChannelCount[]>;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly translate: Translate;
}

/** Since when each service is in focus. */
type Held = ReadonlyMap<ServiceId, number>;

/**
 * When services come out of focus tells once how much was held of them, and from where; nothing when nothing was. To be
 * started before the clock is looked at, so that a focus which ended while the app did not run is summed up too.
 */
export function startFocusSummary(store: AppStore, port: FocusSummaryPort): Stop {
  const seen: { held: Held } = { held: heldFromBefore(store.getState()) };

  const sumUp = async (services: ReadonlySet<ServiceId>, fromMs: number, toMs: number): Promise<void> => {
    const filter: InboxFilter = { decisions: ['hold'], isUnread: true, fromMs, toMs };
    const held = await port.channels(filter);
    const { persisted, session } = store.getState();
    const summary = toSummary(
      held.filter(({ serviceId }) => services.has(serviceId)),
      (serviceId) => persisted.services.find((service) => service.id === serviceId)?.name,
      port.translate,
      session.language.locale,
    );
    if (summary !== undefined)
      store.dispatch({ kind: 'summary-shown', summary: { id: port.newId(), ...summary, filter } });
  };

  return store.watch(
    heldNow,
    (held) => {
      const nowMs = port.nowMs();
      const before = seen.held;
      // A focus that follows another, or was shifted with the clock, keeps the earlier beginning.
      seen.held = new Map(
        [...held].map(([id, startMs]) => [id, Math.min(startMs ?? nowMs, before.get(id) ?? nowMs)] as const),
      );
      const out = [...before].filter(([id]) => !held.has(id));
      if (out.length === 0) return;
      const fromMs = Math.min(nowMs, ...out.map(([, startMs]) => startMs));
      // How the inbox is, is told as its health.
      sumUp(new Set(out.map(([id]) => id)), fromMs, nowMs).catch(() => undefined);
    },
    (a, b) => a.size === b.size && [...a].every(([id, startMs]) => b.has(id) && b.get(id) === startMs),
  );
}

/** Each service that is in focus, and since when; undefined where nobody says. */
function heldNow(state: AppState): ReadonlyMap<ServiceId, number | undefined> {
  const held = new Map<ServiceId, number | undefined>();
  for (const { id } of state.persisted.services) {
    const focus = selectFocus(state, id);
    const starts = focus.flatMap(({ startMs }) => startMs ?? []);
    if (focus.length > 0) held.set(id, starts.length === 0 ? undefined : Math.min(...starts));
  }
  return held;
}

function heldFromBefore({ persisted }: AppState): Held {
  const { now } = persisted.focus;
  return new Map(now === null ? [] : persisted.services.map(({ id }) => [id, now.startedAtMs] as const));
}
