import { describe, expect, it } from 'vitest';
import { decideStop, toInboxAction, type KeyPress, type Move } from './keys';
import { decideAfterRead, type StopElement } from './list-stops';

const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...changes,
});

describe('toInboxAction', () => {
  it.each([
    ['e', press('e'), { kind: 'read' }],
    ['Shift+E', press('E', { shiftKey: true }), { kind: 'read-all' }],
    ['caps lock', press('E'), { kind: 'read' }],
    ['j', press('j'), { kind: 'go', move: 'next-conversation' }],
    ['arrow', press('ArrowUp'), { kind: 'go', move: 'previous' }],
    ['slash', press('/'), { kind: 'search' }],
    ['a layout without Latin letters', press('у', { code: 'KeyE' }), { kind: 'read' }],
    ['a Latin layout that has it elsewhere', press('e', { code: 'KeyD' }), { kind: 'read' }],
    ['the app’s own', press('e', { ctrlKey: true }), undefined],
    ['AltGr', press('e', { altKey: true, ctrlKey: true }), undefined],
    ['while a word is being composed', press('e', { isComposing: true }), undefined],
    ['something else', press('x'), undefined],
  ])('I30 hears %s', (_, key, expected) => {
    expect(toInboxAction(key)).toEqual(expected);
  });

  it('I30 folds towards the start of the line', () => {
    expect(toInboxAction(press('ArrowLeft'), 'ltr')).toEqual({ kind: 'fold' });
    expect(toInboxAction(press('ArrowLeft'), 'rtl')).toEqual({ kind: 'unfold' });
  });
});

const stops = [
  { key: 'A', conversation: 'A' },
  { key: 'a1', conversation: 'A' },
  { key: 'a2', conversation: 'A' },
  { key: 'B', conversation: 'B' },
  { key: 'b1', conversation: 'B' },
];

describe('decideStop', () => {
  it.each<[string | undefined, Move, string]>([
    [undefined, 'next', 'A'],
    ['gone', 'previous', 'A'],
    ['A', 'next', 'a1'],
    ['a2', 'next', 'B'],
    ['b1', 'next', 'b1'],
    ['A', 'previous', 'A'],
    ['a1', 'next-conversation', 'B'],
    ['b1', 'next-conversation', 'b1'],
    ['a2', 'previous-conversation', 'A'],
    ['B', 'previous-conversation', 'A'],
    ['A', 'previous-conversation', 'A'],
    ['a1', 'last', 'b1'],
    ['b1', 'first', 'A'],
  ])('I30 goes from %s by %s to %s', (from, move, to) => {
    expect(stops[decideStop(stops, from, move)]?.key).toBe(to);
  });

  it('I30 goes nowhere in an empty list', () => {
    expect(decideStop([], undefined, 'next')).toBe(-1);
    expect(decideStop([], 'A', 'first')).toBe(-1);
  });
});

describe('decideAfterRead', () => {
  const withUnread = (...unread: string[]): readonly StopElement[] =>
    stops.map(({ key, conversation }) => ({
      key,
      conversation,
      element: {} as HTMLElement,
      entryId: undefined,
      isUnread: unread.includes(key),
    }));
  it.each([
    ['the next that is unread', 'A', ['A', 'B'], 'B'],
    ['back to one above that is unread', 'B', ['a1', 'B'], 'a1'],
    ['just on where all is read', 'A', [], 'B'],
    ['nowhere from the last', 'B', [], 'B'],
  ])('I31 goes to %s', (_, from, unread, to) => {
    expect(decideAfterRead(withUnread(...unread), from)?.key).toBe(to);
  });
});
