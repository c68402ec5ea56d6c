import * as z from 'zod/mini';
import { lastOfEach } from '../model/last-of-each';
import { parseQuery, toQueryText } from './query';

/** Most entries that are remembered, and most queries of each. */
export const USED_MAX = 1000;
export const USED_QUERIES_MAX = 8;
/** After this time a use counts half. */
export const HALF_LIFE_MS = 7 * 24 * 3_600_000;
const SCORE_MAX = 1e6;
const KEY_MAX = 512;
const QUERY_TEXT_MAX = 40;

const countSchema = z.object({
  /** Uses, each with its weight at `lastMs`. */
  score: z.number().check(z.positive(), z.maximum(SCORE_MAX)),
  lastMs: z.number().check(z.nonnegative()),
});
const usedSchema = z.extend(countSchema, {
  key: z.string().check(z.minLength(1), z.maxLength(KEY_MAX)),
  queries: z
    .array(z.extend(countSchema, { text: z.string().check(z.minLength(1), z.maxLength(QUERY_TEXT_MAX)) }))
    .check(z.maxLength(USED_QUERIES_MAX)),
});

/** What is kept of how the switcher was used: on this machine, nowhere else. */
export const usageSchema = z.array(usedSchema).check(z.maxLength(USED_MAX));

/** How often and when an entry was gone to, and after which queries. */
export type Used = Readonly<z.infer<typeof usedSchema>>;
export type Usage = readonly Used[];
type Count = Readonly<z.infer<typeof countSchema>>;

export const nothingUsed: Usage = [];

/** Reads what was kept; what is not understood of it is left out. */
export function parseUsage(value: unknown): Usage {
  if (!Array.isArray(value)) return nothingUsed;
  const used = value.slice(0, USED_MAX).flatMap((one) => usedSchema.safeParse(one).data ?? []);
  return lastOfEach(used, ({ key }) => key);
}

/** Gives what a count is worth now. A clock that goes backwards makes nothing worth more. */
export const worthOf = ({ score, lastMs }: Count, nowMs: number): number =>
  score * 2 ** (-Math.max(0, nowMs - lastMs) / HALF_LIFE_MS);

/** Notes that an entry was gone to after this was typed; nothing typed is fine. What is worth least is forgotten first. */
export function noteUse(usage: Usage, key: string, query: string, nowMs: number): Usage {
  if (key === '' || key.length > KEY_MAX || !Number.isFinite(nowMs) || nowMs < 0) return usage;
  const before = usage.find((used) => used.key === key);
  const text = toQueryText(parseQuery(query)).slice(0, QUERY_TEXT_MAX);
  const queries = text === '' ? (before?.queries ?? []) : withQuery(before?.queries ?? [], text, nowMs);
  const others = usage.filter((used) => used !== before);
  return [...withoutLeast(others, USED_MAX - 1, nowMs), { key, ...counted(before, nowMs), queries }];
}

/** Forgets entries that are gone for good, as with a deleted service. Gives the same where there are none. */
export function forgetUse(usage: Usage, isGone: (key: string) => boolean): Usage {
  const left = usage.filter(({ key }) => !isGone(key));
  return left.length === usage.length ? usage : left;
}

function withQuery(queries: Used['queries'], text: string, nowMs: number): Used['queries'] {
  const before = queries.find((query) => query.text === text);
  const others = queries.filter((query) => query !== before);
  return [...withoutLeast(others, USED_QUERIES_MAX - 1, nowMs), { text, ...counted(before, nowMs) }];
}

const counted = (before: Count | undefined, nowMs: number): Count => ({
  score: Math.min(SCORE_MAX, 1 + (before === undefined ? 0 : worthOf(before, nowMs))),
  lastMs: nowMs,
});

function withoutLeast<T extends Count>(counts: readonly T[], most: number, nowMs: number): readonly T[] {
  if (counts.length <= most) return counts;
  const byWorth = counts.toSorted((a, b) => worthOf(b, nowMs) - worthOf(a, nowMs));
  const kept = new Set(byWorth.slice(0, most));
  return counts.filter((count) => kept.has(count));
}
