import type { InboxSelection } from '../protocol';
import { toFacetMatch, toSearchMatch } from '../search-text';
import { channelFacet, decisionFacet, forMeFacet, senderFacet, serviceFacet } from './facets';
import { asRow, type Sql, type SqlValue } from './sql';
import { HOUR_MS } from './write';

/** Up to so many conversations are gone through one by one, each by its index; beyond, all entries by time. */
const PLACES_ONE_BY_ONE = 8;

/** What fits a filter, as parts of a statement over `entry e`. `places` are to be gone through one by one. */
export interface Hits {
  readonly from: string;
  readonly where: readonly Condition[];
  readonly places: readonly number[] | undefined;
}
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Says which entries fit; undefined when none can. */
export function toHits(sql: Sql, selection: InboxSelection): Hits | undefined {
  const where: Condition[] = [];
  const when = (text: string, ...values: readonly SqlValue[]): void => void where.push({ sql: text, values });
  const { ids, keys, fromMs, toMs, decisions, isForMe, isUnread, sender } = selection;

  const search = toSearchMatch(selection.text ?? '');
  if (search.kind === 'none' || decisions?.length === 0 || ids?.length === 0 || keys?.length === 0)
    return undefined;
  if (fromMs !== undefined || toMs !== undefined) {
    const range = idsOfTime(sql, fromMs ?? 0, toMs ?? Number.MAX_SAFE_INTEGER);
    if (range === undefined) return undefined;
    // Searching goes by the rowid of its own table; bounds of the other would not shorten it.
    const id = search.kind === 'match' ? 'search.rowid' : 'e.id';
    when(`${id} >= ?`, range.first);
    when(`${id} <= ?`, range.last);
    when('e.at_ms >= ?', fromMs ?? 0);
    when('e.at_ms < ?', toMs ?? Number.MAX_SAFE_INTEGER);
  }
  if (ids !== undefined) when('e.id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
  if (keys !== undefined)
    when(
      'e.id IN (SELECT id FROM content WHERE key IN (SELECT value FROM json_each(?)))',
      JSON.stringify(keys),
    );
  // Written out, so that the index of the unread ones fits.
  if (isUnread !== undefined) when(isUnread ? 'e.is_read = 0' : 'e.is_read = 1');
  if (isForMe === false) when('e.for_me = 0');
  const places = placesOf(sql, selection);
  if (places?.length === 0) return undefined;

  if (search.kind === 'match') {
    const facets = toFacets(selection, places);
    const all = facets.length > 0 ? `${toFacetMatch(facets)} AND (${search.match})` : search.match;
    when('search MATCH ?', all);
    return { from: 'search CROSS JOIN entry e ON e.id = search.rowid', where, places: undefined };
  }
  if (isForMe === true) when('e.for_me = 1');
  if (sender !== undefined) when('e.sender = (SELECT id FROM sender WHERE name = ?)', sender);
  if (decisions !== undefined)
    when('e.decision IN (SELECT value FROM json_each(?))', JSON.stringify(decisions));
  if (places !== undefined && places.length <= PLACES_ONE_BY_ONE) {
    return { from: 'entry e INDEXED BY entry_by_place', where, places: places.map(({ id }) => id) };
  }
  if (places !== undefined) {
    when('e.place IN (SELECT value FROM json_each(?))', JSON.stringify(places.map(({ id }) => id)));
  }
  const isByUnread = isUnread === true && ids === undefined && keys === undefined;
  return {
    from: `entry e ${isByUnread ? 'INDEXED BY entry_unread' : 'NOT INDEXED'}`,
    where,
    places: undefined,
  };
}

interface Place {
  readonly id: number;
  readonly service_id: string;
  readonly channel_id: string | null;
}

const PLACE_ROW = asRow({ id: 'id', service_id: 'service_id', channel_id: 'channel_id' });

function placesOf(sql: Sql, { serviceId, channelId }: InboxSelection): readonly Place[] | undefined {
  if (serviceId === undefined && channelId === undefined) return undefined;
  return sql.rows<Place>(
    `SELECT ${PLACE_ROW} FROM place WHERE service_id = ifnull(?, service_id) AND (? IS NULL OR channel_id = ?)`,
    [serviceId ?? null, channelId ?? null, channelId ?? null],
  );
}

function toFacets(
  { serviceId, channelId, sender, decisions, isForMe }: InboxSelection,
  places: readonly Place[] | undefined,
): readonly (readonly string[])[] {
  const channels = (places ?? []).flatMap(({ service_id: service, channel_id: channel }) =>
    channel === null ? [] : [channelFacet(service, channel)],
  );
  return [
    channelId === undefined ? undefined : [...new Set(channels)],
    channelId !== undefined || serviceId === undefined ? undefined : [serviceFacet(serviceId)],
    sender === undefined ? undefined : [senderFacet(sender)],
    decisions?.map(decisionFacet),
    isForMe === true ? [forMeFacet] : undefined,
  ].filter((some) => some !== undefined);
}

/** Between which ids entries of a time lie; others may lie there too. */
function idsOfTime(sql: Sql, fromMs: number, toMs: number): { first: number; last: number } | undefined {
  const row = sql.get<{ first: number | null; last: number | null }>(
    'SELECT min(first_id) AS first, max(last_id) AS last FROM hour WHERE hour >= ? AND hour <= ?',
    [Math.floor(fromMs / HOUR_MS), Math.floor(toMs / HOUR_MS)],
  );
  return row === undefined || row.first === null || row.last === null
    ? undefined
    : { first: row.first, last: row.last };
}

/** A statement that gives the ids that fit, the newest first, each below `beforeId`. */
export function selectIds(hits: Hits, beforeId: number | null, limit: number): Condition {
  const before = beforeId ?? Number.MAX_SAFE_INTEGER;
  const isSearch = hits.from.startsWith('search');
  const id = isSearch ? 'search.rowid' : 'e.id';
  const one = (more: readonly Condition[]): Condition => {
    const where = [...hits.where, ...more, { sql: `${id} < ?`, values: [before] }];
    return {
      sql: `SELECT ${id} AS id FROM ${hits.from} WHERE ${where.map((each) => each.sql).join(' AND ')} ORDER BY ${id} DESC LIMIT ?`,
      values: [...where.flatMap(({ values }) => values), limit],
    };
  };
  if (hits.places === undefined) return one([]);
  const each = hits.places.map((place) => one([{ sql: 'e.place = ?', values: [place] }]));
  return {
    sql: `${each.map(({ sql }) => `SELECT id FROM (${sql})`).join(' UNION ALL ')} ORDER BY id DESC LIMIT ?`,
    values: [...each.flatMap(({ values }) => values), limit],
  };
}

/** The parts of a statement after FROM, for counting. */
export function fromHits({ from, where, places }: Hits): Condition {
  const all = [
    ...where,
    ...(places === undefined
      ? []
      : [{ sql: 'e.place IN (SELECT value FROM json_each(?))', values: [JSON.stringify(places)] }]),
  ];
  const text = all.map(({ sql }) => sql).join(' AND ');
  return {
    sql: `${from}${text === '' ? '' : ` WHERE ${text}`}`,
    values: all.flatMap(({ values }) => values),
  };
}
