import * as z from 'zod/mini';
import { wordListSchema } from './rule';
import { serviceIdsSchema } from './service';
import { workspaceIdSchema } from './workspace';

/** Minutes of a day. */
export const DAY_MINUTES = 1440;
/** Most schedules that are kept. */
export const SCHEDULES_MAX = 50;
/** Most skipped turns of schedules that are kept. */
export const SKIPPED_MAX = 100;
const minuteSchema = z.number().check(z.int(), z.minimum(0), z.maximum(DAY_MINUTES));

/** What may disturb in spite of focus. */
export const passSchema = z.object({
  direct: z.boolean(),
  mentions: z.boolean(),
  words: wordListSchema,
});

/** A range of local time. `toMinute` at or before `fromMinute` is on the next day. */
export const rangeSchema = z.object({
  /** 1 is Monday, 7 is Sunday: days on which it begins. */
  weekdays: z.array(z.number().check(z.int(), z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  fromMinute: minuteSchema,
  toMinute: minuteSchema,
});

export const scheduleSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  name: z.string().check(z.maxLength(80)),
  enabled: z.boolean(),
  ranges: z.array(rangeSchema).check(z.maxLength(20)),
  services: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('some'), serviceIds: serviceIdsSchema }),
    z.object({ kind: z.literal('workspace'), workspaceId: workspaceIdSchema }),
  ]),
  pass: passSchema,
});

export const focusNowSchema = z.object({
  startedAtMs: z.number(),
  /** Null: until the person ends it. */
  untilMs: z.nullable(z.number()),
  /** `duration`: so and so long, whatever becomes of the clock. `moment`: a time of day. */
  end: z.enum(['duration', 'moment']),
  /** A pause lets nothing pass. */
  isPause: z.boolean(),
});

export const focusSchema = z.object({
  now: z.nullable(focusNowSchema),
  schedules: z.array(scheduleSchema).check(z.maxLength(SCHEDULES_MAX)),
  /** What may pass a focus that was begun by hand. */
  pass: passSchema,
  /** Whether the system's own do-not-disturb counts as focus. */
  followSystem: z.boolean(),
  /** Whether counts of services in focus are left out of the badge until it is over. */
  hidesCounts: z.boolean(),
  /** Turns of schedules that the person ended early, by schedule and the moment at which they did. */
  skipped: z.array(z.object({ scheduleId: z.string(), atMs: z.number() })).check(z.maxLength(SKIPPED_MAX)),
});

export type Pass = Readonly<z.infer<typeof passSchema>>;
export type FocusRange = Readonly<z.infer<typeof rangeSchema>>;
/** Focus by the clock: ranges of the week, for all services, some, or those of a workspace. */
export type FocusSchedule = Readonly<z.infer<typeof scheduleSchema>>;
/** Focus that was begun by hand. */
export type FocusNow = Readonly<z.infer<typeof focusNowSchema>>;
/** All that the person set about focus. */
export type FocusSettings = Readonly<z.infer<typeof focusSchema>>;

/** One turn of a schedule, in real time: from `startMs` up to but not including `endMs`. */
export interface FocusWindow {
  readonly scheduleId: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** What the system says of its own do-not-disturb; `unknown` where it cannot be read. */
export type SystemDnd = 'on' | 'off' | 'unknown';

export const defaultPass: Pass = {
  direct: false,
  mentions: false,
  words: { senders: [], keywords: [] },
};

export const defaultFocus: FocusSettings = {
  now: null,
  schedules: [],
  pass: defaultPass,
  followSystem: true,
  hidesCounts: false,
  skipped: [],
};

/** For how long, as people say it: so many minutes, until tomorrow or Monday morning, until a moment. */
export type ForAWhile =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'monday' }
  | { readonly kind: 'at'; readonly atMs: number };
