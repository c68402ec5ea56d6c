/** A cell of the table; row -1 is the head. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What a key does in the table. */
export type GridKey =
  | { readonly kind: 'move'; readonly to: Cell; readonly extends: boolean }
  | { readonly kind: 'open' | 'menu' | 'toggle' | 'extend' | 'select-all' | 'unselect' | 'give-back' };

interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** How many rows are to be seen at once. */
  readonly pageRows: number;
  readonly isRightToLeft: boolean;
  readonly hasSelection: boolean;
}

interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Decides what a key does in the table, as grids do everywhere; `undefined` leaves it alone. */
export function decideGridKey(press: KeyPress, at: Cell, size: GridSize): GridKey | undefined {
  if (press.altKey) return undefined;
  const main = press.ctrlKey || press.metaKey;
  const isHead = at.row < 0;
  switch (press.key) {
    case 'Enter':
    case 'F2':
      return main || press.shiftKey ? undefined : { kind: 'open' };
    case 'ContextMenu':
      return isHead ? undefined : { kind: 'menu' };
    case 'F10':
      return press.shiftKey && !isHead ? { kind: 'menu' } : undefined;
    case ' ':
      return isHead ? { kind: 'open' } : { kind: press.shiftKey ? 'extend' : 'toggle' };
    case 'a':
    case 'A':
      return main ? { kind: 'select-all' } : undefined;
    case 'Delete':
    case 'Backspace':
      return main || isHead ? undefined : { kind: 'give-back' };
    case 'Escape':
      return size.hasSelection ? { kind: 'unselect' } : undefined;
    default:
      return moveOf(press, at, size, main);
  }
}

function moveOf(press: KeyPress, at: Cell, size: GridSize, main: boolean): GridKey | undefined {
  const target = targetOf(press.key, at, size, main);
  if (target === undefined) return undefined;
  const to = {
    row: Math.min(size.rows - 1, Math.max(-1, target.row)),
    column: Math.min(size.columns - 1, Math.max(0, target.column)),
  };
  return { kind: 'move', to, extends: press.shiftKey && to.row >= 0 && to.row !== at.row };
}

function targetOf(key: string, { row, column }: Cell, size: GridSize, main: boolean): Cell | undefined {
  const ahead = size.isRightToLeft ? -1 : 1;
  switch (key) {
    case 'ArrowUp':
      return { row: main ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: main ? size.rows - 1 : row + 1, column };
    case 'ArrowRight':
      return { row, column: column + ahead };
    case 'ArrowLeft':
      return { row, column: column - ahead };
    case 'Home':
      return { row: main ? 0 : row, column: 0 };
    case 'End':
      return { row: main ? size.rows - 1 : row, column: size.columns - 1 };
    case 'PageUp':
      return { row: row < 0 ? row : Math.max(0, row - size.pageRows), column };
    case 'PageDown':
      return { row: row + size.pageRows, column };
    default:
      return undefined;
  }
}
