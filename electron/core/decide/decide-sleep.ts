import type { Service, ServiceId } from '../model/service';
import type { AppState, ServiceSession } from '../state/app-state';
import { isPageIdle } from '../state/select-sleep';
import { selectServiceSession } from '../state/selectors';
import { isLocked } from '../state/veil';
import { isSaving } from './decide-saving';

/** Why a service is to sleep now. */
export type SleepWhy = 'asked' | 'unseen' | 'memory' | 'count' | 'checked';

/** What is to be done about sleeping services, and when to ask again at the latest. */
export interface SleepDecision {
  /** In the order in which they are to go. */
  readonly sleep: readonly { readonly serviceId: ServiceId; readonly why: SleepWhy }[];
  /** To be looked at, since nobody hears them. */
  readonly check: readonly ServiceId[];
  /** Services that would sleep, had the person said whether they may be listened to. */
  readonly ask: readonly ServiceId[];
  /** Undefined where only a change of state can change anything. */
  readonly nextAtMs: number | undefined;
}

/** While the battery is spared nobody waits longer than this, where the person wants that. */
const BATTERY_AFTER_MS = 3 * 60_000;
/** Nobody looks at pages while all is locked, so those that are heard without sleep soon; not at once, since one may be back. */
const LOCKED_AFTER_MS = 60_000;
/** While the battery is spared the looks at those nobody hears are so much further apart. */
const SAVING_CHECKS = 2;
/** How long a page that was opened for a look may take. */
export const CHECK_MS = 60_000;
/** A page that has just been left is not taken away, whatever memory says: one looks around. */
const JUST_LEFT_MS = 10_000;
/** So much below the limit memory is brought, so that it is not reached again at once. */
const LOW_MARK = 0.9;
const MB = 2 ** 20;

/** How a service can be heard while it sleeps. */
export type Hearing = 'heard' | 'would-be' | 'deaf';

/** Says how a service would be heard: by a listener, by one had the person agreed, or not at all. */
export function hearingOf(service: Service, session: ServiceSession, canListen: boolean): Hearing {
  const { kind } = session.listening;
  if (!canListen || kind === 'unfit' || kind === 'refused' || service.listen === 'no') return 'deaf';
  return service.listen === 'yes' ? 'heard' : 'would-be';
}

/**
 * Decides which pages sleep now: those long unseen, and as many as memory or the person's limit ask for, the least
 * useful first. Never one that is looked at or in which something goes on. Rules Z1… of `docs/spec/sleep.md`.
 */
export function decideSleep(
  state: AppState,
  canListen: (recipeId: string) => boolean,
  nowMs: number,
): SleepDecision {
  const { sleep: settings } = state.persisted.settings;
  const all = state.persisted.services
    .filter(({ enabled }) => enabled)
    .map((service) => toCandidate(state, service, canListen(service.recipeId)));
  const due = all.flatMap((one) => dueOf(state, one) ?? []);
  const timed = due.filter(({ atMs }) => atMs <= nowMs);
  const gone = new Set(timed.map(({ serviceId }) => serviceId));
  const pressed = byNeed(
    state,
    all.filter(({ id }) => !gone.has(id)),
    gone,
    nowMs,
  );
  const everyMs = settings.checkEveryMin === null ? null : settings.checkEveryMin * 60_000;
  const checkMs = everyMs !== null && isSaving(state) ? everyMs * SAVING_CHECKS : everyMs;
  const checks = all.flatMap((one) => checkOf(one, checkMs, nowMs) ?? []);
  const asks = all.flatMap((one) => askOf(state, one) ?? []);
  const later = [
    ...due.map(({ atMs }) => atMs),
    ...checks.map(({ atMs }) => atMs),
    ...asks.map(({ atMs }) => atMs),
    ...pressed.laterMs,
  ].filter((atMs) => atMs > nowMs);
  return {
    sleep: [...timed.map(({ serviceId, why }) => ({ serviceId, why })), ...pressed.sleep],
    check: checks.filter(({ atMs }) => atMs <= nowMs).map(({ serviceId }) => serviceId),
    ask: asks.filter(({ atMs }) => atMs <= nowMs).map(({ serviceId }) => serviceId),
    nextAtMs: later.length === 0 ? undefined : Math.min(...later),
  };
}

interface Candidate {
  readonly id: ServiceId;
  readonly service: Service;
  readonly session: ServiceSession;
  readonly hearing: Hearing;
  readonly bytes: number;
  /** Its page may go. */
  readonly canSleep: boolean;
  /** Since when nobody looks at it; undefined while somebody does, or that is not known. */
  readonly unseenSinceMs: number | undefined;
}

function toCandidate(state: AppState, service: Service, canListen: boolean): Candidate {
  const session = selectServiceSession(state, service.id);
  return {
    id: service.id,
    service,
    session,
    hearing: hearingOf(service, session, canListen),
    bytes: state.session.resources.bytesByService[service.id] ?? 0,
    canSleep: service.sleepMode !== 'awake' && isPageIdle(state, service.id),
    unseenSinceMs: session.unseenSinceMs,
  };
}

