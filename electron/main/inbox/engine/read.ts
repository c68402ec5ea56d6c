import type { ChannelKind } from '../../../core/model/channel';
import {
  INBOX_PAGE_MAX,
  type InboxChannelCount,
  type InboxEntry,
  type InboxFilter,
  type InboxPage,
  type InboxSession,
} from '../../../core/model/inbox';
import { fromHits, selectIds, toHits } from './hits';
import { type EntryRow, SELECT_ENTRIES, type SessionRow, toEntry, toSession } from './rows';
import { asRow, type Sql } from './sql';

/** Gives entries that fit, the newest first, below `beforeId` if that is given. */
export function readPage(sql: Sql, filter: InboxFilter, beforeId: number | null, limit: number): InboxPage {
  const count = Math.min(Math.max(1, Math.trunc(limit)), INBOX_PAGE_MAX);
  const hits = toHits(sql, filter);
  if (hits === undefined) return { entries: [], sessions: [], nextId: null };
  const wanted = selectIds(hits, beforeId, count + 1);
  const ids = sql.all<{ id: number }>(wanted.sql, wanted.values).map(({ id }) => id);
  const entries = readEntries(sql, ids.slice(0, count));
  return {
    entries,
    sessions: readSessions(sql, [...new Set(entries.map(({ sessionId }) => sessionId))]),
    nextId: ids.length > count ? (ids[count - 1] ?? null) : null,
  };
}

/** Gives the entries of these ids, in their order; those that are gone are left out. */
export const readEntries = (sql: Sql, ids: readonly number[]): readonly InboxEntry[] =>
  sql.rows<EntryRow>(SELECT_ENTRIES, [JSON.stringify(ids)]).map(toEntry);

const readSessions = (sql: Sql, ids: readonly number[]): readonly InboxSession[] =>
  sql
    .all<SessionRow>(
      'SELECT id, came_ms, left_ms FROM session WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC',
      [JSON.stringify(ids)],
    )
    .map(toSession);

export const readAllSessions = (sql: Sql): readonly InboxSession[] =>
  sql.all<SessionRow>('SELECT id, came_ms, left_ms FROM session ORDER BY id').map(toSession);

/** How many entries fit. */
export function countEntries(sql: Sql, filter: InboxFilter): number {
  const hits = toHits(sql, filter);
  if (hits === undefined) return 0;
  const { sql: text, values } = fromHits(hits);
  return sql.get<{ count: number }>(`SELECT count(*) AS count FROM ${text}`, values)?.count ?? 0;
}

interface CountRow {
  readonly service_id: string;
  readonly channel_id: string | null;
  readonly channel_name: string | null;
  readonly channel_kind: string;
  readonly count: number;
  readonly unread: number;
  readonly last_ms: number;
}

const COUNT_ROW = asRow({
  service_id: 'p.service_id',
  channel_id: 'p.channel_id',
  channel_name: 'p.channel_name',
  channel_kind: 'p.channel_kind',
  count: 'g.count',
  unread: 'g.unread',
  last_ms: 'g.last_ms',
});

/** What each conversation had of what fits, the latest first; name and kind are those it had last. */
export function countByChannel(sql: Sql, filter: InboxFilter): readonly InboxChannelCount[] {
  const hits = toHits(sql, filter);
  if (hits === undefined) return [];
  const { sql: text, values } = fromHits(hits);
  const rows = sql.rows<CountRow>(
    `SELECT ${COUNT_ROW}
     FROM (SELECT e.place AS place, count(*) AS count, sum(e.is_read = 0) AS unread, max(e.at_ms) AS last_ms,
       max(e.id) AS last_id FROM ${text} GROUP BY e.place) g JOIN place p ON p.id = g.place ORDER BY g.last_id DESC`,
    values,
  );
  const found = new Map<string, InboxChannelCount>();
  for (const row of rows) {
    const key = JSON.stringify([row.service_id, row.channel_id]);
    const newer = found.get(key);
    found.set(key, {
      serviceId: row.service_id,
      channelId: row.channel_id,
      channelName: newer?.channelName ?? row.channel_name,
      channelKind: newer?.channelKind ?? (row.channel_kind as ChannelKind),
      count: (newer?.count ?? 0) + row.count,
      unread: (newer?.unread ?? 0) + row.unread,
      lastMs: Math.max(newer?.lastMs ?? 0, row.last_ms),
    });
  }
  return [...found.values()];
}
