import type { FocusSettings, FocusWindow, Pass, SystemDnd } from '../model/focus';
import { defaultPass } from '../model/focus';
import type { ServiceId } from '../model/service';
import { wordsOf, type CompiledWords } from './match-words';

/** What is asked for focus: what the person set, the turns of the schedules in real time, what the system says. */
export interface FocusFacts {
  readonly settings: FocusSettings;
  /** Turns near the present, as `focusWindows` gives them. */
  readonly windows: readonly FocusWindow[];
  readonly systemDnd: SystemDnd;
}

/** A focus that is on. */
export interface ActiveFocus {
  readonly source: 'focus' | 'paused' | 'schedule' | 'system-dnd';
  /** The moment from which on it is over; null when nobody knows. */
  readonly untilMs: number | null;
  readonly startMs: number | null;
  readonly scheduleId: string | undefined;
  readonly pass: Pass;
  readonly words: CompiledWords | undefined;
}

/** True while a focus begun by hand is on. */
export const isFocusNow = ({ now }: FocusSettings, nowMs: number): boolean =>
  now !== null && (now.untilMs === null || nowMs < now.untilMs);

/** Gives each focus that is on: for one service, or with `undefined` for any. By hand first, the system last. */
export function focusAt(
  { settings, windows, systemDnd }: FocusFacts,
  serviceId: ServiceId | undefined,
  nowMs: number,
): readonly ActiveFocus[] {
  const active: ActiveFocus[] = [];
  const { now } = settings;
  if (now !== null && isFocusNow(settings, nowMs)) {
    const pass = now.isPause ? defaultPass : settings.pass;
    active.push({
      source: now.isPause ? 'paused' : 'focus',
      untilMs: now.untilMs,
      startMs: now.startedAtMs,
      scheduleId: undefined,
      pass,
      words: wordsOf(pass.words),
    });
  }
  for (const window of windows) {
    if (nowMs < window.startMs || nowMs >= window.endMs) continue;
    const schedule = settings.schedules.find((one) => one.id === window.scheduleId);
    if (schedule === undefined || !schedule.enabled || isSkipped(settings, window)) continue;
    const { services, pass } = schedule;
    if (services.kind === 'some' && serviceId !== undefined && !services.serviceIds.includes(serviceId))
      continue;
    active.push({
      source: 'schedule',
      untilMs: window.endMs,
      startMs: window.startMs,
      scheduleId: schedule.id,
      pass,
      words: wordsOf(pass.words),
    });
  }
  if (settings.followSystem && systemDnd === 'on') {
    const { pass } = settings;
    active.push({
      source: 'system-dnd',
      untilMs: null,
      startMs: null,
      scheduleId: undefined,
      pass,
      words: wordsOf(pass.words),
    });
  }
  return active;
}

const isSkipped = ({ skipped }: FocusSettings, window: FocusWindow): boolean =>
  skipped.some(
    ({ scheduleId, atMs }) =>
      scheduleId === window.scheduleId && atMs >= window.startMs && atMs < window.endMs,
  );
