import * as z from 'zod/mini';
import { browserSchema } from './browser';
import { lastOfEach } from './last-of-each';
import { LINK_PATTERN_MAX, parseLinkPattern, toPatternText } from './link-pattern';
import { serviceIdSchema } from './service';

/** Most rules about links that are kept. */
export const LINK_RULES_MAX = 1000;

/**
 * Where links go: into a window of Foyer's, into the service they belong to, to the person's browser (of the service, where it
 * has one of its own), or to a certain one.
 */
export const linkAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('here') }),
  z.object({ kind: z.literal('service') }),
  z.object({ kind: z.literal('outside') }),
  z.object({ kind: z.literal('browser'), browser: browserSchema }),
]);

/** A pattern in the one way it is written. */
const patternSchema = z.string().check(
  z.minLength(1),
  z.maxLength(LINK_PATTERN_MAX),
  z.refine((text) => {
    const pattern = parseLinkPattern(text);
    return pattern !== undefined && toPatternText(pattern) === text;
  }),
);

/** Which rule it is; there is one for a pattern and a service. */
export const linkRuleKeySchema = z.object({
  /** In whose pages the links stand; null: in those of all. */
  serviceId: z.nullable(serviceIdSchema),
  pattern: patternSchema,
});

export const linkRuleSchema = z.extend(linkRuleKeySchema, { answer: linkAnswerSchema });
export const linkRulesSchema = z.array(linkRuleSchema).check(z.maxLength(LINK_RULES_MAX));

export type LinkAnswer = Readonly<z.infer<typeof linkAnswerSchema>>;
export type LinkRuleKey = Readonly<z.infer<typeof linkRuleKeySchema>>;
/** What the person said of links that lead somewhere. */
export type LinkRule = LinkRuleKey & { readonly answer: LinkAnswer };

/** Where a link went; `busy`: outside, for something was begun in the page of the service it belongs to. */
export type LinkWay = 'here' | 'service' | 'outside' | 'busy';

/** Gives the key of a rule as one text. It stands in documents of other machines too, so it stays as it is. */
export const linkRuleKeyOf = ({ serviceId, pattern }: LinkRuleKey): string => `${serviceId ?? ''} ${pattern}`;

/** Puts a rule in the place of the one of its key, or at the end; the oldest gives way to one too many. */
export function withLinkRule(rules: readonly LinkRule[], rule: LinkRule): readonly LinkRule[] {
  const at = rules.findIndex((one) => linkRuleKeyOf(one) === linkRuleKeyOf(rule));
  return at < 0 ? [...rules, rule].slice(-LINK_RULES_MAX) : rules.with(at, rule);
}

export const withoutLinkRule = (rules: readonly LinkRule[], key: LinkRuleKey): readonly LinkRule[] =>
  rules.filter((one) => linkRuleKeyOf(one) !== linkRuleKeyOf(key));

/** Gives the first ones and those of the others that they say nothing of; the oldest give way to some too many. */
export function joinLinkRules(first: readonly LinkRule[], others: readonly LinkRule[]): readonly LinkRule[] {
  const known = new Set(first.map(linkRuleKeyOf));
  return [...first, ...others.filter((one) => !known.has(linkRuleKeyOf(one)))].slice(-LINK_RULES_MAX);
}

/** Leaves each key once, and no rule of services that are gone. */
export const soundLinkRules = (
  rules: readonly LinkRule[],
  isThere: (serviceId: string) => boolean,
): readonly LinkRule[] =>
  lastOfEach(rules, linkRuleKeyOf).filter(({ serviceId }) => serviceId === null || isThere(serviceId));
