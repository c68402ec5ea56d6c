import { startUrlOf } from '../model/address';
import type { Rule, RuleValues } from '../model/rule';
import { newService, type Service, type ServiceId } from '../model/service';
import type { Tweaks } from '../model/tweaks';
import type { Workspace } from '../model/workspace';
import type { ImportPlan, PlannedService } from './plan-import';
import type { KnownKinds } from './to-start';
import { toTweaks } from './to-tweaks';

/** What the person chose of a plan. */
export interface ImportChoice {
  /** Keys of the services that shall come. */
  readonly keys: readonly string[];
  /** Addresses the person gave, by key, for those that have none. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** What comes of a plan: new services with their rules, and what workspaces shall hold beside what they do. */
export interface Brought {
  readonly services: readonly Service[];
  readonly rules: readonly Rule[];
  readonly tweaks: readonly Tweaks[];
  readonly workspaces: readonly Workspace[];
  /** Chosen, but what was given as the address is none. */
  readonly unaddressed: readonly string[];
}

/** Makes of a plan what the person chose of it. Nothing that is here is made again. */
export function carryOut(plan: ImportPlan, choice: ImportChoice, known: KnownKinds, nowMs: number): Brought {
  const chosen = new Set(choice.keys);
  const wanted = plan.services.filter(({ key, status }) => status !== 'here' && chosen.has(key));
  const placed = wanted.map((planned) => ({ planned, url: planned.url ?? toUrl(planned, choice, known) }));
  const services = placed.flatMap(({ planned, url }) =>
    url === undefined ? [] : [toService(planned, url, nowMs)],
  );
  const ids = new Set<ServiceId>([
    ...services.map(({ id }) => id),
    ...plan.services.filter(({ status }) => status === 'here').map(({ serviceId }) => serviceId),
  ]);
  const workspaces = plan.workspaces
    .map(({ workspaceId: id, name, serviceIds }) => ({
      id,
      name,
      serviceIds: serviceIds.filter((serviceId) => ids.has(serviceId)),
      staysQuiet: false,
    }))
    .filter(({ serviceIds }) => serviceIds.length > 0);
  return {
    services,
    rules: placed.flatMap(({ planned, url }) => (url === undefined ? [] : toRules(planned))),
    tweaks: placed.flatMap(({ planned, url }) =>
      url === undefined ? [] : (toTweaks(planned.serviceId, planned) ?? []),
    ),
    workspaces,
    unaddressed: placed.flatMap(({ planned, url }) => (url === undefined ? [planned.key] : [])),
  };
}

function toUrl(
  { key, recipeId }: PlannedService,
  { addresses }: ImportChoice,
  known: KnownKinds,
): string | undefined {
  const recipe = known.recipe(recipeId);
  const typed = Object.hasOwn(addresses, key) ? addresses[key] : undefined;
  if (recipe === undefined || typed === undefined || typed.trim() === '') return undefined;
  const start = startUrlOf(recipe.start, typed);
  return start.kind === 'ok' ? start.url : undefined;
}

const toService = (planned: PlannedService, url: string, nowMs: number): Service => ({
  ...newService({
    id: planned.serviceId,
    recipeId: planned.recipeId,
    name: planned.name,
    url,
    icon: { kind: planned.recipeId === 'website' ? 'site' : 'recipe' },
    addedAtMs: nowMs,
  }),
  enabled: planned.isEnabled,
  countInTotal: planned.countsInTotal,
  zoomPercent: planned.zoomPercent,
});

/** What was set for it there, as a rule of its own here; none where nothing was. */
function toRules({ serviceId, notifies, hasSound, badge }: PlannedService): readonly Rule[] {
  const values: RuleValues = {
    ...(!notifies && { notify: 'none' as const }),
    ...(!hasSound && { sound: false }),
    ...(badge !== 'all' && { badge }),
  };
  return Object.keys(values).length === 0 ? [] : [{ scope: { kind: 'service', serviceId }, values }];
}
