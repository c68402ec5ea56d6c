import { decideSleep, hearingOf, type SleepWhy } from '../../core/decide/decide-sleep';
import type { ServiceId } from '../../core/model/service';
import type { AppState } from '../../core/state/app-state';
import { selectSeenServices, selectService, selectServiceSession } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';
import { isSameList } from '../store/is-same-list';
import type { TimerPort } from '../timers';
import { createCoalescer } from '../coalescer';

/** Changes come in crowds; so long one decision stands. */
const DECIDE_MS = 1_000;
/** How long a listener may take until the page is let go. */
const LISTEN_MS = 20_000;
/** Counts trickle in for a while after the first. */
const CHECK_SETTLE_MS = 2_000;

export interface SleeperPort extends TimerPort {
  readonly canListen: (recipeId: string) => boolean;
  /** Takes what its page signs in with; false where there is nothing. */
  readonly takeCredentials: (serviceId: ServiceId) => Promise<boolean>;
  /** Asks the page itself, and closes it where nothing of the person's would be lost; false where it stays. */
  readonly closePage: (serviceId: ServiceId) => Promise<boolean>;
  /** The notice that asks whether a service may be listened to. */
  readonly ask: (serviceId: ServiceId) => void;
}

/** Lets services sleep as {@link decideSleep} says, each heard before its page goes, and has those looked at that are not. */
export function startSleeper(store: AppStore, port: SleeperPort): Stop {
  const now: { stopTimer: Stop | undefined; hasEnded: boolean } = { stopTimer: undefined, hasEnded: false };
  const asked = new Set<ServiceId>();
  const checks = new Map<ServiceId, Stop>();

  /** Resolves when it is heard, or will not be. */
  const isHeard = (serviceId: ServiceId): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (value: boolean): void => {
        stopWatch();
        stopWaiting();
        resolve(value);
      };
      const stopWaiting = port.after(LISTEN_MS, () => settle(false));
      const stopWatch = store.watch(
        (state) => selectServiceSession(state, serviceId),
        ({ listening, isDozing }) => {
          if (!isDozing || ['live', 'refused', 'unfit'].includes(listening.kind))
            setImmediate(() => settle(listening.kind === 'live'));
        },
      );
    });

  const isSeen = (serviceId: ServiceId): boolean => selectSeenServices(store.getState()).includes(serviceId);
  const mayGo = (serviceId: ServiceId): boolean => {
    const session = selectServiceSession(store.getState(), serviceId);
    return session.isDozing && !now.hasEnded && !isSeen(serviceId);
  };

  const fallAsleep = async (serviceId: ServiceId, why: SleepWhy): Promise<void> => {
    const service = selectService(store.getState(), serviceId);
    if (service === undefined) return;
    const session = selectServiceSession(store.getState(), serviceId);
    store.dispatch({ kind: 'doze-begun', serviceId });
    // What is dispatched by whoever hears of something is heard after that.
    await Promise.resolve();
    const isToBeHeard = hearingOf(service, session, port.canListen(service.recipeId)) === 'heard';
    const isDeafFine = why !== 'unseen' || store.getState().persisted.settings.sleep.deafToo;
    const isReady =
      !isToBeHeard || ((await port.takeCredentials(serviceId)) && (await isHeard(serviceId))) || isDeafFine;
    if (isReady && mayGo(serviceId) && (await port.closePage(serviceId))) return;
    if (now.hasEnded) return;
    // It stays for another while: known before it may be decided on again.
    if (!isSeen(serviceId)) store.dispatch({ kind: 'service-left', serviceId, nowMs: port.nowMs() });
    store.dispatch({ kind: 'doze-ended', serviceId });
  };

  const decide = (): void => {
    now.stopTimer?.();
    now.stopTimer = undefined;
    const nowMs = port.nowMs();
    const { sleep, check, ask, nextAtMs } = decideSleep(store.getState(), port.canListen, nowMs);
    for (const { serviceId, why } of sleep) void fallAsleep(serviceId, why);
    for (const serviceId of check) store.dispatch({ kind: 'wake-requested', serviceId, why: 'check', nowMs });
    for (const serviceId of ask) {
      if (asked.has(serviceId)) continue;
      asked.add(serviceId);
      port.ask(serviceId);
    }
    if (nextAtMs !== undefined) now.stopTimer = port.after(Math.max(0, nextAtMs - nowMs), decide);
  };
  const decisions = createCoalescer<true>(decide, DECIDE_MS, port.after);

  const settleCheck = (serviceId: ServiceId): void => {
    if (selectServiceSession(store.getState(), serviceId).checkingSinceMs === undefined) return;
    checks.get(serviceId)?.();
    const stop = port.after(CHECK_SETTLE_MS, () => {
      checks.delete(serviceId);
      store.dispatch({ kind: 'service-checked', serviceId });
    });
    checks.set(serviceId, stop);
  };

  const leave = (serviceId: ServiceId): void => {
    if (selectServiceSession(store.getState(), serviceId).load.kind !== 'asleep')
      store.dispatch({ kind: 'service-left', serviceId, nowMs: port.nowMs() });
  };
  const seen: { ids: readonly ServiceId[] } = { ids: [] };

  const stops = [
    store.watch(
      selectSeenServices,
      (ids) => {
        const before = seen.ids;
        seen.ids = ids;
        for (const id of before) if (!ids.includes(id)) leave(id);
        for (const id of ids)
          if (!before.includes(id)) store.dispatch({ kind: 'service-seen', serviceId: id });
      },
      isSameList,
    ),
    store.onAction('view-load-started', ({ serviceId }) => {
      if (!isSeen(serviceId)) store.dispatch({ kind: 'service-left', serviceId, nowMs: port.nowMs() });
    }),
    // Times from before mean nothing now.
    store.onAction('clock-set-back', (_action, after) => {
      for (const { id } of after.persisted.services)
        if (selectServiceSession(after, id).unseenSinceMs !== undefined) leave(id);
    }),
    store.watch(sleepKey, () => decisions.put(true), isSameList),
    store.onAction('sleep-requested', decide),
    // The machine slept, its timers too.
    store.onAction('system-resumed', decide),
    store.onAction('service-sleep-mode-set', ({ serviceId, sleepMode }) => {
      if (sleepMode === 'awake')
        store.dispatch({ kind: 'wake-requested', serviceId, why: 'wanted', nowMs: port.nowMs() });
    }),
    store.onAction('service-listen-set', ({ serviceId }) => void asked.delete(serviceId)),
    store.onAction('channels-reported', ({ serviceId }) => settleCheck(serviceId)),
    store.onAction('sign-in-reported', ({ serviceId }) => settleCheck(serviceId)),
    store.onAction('view-stayed-up', ({ serviceId }) => settleCheck(serviceId)),
  ];
  return () => {
    now.hasEnded = true;
    stops.forEach((stop) => stop());
    decisions.stop();
    now.stopTimer?.();
    checks.forEach((stop) => stop());
  };
}

/** What a decision is made of, but the time. */
function sleepKey(state: AppState): readonly unknown[] {
  const { persisted, session } = state;
  return [
    persisted.services,
    persisted.settings.sleep,
    persisted.settings.saving,
    session.services,
    session.resources,
    session.lock.kind,
    session.prompts,
    ...selectSeenServices(state),
  ];
}
