import { describe, expect, it } from 'vitest';
import { nested, nextSorting } from './columns';
import { decideGridKey, type Cell } from './grid-keys';

type Held = Partial<Record<'alt' | 'shift' | 'ctrl' | 'meta', boolean>>;
const press = (key: string, held: Held = {}) => ({
  key,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
});
const size = { rows: 100, columns: 9, pageRows: 10, isRightToLeft: false, hasSelection: false };
const decide = (key: string, row: number, column: number, held?: Held, changes: Partial<typeof size> = {}) =>
  decideGridKey(press(key, held), { row, column }, { ...size, ...changes });
const to = (row: number, column: number): { kind: 'move'; to: Cell; extends: boolean } => ({
  kind: 'move',
  to: { row, column },
  extends: false,
});

describe('decideGridKey', () => {
  it.each([
    ['ArrowDown', 0, 3, to(1, 3)],
    ['ArrowDown', 99, 3, to(99, 3)],
    ['ArrowUp', 0, 3, to(-1, 3)],
    ['ArrowUp', -1, 3, to(-1, 3)],
    ['ArrowRight', 5, 8, to(5, 8)],
    ['ArrowRight', 5, 0, to(5, 1)],
    ['ArrowLeft', 5, 1, to(5, 0)],
    ['ArrowLeft', 5, 0, to(5, 0)],
    ['Home', 5, 4, to(5, 0)],
    ['End', 5, 4, to(5, 8)],
    ['PageDown', 5, 4, to(15, 4)],
    ['PageDown', 95, 4, to(99, 4)],
    ['PageUp', 5, 4, to(0, 4)],
    ['PageUp', 50, 4, to(40, 4)],
  ])('H21 %s in row %i, column %i moves and stops at the ends', (key, row, column, wanted) => {
    expect(decide(key, row, column)).toEqual(wanted);
  });

  it.each([
    ['Home', to(0, 0)],
    ['End', to(99, 8)],
    ['ArrowUp', to(0, 4)],
    ['ArrowDown', to(99, 4)],
  ])('H21 Ctrl+%s goes all the way', (key, wanted) => {
    expect(decide(key, 50, 4, { ctrl: true })).toEqual(wanted);
  });

  it('H21 goes by the side where text runs from right to left', () => {
    expect(decide('ArrowLeft', 5, 1, {}, { isRightToLeft: true })).toEqual(to(5, 2));
    expect(decide('ArrowRight', 5, 1, {}, { isRightToLeft: true })).toEqual(to(5, 0));
  });

  it.each([
    ['Enter', {}, 'open'],
    ['F2', {}, 'open'],
    [' ', {}, 'toggle'],
    [' ', { shift: true }, 'extend'],
    ['a', { ctrl: true }, 'select-all'],
    ['A', { meta: true }, 'select-all'],
    ['Delete', {}, 'give-back'],
    ['Backspace', {}, 'give-back'],
    ['ContextMenu', {}, 'menu'],
    ['F10', { shift: true }, 'menu'],
  ])('H21 %s with %j: %s', (key, held, kind) => {
    expect(decide(key, 5, 1, held)).toEqual({ kind });
  });

  it('H21 chooses on the way with Shift, and only down and up', () => {
    expect(decide('ArrowDown', 5, 1, { shift: true })).toEqual({ ...to(6, 1), extends: true });
    expect(decide('ArrowRight', 5, 1, { shift: true })).toEqual(to(5, 2));
    expect(decide('ArrowUp', 0, 1, { shift: true })).toEqual(to(-1, 1));
  });

  it('H21 sorts by Enter and by Space in the head, where nothing can be chosen or given back', () => {
    expect(decide('Enter', -1, 0)).toEqual({ kind: 'open' });
    expect(decide(' ', -1, 0)).toEqual({ kind: 'open' });
    expect(decide('Delete', -1, 1)).toBeUndefined();
    expect(decide('F10', -1, 1, { shift: true })).toBeUndefined();
  });

  it('H21 Escape ends the choice first and is left alone when there is none', () => {
    expect(decide('Escape', 5, 1, {}, { hasSelection: true })).toEqual({ kind: 'unselect' });
    expect(decide('Escape', 5, 1)).toBeUndefined();
  });

  it.each([
    ['a', {}],
    ['Enter', { ctrl: true }],
    ['ArrowDown', { alt: true }],
    ['F10', {}],
    ['Tab', {}],
  ])('H21 leaves %s with %j alone', (key, held) => {
    expect(decide(key, 5, 1, held)).toBeUndefined();
  });
});

it('H21 sorts up, down, and back to where each row stands under what it inherits from; traffic most first', () => {
  const up = nextSorting(nested, 'name');
  const down = nextSorting(up, 'name');
  expect([up, down, nextSorting(down, 'name')]).toEqual([
    { sortBy: 'name', isDescending: false },
    { sortBy: 'name', isDescending: true },
    nested,
  ]);
  const most = nextSorting(up, 'traffic');
  expect([most, nextSorting(most, 'traffic')]).toEqual([
    { sortBy: 'traffic', isDescending: true },
    { sortBy: 'traffic', isDescending: false },
  ]);
});
