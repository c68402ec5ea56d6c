import type { FocusSchedule, FocusSettings, FocusWindow, Pass, SystemDnd } from '../model/focus';
import { defaultPass } from '../model/focus';
import type { ServiceId } from '../model/service';
import type { Workspace } from '../model/workspace';
import { wordsOf, type CompiledWords } from './match-words';

/** What is asked for focus: what the person set, the turns of the schedules in real time, what the system says. */
export interface FocusFacts {
  readonly settings: FocusSettings;
  /** Turns near the present, as `focusWindows` gives them. */
  readonly windows: readonly FocusWindow[];
  readonly systemDnd: SystemDnd;
  readonly workspaces: readonly Workspace[];
  /** The workspace that is up; null: all services. */
  readonly activeWorkspaceId: string | null;
}

/** By hand, by a schedule, because a workspace that stays quiet is not up, or as the system says. */
export type FocusSource = 'focus' | 'paused' | 'schedule' | 'workspace' | 'system-dnd';

/** True for what the person can end by ending focus; the rest ends where it comes from. */
export const canEnd = ({ source }: { readonly source: FocusSource }): boolean =>
  source !== 'system-dnd' && source !== 'workspace';

/** A focus that is on. */
export interface ActiveFocus {
  readonly source: FocusSource;
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
  facts: FocusFacts,
  serviceId: ServiceId | undefined,
  nowMs: number,
): readonly ActiveFocus[] {
  const { settings, windows, systemDnd } = facts;
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
    if (!isFor(services, serviceId, facts)) continue;
    active.push({
      source: 'schedule',
      untilMs: window.endMs,
      startMs: window.startMs,
      scheduleId: schedule.id,
      pass,
      words: wordsOf(pass.words),
    });
  }
  if (quietElsewhere(facts, serviceId).length > 0) {
    const { pass } = settings;
    active.push({
      source: 'workspace',
      untilMs: null,
      startMs: null,
      scheduleId: undefined,
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

function isFor(
  services: FocusSchedule['services'],
  serviceId: ServiceId | undefined,
  { workspaces }: FocusFacts,
): boolean {
  if (services.kind === 'all' || (serviceId === undefined && services.kind === 'some')) return true;
  if (services.kind === 'some') return serviceId !== undefined && services.serviceIds.includes(serviceId);
  const workspace = workspaces.find(({ id }) => id === services.workspaceId);
  return workspace !== undefined && (serviceId === undefined || workspace.serviceIds.includes(serviceId));
}

/** Gives the workspaces that stay quiet while another is up that has not this service; with `undefined`, not all of theirs. */
export function quietElsewhere(
  { workspaces, activeWorkspaceId }: Pick<FocusFacts, 'workspaces' | 'activeWorkspaceId'>,
  serviceId: ServiceId | undefined,
): readonly Workspace[] {
  if (activeWorkspaceId === null) return [];
  const up = workspaces.find(({ id }) => id === activeWorkspaceId);
  const isElsewhere = (id: ServiceId): boolean => up?.serviceIds.includes(id) !== true;
  return workspaces.filter(
    ({ staysQuiet, serviceIds }) =>
      staysQuiet && serviceIds.some((id) => (serviceId === undefined || id === serviceId) && isElsewhere(id)),
  );
}

const isSkipped = ({ skipped }: FocusSettings, window: FocusWindow): boolean =>
  skipped.some(
    ({ scheduleId, atMs }) =>
      scheduleId === window.scheduleId && atMs >= window.startMs && atMs < window.endMs,
  );
