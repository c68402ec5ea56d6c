import * as z from 'zod/mini';
import { fingerprintSchema, placeSchema } from '../model/certificate-trust';
import { channelIdSchema, channelPatternSchema } from '../model/channel';
import { focusSchema, focusNowSchema } from '../model/focus';
import { INBOX_PAGE_MAX } from '../model/inbox';
import { comboSchema, keySettingsSchema } from '../model/key-settings';
import { ruleSchema, ruleScopeSchema, ruleValuesSchema } from '../model/rule';
import { OWN_KEYS_MAX, pictureSchema, serviceIdSchema } from '../model/service';
import { savedLoginSchema } from '../model/sign-in';

/** A text of at most so many UTF-16 units. */
export const text = (max: number) => z.string().check(z.maxLength(max));

/** Names a question that is open. */
export const promptId = text(64);

/** Names a service. */
export const serviceInput = z.object({ serviceId: serviceIdSchema });

export const channelInput = z.object({ serviceId: serviceIdSchema, channelId: channelIdSchema });

export const addServiceInput = z.object({
  recipeId: text(40),
  address: text(4096),
  name: text(200),
  /** The server's own picture, as `server.discover` gave it. */
  iconDataUrl: z.optional(pictureSchema),
});

const momentMs = z.number().check(z.minimum(0), z.maximum(8.64e15));
const entryId = z.number().check(z.int(), z.minimum(0));

/** For how long, as people say it: minutes (a week at most), until tomorrow or Monday morning, until a moment. */
export const forAWhileSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('minutes'),
    minutes: z.number().check(z.int(), z.minimum(1), z.maximum(10_080)),
  }),
  z.object({ kind: z.literal('tomorrow') }),
  z.object({ kind: z.literal('monday') }),
  z.object({ kind: z.literal('at'), atMs: momentMs }),
]);

/** What is looked for in the inbox. */
export const inboxFilterSchema = z.object({
  text: z.optional(text(500)),
  serviceId: z.optional(serviceIdSchema),
  channelId: z.optional(channelIdSchema),
  sender: z.optional(text(300)),
  decisions: z.optional(z.array(z.enum(['show', 'show-silently', 'hold', 'drop'])).check(z.maxLength(4))),
  isForMe: z.optional(z.boolean()),
  isUnread: z.optional(z.boolean()),
  fromMs: z.optional(momentMs),
  toMs: z.optional(momentMs),
});

/** Entries by filter, or by their ids. */
export const inboxChoiceSchema = z.object({
  filter: inboxFilterSchema,
  ids: z.optional(z.array(entryId).check(z.maxLength(1000))),
});

export const inboxAskSchema = z.object({
  filter: inboxFilterSchema,
  beforeId: z.nullable(entryId),
  limit: z.number().check(z.int(), z.minimum(1), z.maximum(INBOX_PAGE_MAX)),
});

/** Columns of the table of rules that it can be sorted by. */
export const ruleColumnSchema = z.enum(['name', 'service', 'kind', 'notify', 'badge', 'traffic']);

export const ruleTableAskSchema = z.object({
  text: text(200),
  serviceId: z.optional(serviceIdSchema),
  sortBy: ruleColumnSchema,
  isDescending: z.boolean(),
  offset: z.number().check(z.int(), z.minimum(0)),
  limit: z.number().check(z.int(), z.minimum(1), z.maximum(500)),
});

export const ruleInput = ruleSchema;
export const rulesInput = z.object({ rules: z.array(ruleSchema).check(z.maxLength(20_000)) });
export const pauseInput = z.object({
  scope: ruleScopeSchema,
  /** `preset: nothing` where left out. */
  values: z.optional(ruleValuesSchema),
  until: forAWhileSchema,
});
export const scopeInput = z.object({ scope: ruleScopeSchema });
export const explainInput = z.object({
  serviceId: serviceIdSchema,
  channelId: z.nullable(channelIdSchema),
});
export const patternInput = z.object({
  serviceId: serviceIdSchema,
  pattern: z.omit(channelPatternSchema, { channelId: true, serviceId: true }),
  /** What is then wanted of the conversation. */
  values: ruleValuesSchema,
});
export const focusBeginInput = z.object({
  /** Null: until the person ends it. */
  until: z.nullable(forAWhileSchema),
  isPause: focusNowSchema.shape.isPause,
});
export const focusChangeInput = z.partial(
  z.pick(focusSchema, { schedules: true, pass: true, followSystem: true, hidesCounts: true }),
);
export const placeInput = z.object({ place: placeSchema });
export const certificateInput = z.object({ place: placeSchema, fingerprint: fingerprintSchema });
export const savedLoginInput = z.omit(savedLoginSchema, { sealed: true, sinceMs: true });
export const askerInput = z.object({ serviceId: serviceIdSchema, place: placeSchema });
export const ownCertificateInput = z.object({
  promptId,
  fingerprint: z.nullable(fingerprintSchema),
  /** Shown from now on without a question. */
  isKept: z.boolean(),
});
export const loginInput = z.object({
  promptId,
  credentials: z.nullable(z.object({ username: text(1000), password: text(1000) })),
  /** Sealed and used again. */
  isKept: z.optional(z.boolean()),
});
export const entryInput = z.object({ id: entryId });

export const keysInput = z.partial(keySettingsSchema);
export const keyRecordInput = z.object({ isOn: z.boolean() });
export const ownKeysInput = z.object({
  serviceId: serviceIdSchema,
  ownKeys: z.array(comboSchema).check(z.maxLength(OWN_KEYS_MAX)),
});
export const commandInput = z.object({ id: text(64) });
export const findInput = z.object({ text: text(1000), matchCase: z.boolean() });
export const stepInput = z.object({ step: z.union([z.literal(1), z.literal(-1)]) });

export type InboxAsk = z.infer<typeof inboxAskSchema>;
export type InboxChoice = z.infer<typeof inboxChoiceSchema>;
export type RuleColumn = z.infer<typeof ruleColumnSchema>;
export type RuleTableAsk = z.infer<typeof ruleTableAskSchema>;
