import * as z from 'zod/mini';
import { channelPatternSchema } from './channel';
import { focusSchema } from './focus';
import { fromJson } from './from-json';
import { PATTERNS_MAX, type Persisted } from './persisted';
import { RULES_MAX, ruleSchema } from './rule';
import { WORKSPACES_MAX, workspaceSchema } from './workspace';
import { safeParse } from './safe-parse';

/** Version of the file that rules are exported to. */
export const POLICY_FILE_VERSION = 1;

const schema = z.object({
  kind: z.literal('foyer-rules'),
  version: z.literal(POLICY_FILE_VERSION),
  /** The services that are spoken of, so that they are found again on another computer. */
  services: z
    .array(z.object({ id: z.string(), recipeId: z.string(), name: z.string(), url: z.string() }))
    .check(z.maxLength(1000)),
  /** The workspaces that schedules are for. */
  workspaces: z.optional(z.array(workspaceSchema).check(z.maxLength(WORKSPACES_MAX))),
  rules: z.array(ruleSchema).check(z.maxLength(RULES_MAX)),
  patterns: z.array(channelPatternSchema).check(z.maxLength(PATTERNS_MAX)),
  focus: z.pick(focusSchema, { schedules: true, pass: true, followSystem: true, hidesCounts: true }),
});

/** Rules, patterns and schedules as they are exported. What lasts for a while stays here. */
export type PolicyFile = z.infer<typeof schema>;

/** Gives what an export holds. */
export const toPolicyFile = ({ services, workspaces, rules, patterns, focus }: Persisted): PolicyFile => ({
  kind: 'foyer-rules',
  version: POLICY_FILE_VERSION,
  services: services.map(({ id, recipeId, name, url }) => ({ id, recipeId, name, url })),
  workspaces: workspaces
    .filter(({ id }) =>
      focus.schedules.some(({ services: of }) => of.kind === 'workspace' && of.workspaceId === id),
    )
    .map(({ id, name, serviceIds, staysQuiet }) => ({ id, name, serviceIds: [...serviceIds], staysQuiet })),
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
  const head = safeParse(headSchema, value);
  if (!head.success) return { ok: false, reason: 'not-ours' };
  if (head.data.version > POLICY_FILE_VERSION) return { ok: false, reason: 'newer' };
  const parsed = safeParse(schema, value);
  return parsed.success ? { ok: true, file: parsed.data } : { ok: false, reason: 'not-ours' };
}
