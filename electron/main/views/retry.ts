import type { ServiceId } from '../../core/model/service';
import type { AppState, LoadState } from '../../core/state/app-state';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** How long a page may hang before it is ended and loaded anew. */
const HUNG_PATIENCE_MS = 15_000;

/** A network that is back takes so long until names and ways are known, too. */
const SETTLED_MS = 1_000;

/**
 * Loads failed, crashed and hung pages again when their time has come, and at once: failed ones when the network is
 * back, failed and crashed ones when the machine wakes.
 */
export function startRetry(store: AppStore, port: TimerPort): Stop {
  const timers = new Map<ServiceId, { readonly key: string; readonly stop: Stop }>();
  const retry = (serviceId: ServiceId): void => {
    timers.get(serviceId)?.stop();
    timers.delete(serviceId);
    store.dispatch({ kind: 'reload-requested', serviceId, fromStartPage: false });
  };

  /** A page that is ended is a crashed one, and loaded anew like any. */
  const end = (serviceId: ServiceId): void => {
    timers.delete(serviceId);
    store.dispatch({ kind: 'view-hung-too-long', serviceId });
  };

  const stopWatching = store.watch(
    (state) => state.session.services,
    () => {
      const due = selectDue(store.getState());
      for (const [serviceId, timer] of [...timers]) {
        if (due.get(serviceId)?.key === timer.key) continue;
        timer.stop();
        timers.delete(serviceId);
      }
      for (const [serviceId, { key, atMs }] of due) {
        if (timers.has(serviceId)) continue;
        const delayMs = atMs === undefined ? HUNG_PATIENCE_MS : Math.max(0, atMs - port.nowMs());
        const run = atMs === undefined ? () => end(serviceId) : () => retry(serviceId);
        timers.set(serviceId, { key, stop: port.after(delayMs, run) });
      }
    },
  );
  const retryAll = (kinds: readonly LoadState['kind'][]): void => {
    for (const [serviceId, session] of Object.entries(store.getState().session.services)) {
      if (kinds.includes(session.load.kind)) retry(serviceId);
    }
  };
  const retryFailed = (): void => retryAll(['failed']);
  const again: { stop: Stop } = { stop: () => undefined };
  const stopNetwork = store.onAction('network-changed', ({ online }, _after, before) => {
    again.stop();
    if (!online || before.session.online) return;
    retryFailed();
    again.stop = port.after(SETTLED_MS, retryFailed);
  });
  // What the machine's sleep has ended is no page that crashes.
  const stopResume = store.onAction('system-resumed', () => retryAll(['failed', 'crashed']));
  return () => {
    stopWatching();
    stopNetwork();
    again.stop();
    stopResume();
    timers.forEach((timer) => timer.stop());
  };
}

interface Due {
  readonly key: string;
  /** `undefined`: {@link HUNG_PATIENCE_MS} from now. */
  readonly atMs: number | undefined;
}

function selectDue(state: AppState): ReadonlyMap<ServiceId, Due> {
  const due = new Map<ServiceId, Due>();
  for (const service of state.persisted.services) {
    const load = state.session.services[service.id]?.load;
    if (load?.kind === 'failed' || load?.kind === 'crashed') {
      due.set(service.id, { key: `${load.kind}${load.retryAtMs}`, atMs: load.retryAtMs });
    } else if (load?.kind === 'hung') {
      due.set(service.id, { key: `hung${load.attempt}`, atMs: undefined });
    }
  }
  return due;
}
