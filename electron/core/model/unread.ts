/** What is unread in a service: `direct` counts messages meant for the person, `indirect` says there is other unread. */
export interface Unread {
  /** Whole number from 0 to {@link DIRECT_MAX}, or `unknown` while the service has said nothing. */
  readonly direct: number | 'unknown';
  readonly indirect: boolean;
}

/** What one source (the badge call, the title, an adapter) last said. `stale` after the page was replaced. */
export interface UnreadReport {
  readonly unread: Unread;
  readonly stale: boolean;
}

/** Who may say what is unread, best informed first. */
export const unreadSources = ['adapter', 'badge', 'title'] as const;
export type UnreadSource = (typeof unreadSources)[number];
export type UnreadReports = Readonly<Partial<Record<UnreadSource, UnreadReport>>>;

/** Largest count kept; more is shown as this. */
export const DIRECT_MAX = 9999;

export const nothingKnown: Unread = { direct: 'unknown', indirect: false };
export const allRead: Unread = { direct: 0, indirect: false };

/** Makes a count of anything a page may say: floored, clamped to 0…{@link DIRECT_MAX}; NaN and negatives are 0. */
export function toCount(value: number): number {
  if (!(value > 0)) return 0;
  return Math.min(DIRECT_MAX, Math.floor(value));
}

const TITLE_PREFIX = /^\s*\(\s*(\d{1,9}\+?|[•●*∙·])\s*\)/u;
const TITLE_BRACKETS = /(?:^|\s)\[(\d{1,9}\+?|[•●*∙·])\](?=\s|$)/u;

/** Reads the count a page puts in its title: `(3) …`, `(•) …`, `… [3] …`; a title without one says all is read. */
export function parseTitleUnread(title: string): Unread {
  const mark = (TITLE_PREFIX.exec(title) ?? TITLE_BRACKETS.exec(title.slice(0, 300)))?.[1];
  if (mark === undefined) return allRead;
  const count = Number.parseInt(mark, 10);
  return Number.isNaN(count) ? { direct: 0, indirect: true } : { direct: toCount(count), indirect: false };
}

/** Gives what is unread by the best-informed source that has spoken on the present page; else by a stale one. */
export function selectUnread(reports: UnreadReports): Unread {
  const spoken = unreadSources.flatMap((source) => reports[source] ?? []);
  return (spoken.find((report) => !report.stale) ?? spoken[0])?.unread ?? nothingKnown;
}

/** Marks all reports stale: the page was replaced, what it said stands until better is known. */
export function toStale(reports: UnreadReports): UnreadReports {
  const stale: Partial<Record<UnreadSource, UnreadReport>> = {};
  for (const source of unreadSources) {
    const report = reports[source];
    if (report !== undefined) stale[source] = { ...report, stale: true };
  }
  return stale;
}

/** Gives what the present page has said; what an earlier one said by those sources is forgotten. */
export function withoutStale(
  reports: UnreadReports,
  of: readonly UnreadSource[] = unreadSources,
): UnreadReports {
  const fresh: Partial<Record<UnreadSource, UnreadReport>> = {};
  for (const source of unreadSources) {
    const report = reports[source];
    if (report !== undefined && !(report.stale && of.includes(source))) fresh[source] = report;
  }
  return fresh;
}

/** Adds up several services. `unknown` adds nothing. */
export function sumUnread(all: readonly Unread[]): { readonly direct: number; readonly indirect: boolean } {
  return {
    direct: toCount(all.reduce((sum, unread) => sum + (unread.direct === 'unknown' ? 0 : unread.direct), 0)),
    indirect: all.some((unread) => unread.indirect),
  };
}
