import { expect, it } from 'vitest';
import { toSharing } from './sharing';

const screen = { id: '1', kind: 'screen', name: 'Screen 1' } as const;
const window = { id: '2', kind: 'window', name: 'Notes' } as const;

it('V38 says who sees the screen, and the window where it is but one', () => {
  expect(toSharing([{ name: 'Calm', shares: [] }])).toEqual({ names: [], window: undefined });
  expect(toSharing([{ name: 'Call', shares: [screen] }])).toEqual({ names: ['Call'], window: undefined });
  expect(toSharing([{ name: 'Call', shares: [window] }])).toEqual({ names: ['Call'], window: 'Notes' });
  const both = [
    { name: 'Call', shares: [screen] },
    { name: 'Talk', shares: [window] },
  ];
  expect(toSharing(both)).toEqual({ names: ['Call', 'Talk'], window: undefined });
  // The desktop's own picker says no name.
  expect(toSharing([{ name: 'Call', shares: [{ ...window, name: '' }] }]).window).toBeUndefined();
});
