import { describe, expect, it } from 'vitest';
import { decideBarKey } from './roving';

const press = (key: string, held: Partial<Record<'alt' | 'shift' | 'ctrl' | 'meta', boolean>> = {}) => ({
  key,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
});
// Three services, then add, notifications and settings.
const decide = (pressed: ReturnType<typeof press>, index: number) => decideBarKey(pressed, index, 3, 6);

describe('decideBarKey', () => {
  it.each([
    ['ArrowDown', 0, { kind: 'focus', index: 1 }],
    ['ArrowDown', 2, { kind: 'focus', index: 3 }],
    ['ArrowDown', 5, { kind: 'focus', index: 0 }],
    ['ArrowUp', 0, { kind: 'focus', index: 5 }],
    ['Home', 4, { kind: 'focus', index: 0 }],
    ['End', 0, { kind: 'focus', index: 5 }],
    ['Escape', 1, { kind: 'leave' }],
    ['ContextMenu', 1, { kind: 'menu' }],
    ['ContextMenu', 3, undefined],
    ['Home', 0, undefined],
    ['Enter', 1, undefined],
    ['ArrowLeft', 1, undefined],
  ])('H7 %s on button %i', (key, index, wanted) => {
    expect(decide(press(key), index)).toEqual(wanted);
  });

  it.each([
    ['ArrowDown', 0, { kind: 'move', toIndex: 1 }],
    ['ArrowUp', 2, { kind: 'move', toIndex: 1 }],
    ['Home', 2, { kind: 'move', toIndex: 0 }],
    ['End', 0, { kind: 'move', toIndex: 2 }],
    ['ArrowDown', 2, undefined],
    ['ArrowUp', 0, undefined],
    ['ArrowUp', 3, undefined],
  ])('H7 Alt+%s on button %i moves the service, as far as the end', (key, index, wanted) => {
    expect(decide(press(key, { alt: true }), index)).toEqual(wanted);
  });

  it('H7 opens the menu by Shift+F10 and leaves other held keys alone', () => {
    expect(decide(press('F10', { shift: true }), 0)).toEqual({ kind: 'menu' });
    expect(decide(press('F10'), 0)).toBeUndefined();
    expect(decide(press('ArrowDown', { ctrl: true }), 0)).toBeUndefined();
    expect(decide(press('ArrowDown', { meta: true }), 0)).toBeUndefined();
    expect(decide(press('ArrowDown', { shift: true }), 0)).toBeUndefined();
  });
});
