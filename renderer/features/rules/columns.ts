import type { RuleColumn } from '../../../electron/core/ipc/inputs';
import type { RuleField } from '../../../electron/core/model/rule';

/** One column of the table of rules. */
export type ColumnId = 'name' | RuleField | 'traffic' | 'quiet' | 'menu';

/** The columns in their order. */
export const columns = [
  'name',
  'notify',
  'groupMentions',
  'badge',
  'sound',
  'preview',
  'traffic',
  'quiet',
  'menu',
] as const satisfies readonly ColumnId[];

/** What the table can be sorted by, by column. */
export const sortOf: Readonly<Partial<Record<ColumnId, RuleColumn>>> = {
  name: 'name',
  notify: 'notify',
  badge: 'badge',
  traffic: 'traffic',
};

const fields: ReadonlySet<ColumnId> = new Set(['notify', 'groupMentions', 'badge', 'sound', 'preview']);

/** True for a column whose cells are values of a rule. */
export const isField = (column: ColumnId): column is RuleField => fields.has(column);

/** How the table is sorted: `service` is the order in which each stands under what it inherits from. */
export interface Sorting {
  readonly sortBy: RuleColumn;
  readonly isDescending: boolean;
}

export const nested: Sorting = { sortBy: 'service', isDescending: false };

/** Gives the sorting after a column's head is pressed: up, down, and back to the nested order. Traffic begins with the most. */
export function nextSorting(now: Sorting, by: RuleColumn): Sorting {
  const isFirstDescending = by === 'traffic';
  if (now.sortBy !== by) return { sortBy: by, isDescending: isFirstDescending };
  return now.isDescending === isFirstDescending ? { sortBy: by, isDescending: !isFirstDescending } : nested;
}
