import * as z from 'zod/mini';
import { channelKindSchema } from './channel';
import type { InboxEntry, InboxSession, InboxStep } from './inbox';
import { lastOfEach } from './last-of-each';
import { ruleScopeSchema } from './rule';
import { serviceIdSchema } from './service';
import { safeParse } from './safe-parse';

/** Most entries that a backup has. */
export const INBOX_FILE_MAX = 200_000;

const text = (max: number) => z.string().check(z.maxLength(max));
const momentMs = z.number().check(z.minimum(0), z.maximum(8.64e15));
const whole = z.number().check(z.int(), z.minimum(0));

const sourceSchema = z.object({
  scope: ruleScopeSchema,
  isTemporary: z.boolean(),
  by: z.optional(z.literal('server')),
});
const focusSourceSchema = z.enum(['focus', 'paused', 'schedule', 'workspace', 'system-dnd']);
const stepSchema = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('value'),
    field: z.enum(['notify', 'groupMentions', 'badge', 'sound', 'preview', 'letThrough', 'keepOut']),
    value: text(300),
    from: z.optional(sourceSchema),
    decided: z.boolean(),
  }),
  z.object({
    step: z.literal('mention'),
    value: z.enum(['personal', 'group', 'none', 'unknown', 'direct']),
  }),
  z.object({
    step: z.literal('focus'),
    source: focusSourceSchema,
    passes: z.boolean(),
    decided: z.boolean(),
  }),
  z.object({
    step: z.enum(['on-screen', 'too-many', 'service-unknown', 'asks-silence']),
    decided: z.boolean(),
  }),
]);

const entrySchema = z.object({
  id: whole,
  sessionId: whole,
  key: z.string().check(z.minLength(1), z.maxLength(300)),
  atMs: momentMs,
  serviceId: serviceIdSchema,
  serviceName: text(300),
  channelId: z.nullable(text(1000)),
  channelName: z.nullable(text(1000)),
  channelKind: channelKindSchema,
  sender: z.nullable(text(1000)),
  title: text(10_000),
  body: text(100_000),
  tag: text(10_000),
  messageId: z.nullable(text(1000)),
  mention: z.enum(['personal', 'group', 'none', 'unknown']),
  decision: z.enum(['show', 'show-silently', 'hold', 'drop']),
  reason: z.enum([
    ...([
      'wanted',
      'mention',
      'mention-unknown',
      'let-through',
      'passes-focus',
      'service-asks-silence',
    ] as const),
    ...(['sound-off', 'focus', 'paused', 'schedule', 'workspace', 'system-dnd', 'too-many'] as const),
    ...(['service-unknown', 'muted', 'not-a-mention', 'group-mention', 'kept-out', 'on-screen'] as const),
  ]),
  from: z.nullable(sourceSchema),
  trail: z.array(stepSchema).check(z.maxLength(100)),
  isRead: z.boolean(),
});

const sessionSchema = z.object({ id: whole, cameMs: momentMs, leftMs: z.nullable(momentMs) });

const fileSchema = z.object({
  sessions: z.array(sessionSchema).check(z.maxLength(INBOX_FILE_MAX)),
  entries: z.array(z.unknown()).check(z.maxLength(INBOX_FILE_MAX)),
});

/** The inbox as a backup has it. */
export interface InboxFile {
  readonly sessions: readonly InboxSession[];
  readonly entries: readonly InboxEntry[];
}

/** Reads the inbox of a backup; entries that cannot be read are left out. Undefined where there is none. Never throws. */
export function parseInboxFile(value: unknown): InboxFile | undefined {
  const file = safeParse(fileSchema, value);
  if (!file.success) return undefined;
  const entries = file.data.entries.flatMap((one) => {
    const entry = safeParse(entrySchema, one);
    return entry.success ? [entry.data as InboxEntry] : [];
  });
  return { sessions: file.data.sessions, entries };
}

/** Gives what happened in its order: each stretch once, and what came in it. Entries of no stretch come in the last. */
export function toReplay({ sessions, entries }: InboxFile): readonly InboxStep[] {
  const stretches = lastOfEach(sessions, ({ id }) => String(id));
  const known = new Set(stretches.map(({ id }) => id));
  const inOrder = entries.toSorted((a, b) => a.id - b.id);
  const toEntry = ({ id: _id, sessionId: _session, ...entry }: InboxEntry): InboxStep => ({
    kind: 'entry',
    entry,
  });
  const bySession = new Map<number, InboxEntry[]>();
  for (const entry of inOrder) {
    const there = bySession.get(entry.sessionId);
    if (there === undefined) bySession.set(entry.sessionId, [entry]);
    else there.push(entry);
  }
  const steps: InboxStep[] = [];
  for (const { id, cameMs, leftMs } of stretches.toSorted((a, b) => a.id - b.id)) {
    steps.push({ kind: 'came', atMs: cameMs });
    for (const entry of bySession.get(id) ?? []) steps.push(toEntry(entry));
    if (leftMs !== null) steps.push({ kind: 'left', atMs: leftMs });
  }
  return [...steps, ...inOrder.filter(({ sessionId }) => !known.has(sessionId)).map(toEntry)];
}
