import type { InboxSelection } from '../protocol';
import { selectIds, toHits } from './hits';
import type { Sql } from './sql';

/** Lets others have their turn. */
export type Pause = () => Promise<void>;

/**
 * Gives the ids of all that fits, the newest first, at most `atOnce` at a time; each part is read when the one before is
 * done with and others have had their turn.
 */
export async function* idsInTurn(
  sql: Sql,
  selection: InboxSelection,
  atOnce: number,
  pause: Pause,
): AsyncGenerator<readonly number[], void> {
  let beforeId: number | null = null;
  for (;;) {
    const hits = toHits(sql, selection);
    if (hits === undefined) return;
    const { sql: text, values } = selectIds(hits, beforeId, atOnce);
    const ids: readonly number[] = sql.all<{ id: number }>(text, values).map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    beforeId = last;
    await pause();
  }
}
