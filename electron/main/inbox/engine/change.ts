import type { InboxSelection } from '../protocol';
import { idsInTurn, type Pause } from './ids-in-turn';
import type { Names } from './names';
import { type Sql } from './sql';
import { HOUR_MS } from './write';

/** So many at a time; in between, others have their turn. */
const MARK_AT_ONCE = 2_000;
const REMOVE_AT_ONCE = 250;
/** Pages of the index that one slice of merging writes. */
const MERGE_PAGES = 128;
/** More than any merging needs; only so that it ends. */
const MERGES_MAX = 10_000;

/** Marks what fits as read or unread; gives how many were not so before. */
export async function markRead(
  sql: Sql,
  selection: InboxSelection,
  isRead: boolean,
  pause: Pause,
): Promise<number> {
  return forAll(sql, { ...selection, ...onlyNot(selection, isRead) }, MARK_AT_ONCE, pause, (ids) => {
    sql.run('UPDATE entry SET is_read = ? WHERE id IN (SELECT value FROM json_each(?))', [
      isRead ? 1 : 0,
      JSON.stringify(ids),
    ]);
  });
}

/** Those that are so already need no change; where the filter asks for them alone there is none to change. */
const onlyNot = ({ isUnread }: InboxSelection, isRead: boolean): Partial<InboxSelection> =>
  isUnread === undefined || isUnread === isRead ? { isUnread: isRead } : { ids: [] };

/** Removes what fits, texts and words included, so that nothing of it is left in the file; gives how many. */
export async function removeEntries(
  sql: Sql,
  names: Names,
  selection: InboxSelection,
  pause: Pause,
): Promise<number> {
  const count = await forAll(sql, selection, REMOVE_AT_ONCE, pause, (ids) => {
    const list = [JSON.stringify(ids)];
    for (const table of ['content', 'entry'])
      sql.run(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, list);
    sql.run('DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))', list);
  });
  if (count > 0) await wipe(sql, names, pause);
  return count;
}

/** Removes what is older, and stretches that have no entries, apart from the present one. Gives how many entries. */
export async function prune(sql: Sql, names: Names, olderThanMs: number, pause: Pause): Promise<number> {
  const count = await removeEntries(sql, names, { toMs: olderThanMs }, pause);
  sql.together(() => {
    sql.run(
      'DELETE FROM session WHERE id <> (SELECT max(id) FROM session) AND id NOT IN (SELECT session FROM entry)',
    );
    sql.run('DELETE FROM hour WHERE hour < ?', [Math.floor(olderThanMs / HOUR_MS)]);
  });
  return count;
}

/** Does something with all that fits now, some at a time. */
async function forAll(
  sql: Sql,
  selection: InboxSelection,
  atOnce: number,
  pause: Pause,
  work: (ids: readonly number[]) => void,
): Promise<number> {
  let count = 0;
  for await (const ids of idsInTurn(sql, selection, atOnce, pause)) {
    sql.together(() => work(ids));
    count += ids.length;
  }
  return count;
}

/**
 * Takes out of the file what was removed: names nobody has any more, words (the index only marks them as gone until its
 * parts are merged), free pages, and the log, which still has the old pages.
 */
async function wipe(sql: Sql, names: Names, pause: Pause): Promise<void> {
  names.forget();
  sql.together(() => {
    sql.run('DELETE FROM place WHERE id NOT IN (SELECT place FROM entry)');
    sql.run('DELETE FROM sender WHERE id NOT IN (SELECT sender FROM entry WHERE sender IS NOT NULL)');
    sql.run('DELETE FROM why WHERE id NOT IN (SELECT why FROM entry)');
  });
  await pause();
  const shape = (): string | undefined =>
    sql.get<{ shape: string }>('SELECT hex(block) AS shape FROM search_data WHERE id = 10')?.shape;
  for (let slice = 0; slice < MERGES_MAX; slice += 1) {
    const before = shape();
    // The first, negative, says that all parts are to become one.
    sql.run("INSERT INTO search (search, rank) VALUES ('merge', ?)", [
      slice === 0 ? -MERGE_PAGES : MERGE_PAGES,
    ]);
    if (shape() === before) break;
    await pause();
  }
  sql.exec('PRAGMA incremental_vacuum');
  emptyLog(sql);
}

/** Brings what is in the log into the file and cuts the log to nothing. */
const emptyLog = (sql: Sql): void => void sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
