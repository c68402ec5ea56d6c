import { describe, expect, it } from 'vitest';
import { decideBarKey } from './roving';

const press = (key: string, held: Partial<Record<'alt' | 'shift' | 'ctrl' | 'meta', boolean>> = {}) => ({
  key,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
});
// The inbox, three services, then add, focus and settings.
const bar = { before: 1, services: 3, buttons: 7 };
const decide = (pressed: ReturnType<typeof press>, index: number) => decideBarKey(pressed, index, bar);

describe('decideBarKey', () => {
  it.each([
    ['ArrowDown', 0, { kind: 'focus', index: 1 }],
    ['ArrowDown', 3, { kind: 'focus', index: 4 }],
    ['ArrowDown', 6, { kind: 'focus', index: 0 }],
    ['ArrowUp', 0, { kind: 'focus', index: 6 }],
    ['Home', 4, { kind: 'focus', index: 0 }],
    ['End', 0, { kind: 'focus', index: 6 }],
    ['Escape', 1, { kind: 'leave' }],
    ['ContextMenu', 1, { kind: 'menu' }],
    ['ContextMenu', 0, undefined],
    ['ContextMenu', 4, undefined],
    ['Home', 0, undefined],
    ['Enter', 1, undefined],
    ['ArrowLeft', 1, undefined],
  ])('H7 %s on button %i', (key, index, wanted) => {
    expect(decide(press(key), index)).toEqual(wanted);
  });

  it.each([
    ['ArrowDown', 1, { kind: 'move', toIndex: 1 }],
    ['ArrowUp', 3, { kind: 'move', toIndex: 1 }],
    ['Home', 3, { kind: 'move', toIndex: 0 }],
    ['End', 1, { kind: 'move', toIndex: 2 }],
    ['ArrowDown', 3, undefined],
    ['ArrowUp', 1, undefined],
    ['ArrowUp', 4, undefined],
    ['ArrowDown', 0, undefined],
  ])('H7 Alt+%s on button %i moves the service, as far as the end', (key, index, wanted) => {
    expect(decide(press(key, { alt: true }), index)).toEqual(wanted);
  });

  it('H7 opens the menu by Shift+F10 and leaves other held keys alone', () => {
    expect(decide(press('F10', { shift: true }), 1)).toEqual({ kind: 'menu' });
    expect(decide(press('F10'), 0)).toBeUndefined();
    expect(decide(press('ArrowDown', { ctrl: true }), 0)).toBeUndefined();
    expect(decide(press('ArrowDown', { meta: true }), 0)).toBeUndefined();
    expect(decide(press('ArrowDown', { shift: true }), 0)).toBeUndefined();
  });
});
