import * as z from 'zod/mini';
import { channelIdSchema, channelKindSchema } from './channel';
import { serviceIdSchema } from './service';

/** Most rules, and most rules for a while, that are kept. */
export const RULES_MAX = 20_000;
/** Most names or words in one list, and the longest of them in UTF-16 units. */
export const WORDS_MAX = 200;
export const WORD_MAX = 100;

const wordsSchema = z
  .array(z.string().check(z.minLength(1), z.maxLength(WORD_MAX)))
  .check(z.maxLength(WORDS_MAX));

/** Names of senders and words in texts; compared without case and accents. */
export const wordListSchema = z.object({ senders: wordsSchema, keywords: wordsSchema });

export const ruleScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everywhere') }),
  z.object({ kind: z.literal('service'), serviceId: serviceIdSchema }),
  z.object({ kind: z.literal('channel-kind'), serviceId: serviceIdSchema, channelKind: channelKindSchema }),
  z.object({
    kind: z.literal('channel'),
    serviceId: serviceIdSchema,
    channelId: channelIdSchema,
    /** As it was called when the rule was made; shown while the service does not say. */
    name: z.string().check(z.maxLength(120)),
    channelKind: channelKindSchema,
  }),
]);

export const presetSchema = z.enum(['everything', 'what-matters', 'only-me', 'nothing']);
export const levelSchema = z.enum(['all', 'mentions', 'none']);

export const ruleValuesSchema = z.object({
  /** Stands for several values, by kind of channel; what is set beside it goes before it. */
  preset: z.optional(presetSchema),
  notify: z.optional(levelSchema),
  groupMentions: z.optional(z.enum(['mention', 'plain', 'none'])),
  badge: z.optional(levelSchema),
  sound: z.optional(z.boolean()),
  preview: z.optional(z.enum(['full', 'sender', 'nothing'])),
  letThrough: z.optional(wordListSchema),
  keepOut: z.optional(wordListSchema),
});

export const ruleSchema = z.object({ scope: ruleScopeSchema, values: ruleValuesSchema });

export const temporaryRuleSchema = z.object({
  scope: ruleScopeSchema,
  values: ruleValuesSchema,
  startedAtMs: z.number(),
  /** Ends at this moment, not including it. */
  untilMs: z.number(),
  /** `duration`: so and so long, whatever becomes of the clock. `moment`: a time of day. */
  end: z.enum(['duration', 'moment']),
});

/** What a rule is for; the nearest scope wins, value by value. */
export type RuleScope = Readonly<z.infer<typeof ruleScopeSchema>>;

/** What people choose from, instead of single values. */
export type Preset = z.infer<typeof presetSchema>;
/** `mentions`: only what is meant for the person. */
export type Level = z.infer<typeof levelSchema>;
export type WordList = Readonly<z.infer<typeof wordListSchema>>;
/** What a rule sets; what is left out comes from the next scope. */
export type RuleValues = Readonly<z.infer<typeof ruleValuesSchema>>;
export type Rule = Readonly<z.infer<typeof ruleSchema>>;
/** A rule for a while; goes before all lasting ones. */
export type TemporaryRule = Readonly<z.infer<typeof temporaryRuleSchema>>;

/** The values that hold where no rule says otherwise. */
export const defaultValues = {
  notify: 'all',
  groupMentions: 'mention',
  badge: 'all',
  sound: true,
  preview: 'full',
} as const satisfies RuleValues;

/** One value of a rule, apart from presets and lists. */
export type RuleField = keyof typeof defaultValues;
/** All values, none left out. */
export type FullValues = Readonly<{ [F in RuleField]: NonNullable<RuleValues[F]> }>;

/** Names a scope; two scopes are one when their keys are. */
export function scopeKey(scope: RuleScope): string {
  switch (scope.kind) {
    case 'everywhere':
      return '*';
    case 'service':
      return scope.serviceId;
    case 'channel-kind':
      return `${scope.serviceId}/${scope.channelKind}`;
    case 'channel':
      return `${scope.serviceId}#${scope.channelId}`;
  }
}
