import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { columns, sortOf, type ColumnId, type Sorting } from './columns';

interface RulesHeadProps {
  readonly sorting: Sorting;
  /** Which of its cells is the table's one stop for Tab. */
  readonly stop: number | undefined;
}

/** The head of the table; what can be sorted by is pressed to sort. */
export function RulesHead({ sorting, stop }: RulesHeadProps): ReactNode {
  const { t } = useTranslation();
  const orderOf = (column: ColumnId): 'ascending' | 'descending' | 'none' | undefined => {
    const by = sortOf[column];
    if (by === undefined) return undefined;
    if (by !== sorting.sortBy) return 'none';
    return sorting.isDescending ? 'descending' : 'ascending';
  };
  return (
    <div className="rules-head" role="rowgroup">
      <div className="rules-row" role="row" aria-rowindex={1}>
        {columns.map((column, place) => {
          const order = orderOf(column);
          return (
            <div
              key={column}
              className="rules-cell"
              role="columnheader"
              aria-colindex={place + 1}
              aria-sort={order}
              data-column={column}
              data-cell={`-1:${place}`}
              data-sorts={order !== undefined}
              tabIndex={stop === place ? 0 : -1}
              title={t(`rules.columnHint.${column}`)}
            >
              <span className={column === 'menu' ? 'visually-hidden' : undefined}>
                {t(`rules.column.${column}`)}
              </span>
              {order === 'ascending' && <ArrowUp size={12} strokeWidth={2} aria-hidden />}
              {order === 'descending' && <ArrowDown size={12} strokeWidth={2} aria-hidden />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
