import type { FocusSchedule, FocusSettings, FocusWindow, Pass, SystemDnd } from '../model/focus';
import { defaultPass } from '../model/focus';
import type { ServiceId } from '../model/service';
import type { Workspace } from '../model/workspace';
import { wordsOf, type CompiledWords } from './match-words';
import { workspaceUp } from './on-bar';

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

/** From when to when, and by which schedule. */
type Turn = Pick<ActiveFocus, 'untilMs' | 'startMs' | 'scheduleId'>;

/** Of what nobody can say when it ends. */
const untimed: Turn = { untilMs: null, startMs: null, scheduleId: undefined };

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
  const add = (source: FocusSource, pass: Pass, turn: Turn = untimed): void =>
    void active.push({ source, pass, words: wordsOf(pass.words), ...turn });
  const { now } = settings;
  if (now !== null && isFocusNow(settings, nowMs)) {
    const { untilMs, startedAtMs: startMs } = now;
    add(now.isPause ? 'paused' : 'focus', now.isPause ? defaultPass : settings.pass, {
      untilMs,
      startMs,
      scheduleId: undefined,
    });
  }
  for (const window of windows) {
    if (nowMs < window.startMs || nowMs >= window.endMs) continue;
    const schedule = settings.schedules.find((one) => one.id === window.scheduleId);
    if (schedule === undefined || !schedule.enabled || isSkipped(settings, window)) continue;
    if (!isFor(schedule.services, serviceId, facts)) continue;
    const { startMs, endMs: untilMs } = window;
    add('schedule', schedule.pass, { untilMs, startMs, scheduleId: schedule.id });
  }
  if (quietElsewhere(facts, serviceId).length > 0) add('workspace', settings.pass);
  if (settings.followSystem && systemDnd === 'on') add('system-dnd', settings.pass);
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
  const up = workspaceUp({ workspaces, activeWorkspaceId });
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