/** When time alone lets it sleep. */
function dueOf(
  state: AppState,
  { id: serviceId, session, hearing, canSleep, unseenSinceMs }: Candidate,
): { readonly serviceId: ServiceId; readonly why: SleepWhy; readonly atMs: number } | undefined {
  const { afterMin, deafToo, soonerOnBattery } = state.persisted.settings.sleep;
  if (!canSleep || unseenSinceMs === undefined) return undefined;
  if (session.isSleepAsked) return { serviceId, why: 'asked', atMs: 0 };
  if (session.checkingSinceMs !== undefined)
    return { serviceId, why: 'checked', atMs: session.isChecked ? 0 : session.checkingSinceMs + CHECK_MS };
  if (hearing !== 'heard' && !deafToo) return undefined;
  const isSooner = soonerOnBattery && isSaving(state);
  const afterMs = Math.min(
    afterMin === null
      ? Infinity
      : isSooner
        ? Math.min(afterMin * 60_000, BATTERY_AFTER_MS)
        : afterMin * 60_000,
    isLocked(state) && hearing === 'heard' ? LOCKED_AFTER_MS : Infinity,
  );
  return afterMs === Infinity ? undefined : { serviceId, why: 'unseen', atMs: unseenSinceMs + afterMs };
}

/** Those that are heard asleep go first, among them the one longest unseen. */
const byUse = (a: Candidate, b: Candidate): number =>
  Number(a.hearing !== 'heard') - Number(b.hearing !== 'heard') ||
  (a.unseenSinceMs ?? 0) - (b.unseenSinceMs ?? 0) ||
  b.bytes - a.bytes;

/** As many as memory and the limit of the person ask for. */
function byNeed(
  state: AppState,
  left: readonly Candidate[],
  gone: ReadonlySet<ServiceId>,
  nowMs: number,
): { readonly sleep: SleepDecision['sleep']; readonly laterMs: readonly number[] } {
  const { memoryPercent, awakeMax } = state.persisted.settings.sleep;
  const { bytesByService, machineBytes, isPressed } = state.session.resources;
  const limit = machineBytes === 0 ? Infinity : (machineBytes * memoryPercent) / 100;
  const used = Object.entries(bytesByService).reduce(
    (sum, [id, bytes]) => sum + (gone.has(id) ? 0 : bytes),
    0,
  );
  const awake = left.filter(
    ({ session }) => session.load.kind !== 'asleep' && session.load.kind !== 'waiting',
  );
  const over = used > limit ? used - limit * LOW_MARK : 0;
  const need = {
    bytes: isPressed ? Math.max(over, used * (1 - LOW_MARK), MB) : over,
    count: awakeMax === null ? 0 : awake.length - awakeMax,
  };
  const sleep: { serviceId: ServiceId; why: SleepWhy }[] = [];
  const laterMs: number[] = [];
  for (const one of awake.filter(({ canSleep }) => canSleep).toSorted(byUse)) {
    if (need.bytes <= 0 && need.count <= 0) break;
    if (one.unseenSinceMs === undefined) continue;
    if (one.unseenSinceMs + JUST_LEFT_MS > nowMs) {
      laterMs.push(one.unseenSinceMs + JUST_LEFT_MS);
      continue;
    }
    sleep.push({ serviceId: one.id, why: need.bytes > 0 ? 'memory' : 'count' });
    need.bytes -= one.bytes;
    need.count -= 1;
  }
  return { sleep, laterMs };
}

/** When one that nobody hears is to be looked at again. */
function checkOf(
  { id: serviceId, session, hearing }: Candidate,
  everyMs: number | null,
  nowMs: number,
): { readonly serviceId: ServiceId; readonly atMs: number } | undefined {
  if (session.load.kind !== 'asleep' || everyMs === null) return undefined;
  if (hearing === 'heard' && session.listening.kind !== 'off') return undefined;
  const lastMs = session.checkedAtMs ?? session.load.sinceMs;
  // A clock that was set back is no reason to wait for hours.
  return { serviceId, atMs: Math.min(lastMs, nowMs) + everyMs };
}

/** When it would sleep, were it heard: then is the time to ask. */
function askOf(
  { persisted: { settings } }: AppState,
  { id: serviceId, session, hearing, canSleep, unseenSinceMs }: Candidate,
): { readonly serviceId: ServiceId; readonly atMs: number } | undefined {
  const { afterMin } = settings.sleep;
  const isTimed = canSleep && afterMin !== null && unseenSinceMs !== undefined;
  if (!isTimed || hearing !== 'would-be' || session.adapter.kind !== 'speaking') return undefined;
  return { serviceId, atMs: unseenSinceMs + afterMin * 60_000 };
}
