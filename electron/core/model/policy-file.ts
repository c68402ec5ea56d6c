import * as z from 'zod/mini';
import { channelPatternSchema, type ChannelPattern } from './channel';
import { focusSchema, type FocusSettings } from './focus';
import { PATTERNS_MAX, type Persisted } from './persisted';
import { RULES_MAX, ruleSchema, scopeKey, type Rule, type RuleScope } from './rule';
import type { Service, ServiceId } from './service';

/** Version of the file that rules are exported to. */
export const POLICY_FILE_VERSION = 1;

const schema = z.object({
  kind: z.literal('foyer-rules'),
  version: z.literal(POLICY_FILE_VERSION),
  /** The services that are spoken of, so that they are found again on another computer. */
  services: z
    .array(z.object({ id: z.string(), recipeId: z.string(), name: z.string(), url: z.string() }))
    .check(z.maxLength(1000)),
  rules: z.array(ruleSchema).check(z.maxLength(RULES_MAX)),
  patterns: z.array(channelPatternSchema).check(z.maxLength(PATTERNS_MAX)),
  focus: z.pick(focusSchema, { schedules: true, pass: true, followSystem: true, hidesCounts: true }),
});

/** Rules, patterns and schedules as they are exported. What lasts for a while stays here. */
export type PolicyFile = z.infer<typeof schema>;

/** Gives what an export holds. */
export const toPolicyFile = ({ services, rules, patterns, focus }: Persisted): PolicyFile => ({
  kind: 'foyer-rules',
  version: POLICY_FILE_VERSION,
  services: services.map(({ id, recipeId, name, url }) => ({ id, recipeId, name, url })),
  rules: [...rules],
  patterns: [...patterns],
  focus: {
    schedules: focus.schedules,
    pass: focus.pass,
    followSystem: focus.followSystem,
    hidesCounts: focus.hidesCounts,
  },
});

/** What reading an export comes to. */
export type ParsedPolicyFile =
  | { readonly ok: true; readonly file: PolicyFile }
  | { readonly ok: false; readonly reason: 'not-ours' | 'newer' };

const headSchema = z.object({ kind: z.literal('foyer-rules'), version: z.number() });

/** Parses the text of an export; never throws. */
export function parsePolicyFile(text: string): ParsedPolicyFile {
  const value = fromJson(text);
  const head = z.safeParse(headSchema, value);
  if (!head.success) return { ok: false, reason: 'not-ours' };
  if (head.data.version > POLICY_FILE_VERSION) return { ok: false, reason: 'newer' };
  const parsed = z.safeParse(schema, value);
  return parsed.success ? { ok: true, file: parsed.data } : { ok: false, reason: 'not-ours' };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** What an import changes, and how many rules speak of services that are not here. */
export interface PolicyImport {
  readonly rules: readonly Rule[];
  readonly patterns: readonly ChannelPattern[];
  readonly focus: FocusSettings;
  readonly counts: { readonly rules: number; readonly schedules: number; readonly skipped: number };
}

/**
 * Puts an export into what there is: its rules take the place of those with the same scope, its schedules of those with
 * the same id; the rest stays. Services are found again by id, else by kind and address; rules for others are left out.
 */
export function importPolicy(persisted: Persisted, file: PolicyFile): PolicyImport {
  const idOf = new Map(
    file.services.flatMap((service) => {
      const here = findService(persisted.services, service);
      return here === undefined ? [] : [[service.id, here.id] as const];
    }),
  );
  const rules = file.rules.flatMap((rule) => {
    const scope = toScopeHere(rule.scope, idOf);
    return scope === undefined ? [] : [{ ...rule, scope }];
  });
  const patterns = file.patterns.flatMap((pattern) => {
    const serviceId = idOf.get(pattern.serviceId);
    return serviceId === undefined ? [] : [{ ...pattern, serviceId }];
  });
  const schedules = file.focus.schedules.map((schedule) => ({
    ...schedule,
    services:
      schedule.services.kind === 'all'
        ? schedule.services
        : {
            kind: 'some' as const,
            serviceIds: schedule.services.serviceIds.flatMap((id) => idOf.get(id) ?? []),
          },
  }));
  const keys = new Set(rules.map((rule) => scopeKey(rule.scope)));
  const keptRules = persisted.rules.filter(({ scope }) => !keys.has(scopeKey(scope)));
  const keptSchedules = persisted.focus.schedules.filter((one) => !schedules.some(({ id }) => id === one.id));
  const keptPatterns = persisted.patterns.filter(
    (one) => !patterns.some(({ channelId }) => channelId === one.channelId),
  );
  return {
    rules: [...keptRules, ...rules].slice(-RULES_MAX),
    patterns: [...keptPatterns, ...patterns].slice(-PATTERNS_MAX),
    focus: { ...persisted.focus, ...file.focus, schedules: [...keptSchedules, ...schedules].slice(-50) },
    counts: {
      rules: rules.length,
      schedules: schedules.length,
      skipped: file.rules.length - rules.length,
    },
  };
}

const findService = (
  services: readonly Service[],
  wanted: Pick<Service, 'id' | 'recipeId' | 'url'>,
): Service | undefined =>
  services.find((service) => service.id === wanted.id) ??
  services.find((service) => service.recipeId === wanted.recipeId && service.url === wanted.url);

function toScopeHere(scope: RuleScope, idOf: ReadonlyMap<ServiceId, ServiceId>): RuleScope | undefined {
  if (scope.kind === 'everywhere') return scope;
  const serviceId = idOf.get(scope.serviceId);
  return serviceId === undefined ? undefined : { ...scope, serviceId };
}
