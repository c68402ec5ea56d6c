import { selectNextChangeMs, selectFocus } from '../../core/state/select-policy';
import { canEnd } from '../../core/decide/focus-at';
import type { Clock, focusWindows, untilOf } from '../../core/decide/focus-windows';
import type { ForAWhile } from '../../core/model/focus';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** Longest wait while something lasts for a while: a clock that is put forward is noticed by then. */
const LOOK_MS = 60_000;
/** How old turns of schedules may be before they are worked out anew. */
const WINDOWS_MS = 6 * 3_600_000;
/** By how much a clock may differ from a timer before it was set. */
const SLACK_MS = 2_000;

/** The part of the core that knows time zones; loaded when it is first needed. */
export interface TimeRules {
  readonly focusWindows: typeof focusWindows;
  readonly untilOf: typeof untilOf;
}

export interface ForAWhilePort extends TimerPort {
  /** Goes on whatever becomes of the clock, and may stand still while the machine sleeps. */
  readonly monotonicMs: () => number;
  readonly timeZone: () => string;
  readonly load: () => Promise<TimeRules>;
  readonly onProblem: (text: string, error: unknown) => void;
}

/**
 * Lets time pass for all that lasts for a while: tells the state when something begins or ends, works out the turns of
 * schedules, and says until when what somebody asked for lasts. Rules F10… of `docs/spec/focus.md`.
 */
export function startForAWhile(store: AppStore, port: ForAWhilePort): Stop {
  const now: Now = {
    stopTimer: () => undefined,
    looked: read(port),
    windowsAtMs: undefined,
    isArmed: false,
    isOver: false,
  };

  const withRules = (run: (rules: TimeRules) => void): void => {
    void port.load().then(
      (rules) => {
        if (!now.isOver) run(rules);
      },
      (error: unknown) => port.onProblem('time rules could not be loaded', error),
    );
  };
  const clock = (): Clock => ({ nowMs: port.nowMs(), timeZone: port.timeZone() });

  const findWindows = (): void => {
    const { schedules } = store.getState().persisted.focus;
    now.windowsAtMs = port.nowMs();
    if (schedules.length === 0) {
      store.dispatch({ kind: 'focus-windows-found', windows: [], nowMs: port.nowMs() });
      return;
    }
    withRules(({ focusWindows }) => {
      const at = clock();
      const { schedules: present } = store.getState().persisted.focus;
      store.dispatch({
        kind: 'focus-windows-found',
        windows: focusWindows(present, at),
        nowMs: at.nowMs,
      });
    });
  };

  /** Looks at the clock: was it set back, is something over, are the turns of schedules still those of now. */
  const look = (): void => {
    const before = now.looked;
    now.looked = read(port);
    const { nowMs } = now.looked;
    const byMs = now.looked.monotonicMs - before.monotonicMs - (nowMs - before.nowMs);
    if (byMs > SLACK_MS) store.dispatch({ kind: 'clock-set-back', byMs, nowMs });
    else store.dispatch({ kind: 'clock-reached', nowMs });
    const age = nowMs - (now.windowsAtMs ?? nowMs);
    const isMoved = before.timeZone !== now.looked.timeZone || byMs > SLACK_MS || age < 0;
    if (isMoved || age > WINDOWS_MS) findWindows();
    arm();
  };

  const arm = (): void => {
    now.stopTimer();
    const nextMs = selectNextChangeMs(store.getState());
    const isWaiting = nextMs !== undefined || store.getState().persisted.focus.schedules.length > 0;
    if (isWaiting && !now.isArmed) now.looked = read(port);
    now.isArmed = isWaiting;
    if (!isWaiting) return;
    const delayMs = Math.min(LOOK_MS, Math.max(0, (nextMs ?? Number.POSITIVE_INFINITY) - port.nowMs()));
    now.stopTimer = port.after(delayMs, look);
  };

  const until = (wanted: ForAWhile | null, run: (until: Until) => void): void => {
    // A clock that was set back while nobody looked takes nothing from what begins now.
    look();
    const startedAtMs = port.nowMs();
    if (wanted === null) run({ startedAtMs, untilMs: null, end: 'duration' });
    else if (wanted.kind === 'minutes')
      run({ startedAtMs, untilMs: startedAtMs + wanted.minutes * 60_000, end: 'duration' });
    else withRules(({ untilOf }) => run({ startedAtMs, ...untilOf(wanted, clock()) }));
  };

  const begin = (wanted: ForAWhile | null, isPause: boolean): void =>
    until(wanted, (lasting) => {
      store.dispatch({ kind: 'clock-reached', nowMs: lasting.startedAtMs });
      store.dispatch({ kind: 'focus-begun', now: { ...lasting, isPause } });
    });

  const stops = [
    store.watch((state) => state.persisted.focus.schedules, findWindows),
    store.watch(selectNextChangeMs, arm),
    store.onAction('system-resumed', look),
    store.onAction('pause-requested', ({ scope, values, until: wanted }) =>
      until(wanted, ({ startedAtMs, untilMs, end }) => {
        if (untilMs === null) return;
        store.dispatch({ kind: 'clock-reached', nowMs: startedAtMs });
        store.dispatch({ kind: 'temporary-rule-set', rule: { scope, values, startedAtMs, untilMs, end } });
      }),
    ),
    store.onAction('focus-requested', ({ until: wanted, isPause }) => begin(wanted, isPause)),
    store.onAction('focus-end-requested', () => store.dispatch({ kind: 'focus-ended', nowMs: port.nowMs() })),
    store.onAction('focus-toggle-requested', (_action, state) => {
      const isOn = selectFocus(state, undefined).some(canEnd);
      if (isOn) store.dispatch({ kind: 'focus-ended', nowMs: port.nowMs() });
      else begin(null, false);
    }),
  ];
  look();
  return () => {
    now.isOver = true;
    now.stopTimer();
    stops.forEach((stop) => stop());
  };
}

interface Look {
  readonly nowMs: number;
  readonly monotonicMs: number;
  readonly timeZone: string;
}

interface Now {
  stopTimer: Stop;
  looked: Look;
  windowsAtMs: number | undefined;
  /** A timer runs. */
  isArmed: boolean;
  isOver: boolean;
}

interface Until {
  readonly startedAtMs: number;
  readonly untilMs: number | null;
  readonly end: 'duration' | 'moment';
}

const read = (port: ForAWhilePort): Look => ({
  nowMs: port.nowMs(),
  monotonicMs: port.monotonicMs(),
  timeZone: port.timeZone(),
});
