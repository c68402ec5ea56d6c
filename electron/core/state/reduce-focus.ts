import { focusAt } from '../decide/focus-at';
import { SKIPPED_MAX, type FocusSettings } from '../model/focus';
import type { TemporaryRule } from '../model/rule';
import type { PolicyAction } from './policy-actions';
import type { AppState } from './app-state';
import { withPersisted, withSession } from './change';
import { selectFocusFacts } from './selectors';

type FocusAction = Extract<
  PolicyAction,
  {
    kind:
      | 'focus-begun'
      | 'focus-ended'
      | 'focus-settings-changed'
      | 'focus-windows-found'
      | 'system-dnd-changed'
      | 'clock-reached'
      | 'clock-set-back';
  }
>;

/** Applies what becomes of focus, and what time does to all that lasts for a while. */
export function reduceFocus(state: AppState, action: FocusAction): AppState {
  switch (action.kind) {
    case 'focus-begun':
      return withFocus(state, { now: action.now });
    case 'focus-ended':
      return endFocus(state, action.nowMs);
    case 'focus-settings-changed':
      return withFocus(state, action.focus);
    case 'focus-windows-found':
      return passTime(withSession(state, { focusWindows: action.windows }), action.nowMs);
    case 'system-dnd-changed':
      return withSession(state, { systemDnd: action.dnd });
    case 'clock-reached':
      return passTime(state, action.nowMs);
    case 'clock-set-back':
      return passTime(setBack(state, action.byMs), action.nowMs);
  }
}

const withFocus = (state: AppState, changes: Partial<FocusSettings>): AppState =>
  withPersisted(state, { focus: { ...state.persisted.focus, ...changes } });

/** Ends what was begun by hand, and this turn of the schedules that are on. */
function endFocus(state: AppState, nowMs: number): AppState {
  const turns = focusAt(selectFocusFacts(state), undefined, nowMs).flatMap(({ scheduleId }) =>
    scheduleId === undefined ? [] : [{ scheduleId, atMs: nowMs }],
  );
  const { skipped } = state.persisted.focus;
  return passTime(
    withFocus(state, { now: null, skipped: [...skipped, ...turns].slice(-SKIPPED_MAX) }),
    nowMs,
  );
}

/** Puts away what is over. */
function passTime(state: AppState, nowMs: number): AppState {
  const { focus, temporaryRules } = state.persisted;
  const { now } = focus;
  const isOver = now !== null && now.untilMs !== null && now.untilMs <= nowMs;
  const isCurrent = ({ atMs }: { readonly atMs: number }): boolean =>
    atMs > nowMs - KEPT_MS ||
    state.session.focusWindows.some(({ startMs, endMs }) => atMs >= startMs && atMs < endMs);
  return withSession(
    withPersisted(state, {
      focus: { ...focus, now: isOver ? null : now, skipped: focus.skipped.filter(isCurrent) },
      temporaryRules: temporaryRules.filter((rule) => rule.untilMs > nowMs),
    }),
    { nowMs },
  );
}

/** How long a skipped turn is remembered when its schedule is not known yet: two days. */
const KEPT_MS = 172_800_000;

/** What was to last so and so long ends as much earlier as the clock was set back. */
function setBack(state: AppState, byMs: number): AppState {
  const { focus, temporaryRules } = state.persisted;
  const { now } = focus;
  return withPersisted(state, {
    focus: {
      ...focus,
      now:
        now !== null && now.end === 'duration' && now.untilMs !== null
          ? { ...now, startedAtMs: now.startedAtMs - byMs, untilMs: now.untilMs - byMs }
          : now,
    },
    temporaryRules: temporaryRules.map((rule) => (rule.end === 'duration' ? earlier(rule, byMs) : rule)),
  });
}

const earlier = (rule: TemporaryRule, byMs: number): TemporaryRule => ({
  ...rule,
  startedAtMs: rule.startedAtMs - byMs,
  untilMs: rule.untilMs - byMs,
});
