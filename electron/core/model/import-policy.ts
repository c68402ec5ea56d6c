import type { ChannelPattern } from './channel';
import { SCHEDULES_MAX, type FocusSchedule, type FocusSettings } from './focus';
import { lastOfEach } from './last-of-each';
import { matchServices } from './match-services';
import { PATTERNS_MAX, type Persisted } from './persisted';
import type { PolicyFile } from './policy-file';
import { RULES_MAX, scopeKey, type Rule, type RuleScope } from './rule';
import type { ServiceId } from './service';
import type { Workspace } from './workspace';

/** What an import changes. `skipped`: rules, patterns and schedules of services that are not here. */
export type PolicyImport =
  | {
      readonly ok: true;
      readonly rules: readonly Rule[];
      readonly patterns: readonly ChannelPattern[];
      readonly focus: FocusSettings;
      readonly counts: { readonly rules: number; readonly schedules: number; readonly skipped: number };
    }
  /** With what is here it would be more than is kept. */
  | { readonly ok: false; readonly reason: 'too-many' };

/**
 * Puts an export into what there is: its rules take the place of those with the same scope, its schedules and patterns
 * of those with the same id; the rest stays. What is for services that are not here is left out.
 */
export function importPolicy(persisted: Persisted, file: PolicyFile): PolicyImport {
  const idOf = matchServices(persisted.services, file.services);
  const cameRules = file.rules.flatMap((rule) => {
    const scope = toScopeHere(rule.scope, idOf);
    return scope === undefined ? [] : [{ ...rule, scope }];
  });
  const camePatterns = file.patterns.flatMap((pattern) => {
    const serviceId = idOf.get(pattern.serviceId);
    return serviceId === undefined ? [] : [{ ...pattern, serviceId }];
  });
  const cameSchedules = file.focus.schedules.flatMap((schedule) =>
    toScheduleHere(schedule, idOf, persisted.workspaces, file.workspaces ?? []),
  );

  const [rules, newRules] = merge(persisted.rules, cameRules, ({ scope }) => scopeKey(scope));
  const [patterns] = merge(persisted.patterns, camePatterns, (one) => `${one.serviceId}#${one.channelId}`);
  const [schedules, newSchedules] = merge(persisted.focus.schedules, cameSchedules, ({ id }) => id);
  if (rules.length > RULES_MAX || patterns.length > PATTERNS_MAX || schedules.length > SCHEDULES_MAX)
    return { ok: false, reason: 'too-many' };
  const asked = file.rules.length + file.patterns.length + file.focus.schedules.length;
  return {
    ok: true,
    rules,
    patterns,
    focus: { ...persisted.focus, ...file.focus, schedules },
    counts: {
      rules: newRules,
      schedules: newSchedules,
      skipped: asked - cameRules.length - camePatterns.length - cameSchedules.length,
    },
  };
}

/** What is here and did not come, then what came, one of each key; and how many came. */
function merge<T>(
  here: readonly T[],
  came: readonly T[],
  keyOf: (item: T) => string,
): readonly [all: T[], came: number] {
  const last = lastOfEach(came, keyOf);
  const keys = new Set(last.map(keyOf));
  const kept = here.filter((one) => !keys.has(keyOf(one)));
  return [[...kept, ...last], last.length];
}

function toScopeHere(scope: RuleScope, idOf: ReadonlyMap<ServiceId, ServiceId>): RuleScope | undefined {
  if (scope.kind === 'everywhere') return scope;
  const serviceId = idOf.get(scope.serviceId);
  return serviceId === undefined ? undefined : { ...scope, serviceId };
}

/**
 * One for a workspace that is not here is for the one of the same name, else for the services it had. None where it is
 * for some services and none of them is here.
 */
function toScheduleHere(
  schedule: FocusSchedule,
  idOf: ReadonlyMap<ServiceId, ServiceId>,
  here: readonly Workspace[],
  came: readonly Workspace[],
): readonly FocusSchedule[] {
  const { services } = schedule;
  if (services.kind === 'all') return [schedule];
  if (services.kind === 'workspace') {
    const { workspaceId } = services;
    const theirs = came.find(({ id }) => id === workspaceId);
    const ours = here.find(({ id }) => id === workspaceId) ?? here.find(({ name }) => name === theirs?.name);
    if (ours !== undefined) return [{ ...schedule, services: { kind: 'workspace', workspaceId: ours.id } }];
    const some = { kind: 'some' as const, serviceIds: [...(theirs?.serviceIds ?? [])] };
    return toScheduleHere({ ...schedule, services: some }, idOf, here, came);
  }
  const serviceIds = services.serviceIds.flatMap((id) => idOf.get(id) ?? []);
  return serviceIds.length === 0 ? [] : [{ ...schedule, services: { kind: 'some', serviceIds } }];
}
