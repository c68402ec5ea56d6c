import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { scopeKey } from '../../../electron/core/model/rule';
import { useKeys } from '../../components/use-keys';
import { useListener } from '../../components/use-listener';
import { columns, nextSorting, sortOf, type Sorting } from './columns';
import { decideGridKey, type Cell, type GridKey } from './grid-keys';
import { rowsOf, useRowWindow } from './row-window';
import { RulesHead } from './rules-head';
import { RulesRow, WaitingRow } from './rules-row';
import { allSelected, extended, isSelected, nothingSelected, selectedCount, toggled } from './selection';
import type { Selection } from './selection';
import { useRowWords } from './use-cell-words';
import type { RuleTableView } from './use-rule-table';

/** Height of a row, in rem, so that it grows with the text. */
const ROW_REM = 2.5;
const MENU_COLUMN = columns.length - 1;

interface RulesGridProps {
  readonly table: RuleTableView;
  readonly total: number;
  readonly sorting: Sorting;
  /** Each row stands under what it inherits from. */
  readonly isNested: boolean;
  readonly onSort: (sorting: Sorting) => void;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** The cell whose menu is open. */
  readonly open: Cell | undefined;
  readonly onOpen: (cell: Cell, anchor: DOMRect) => void;
  readonly onGiveBack: (cell: Cell) => void;
}

/** The table: one stop for Tab, arrows go through it, only what is to be seen is drawn. */
export function RulesGrid(props: RulesGridProps): ReactNode {
  const { table, total, sorting, selection, onSelect } = props;
  const { t, i18n } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const anchorRow = useRef(0);
  const wantsFocus = useRef(false);
  const [rowPx] = useState(() => ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize));
  const stop: Cell = { row: Math.min(at.row, total - 1), column: at.column };
  const drawn = useRowWindow(grid, rowPx, total);
  const words = useRowWords();
  const { see } = table;
  useEffect(() => see(drawn.first, drawn.last), [see, drawn.first, drawn.last]);

  const cellAt = ({ row, column }: Cell): HTMLElement | null =>
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;
  // The cell is drawn before it can have the focus, wherever it stands; a row that is on its way holds it as long.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const { activeElement } = document;
    const isElsewhere = activeElement !== document.body && grid.current?.contains(activeElement) !== true;
    const cell = cellAt(stop);
    wantsFocus.current = cell === null && !isElsewhere;
    const target = isElsewhere ? null : (cell ?? cellAt({ row: stop.row, column: 0 }));
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  useListener(grid, 'focusin', (event) => {
    const cell = cellOf(event.target);
    const isIt = cell === undefined || (cell.row === at.row && cell.column === at.column);
    if (!isIt && !wantsFocus.current) setAt(cell);
  });
  const moveTo = (cell: Cell): void => {
    wantsFocus.current = true;
    setAt({ ...cell });
  };
  const keyOf = (row: number): string | undefined => {
    const found = table.rowAt(row);
    return found && scopeKey(found.scope);
  };
  const selectTo = (row: number): void => {
    const first = Math.min(anchorRow.current, row);
    const last = Math.max(anchorRow.current, row);
    const keys = Array.from({ length: last - first + 1 }, (_, index) => keyOf(first + index));
    onSelect(
      extended(
        selection,
        keys.filter((key) => key !== undefined),
      ),
    );
  };
  const toggle = (row: number): void => {
    anchorRow.current = row;
    const key = keyOf(row);
    if (key !== undefined) onSelect(toggled(selection, key));
  };
  const openAt = (cell: Cell): void => {
    const column = columns[cell.column] ?? 'name';
    const by = sortOf[column];
    if (cell.row < 0 && by !== undefined) props.onSort(nextSorting(sorting, by));
    const anchor = cellAt(cell)?.getBoundingClientRect();
    if (cell.row < 0 || column === 'traffic' || anchor === undefined || keyOf(cell.row) === undefined) return;
    // A row's own menu opens from its name too.
    props.onOpen({ row: cell.row, column: column === 'name' ? MENU_COLUMN : cell.column }, anchor);
  };
  const act = (key: GridKey): void => {
    switch (key.kind) {
      case 'move':
        if (key.extends) selectTo(key.to.row);
        else if (key.to.row >= 0) anchorRow.current = key.to.row;
        return moveTo(key.to);
      case 'open':
        return openAt(stop);
      case 'menu':
        return openAt({ row: stop.row, column: MENU_COLUMN });
      case 'toggle':
        return toggle(stop.row);
      case 'extend':
        return selectTo(stop.row);
      case 'select-all':
        return onSelect(allSelected);
      case 'unselect':
        return onSelect(nothingSelected);
      case 'give-back':
        return props.onGiveBack(stop);
    }
  };
  useKeys(grid, (event) => {
    const key = decideGridKey(event, stop, {
      rows: total,
      columns: columns.length,
      pageRows: Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / rowPx) - 2),
      isRightToLeft: i18n.dir() === 'rtl',
      hasSelection: selectedCount(selection, total) > 0,
    });
    if (key === undefined) return;
    event.preventDefault();
    act(key);
  });
  useListener(grid, 'click', (event) => {
    const cell = cellOf(event.target);
    if (cell === undefined) return;
    moveTo(cell);
    const isName = columns[cell.column] === 'name';
    if (cell.row >= 0 && event.shiftKey) selectTo(cell.row);
    else if (cell.row >= 0 && (isName || event.ctrlKey || event.metaKey)) toggle(cell.row);
    else openAt(cell);
  });
  useListener(grid, 'contextmenu', (event) => {
    const cell = cellOf(event.target);
    if (cell === undefined || cell.row < 0) return;
    event.preventDefault();
    moveTo(cell);
    openAt({ row: cell.row, column: MENU_COLUMN });
  });
  return (
    <div
      ref={grid}
      className="rules-grid"
      role="grid"
      tabIndex={-1}
      aria-label={t('rules.title')}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-describedby="rules-keys"
    >
      <RulesHead sorting={sorting} stop={stop.row < 0 ? stop.column : undefined} />
      <div className="rules-body" role="rowgroup" style={{ height: rowPx * total }}>
        {rowsOf(drawn, stop.row).map((index) => {
          const row = table.rowAt(index);
          const isChosen = row !== undefined && isSelected(selection, scopeKey(row.scope));
          return (
            <div
              key={index}
              className="rules-row"
              role="row"
              aria-rowindex={index + 2}
              aria-selected={isChosen}
              data-scope={row?.scope.kind}
              style={{ height: rowPx, transform: `translateY(${rowPx * index}px)` }}
            >
              {row === undefined ? (
                <WaitingRow index={index} isStop={index === stop.row} />
              ) : (
                <RulesRow
                  row={row}
                  index={index}
                  isSelected={isChosen}
                  isNested={props.isNested}
                  words={words}
                  stop={index === stop.row ? stop.column : undefined}
                  open={props.open?.row === index ? props.open.column : undefined}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Gives the cell something happened in. */
function cellOf(target: EventTarget | null): Cell | undefined {
  const name =
    target instanceof Element ? target.closest('[data-cell]')?.getAttribute('data-cell') : undefined;
  const [row, column] = name?.split(':').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}
