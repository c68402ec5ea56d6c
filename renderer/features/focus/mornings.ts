import type * as windows from '../../../electron/core/decide/focus-windows';

// The compiler holds this to core's own; importing the value would bring the calendar of core into the first chunk.
const MORNING_HOUR: typeof windows.MORNING_HOUR = 9;

/** Gives the next morning after a moment, in local time, as `until tomorrow` means it. */
export function nextMorningMs(nowMs: number): number {
  const morning = new Date(nowMs);
  morning.setDate(morning.getDate() + 1);
  return morning.setHours(MORNING_HOUR, 0, 0, 0);
}

/** Gives what a field for a local date and time shows for a moment: `2026-11-25T09:00`. */
export function toLocalField(ms: number): string {
  const at = new Date(ms);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const date = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${date}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** Gives the moment a field for a local date and time says; `undefined` when it says none. */
export function fromLocalField(value: string): number | undefined {
  const ms = new Date(value).getTime();
  return Number.isNaN(ms) ? undefined : ms;
}
