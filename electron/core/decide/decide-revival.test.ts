import { expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Action } from '../state/actions';
import { reduce } from '../state/reduce';
import { isSigning, REVIVAL_PAUSE_MS, toRevivalDelayMs } from './decide-revival';

const seen = { visible: true, focused: true };
const start = (
  [
    { kind: 'window-changed', window: { content: { x: 0, y: 0, width: 900, height: 700 }, ...seen } },
    { kind: 'own-window-opened', serviceId: 'b' },
    { kind: 'own-window-changed', serviceId: 'b', window: { content: { width: 600, height: 500 }, ...seen } },
    { kind: 'view-loaded', serviceId: 'a' },
    { kind: 'view-loaded', serviceId: 'b' },
    { kind: 'service-activated', serviceId: 'a' },
  ] satisfies readonly Action[]
).reduce(reduce, aState([aService('a'), aService('b')]));
const filledBy = (serviceId: string) =>
  reduce(start, { kind: 'full-screen-entered', serviceId, host: 'chat.test' });

it.each([
  ['nobody fills the screen', start, [false, false]],
  ['a page does by the window of the shell', filledBy('a'), [true, false]],
  ['a page does by its own', filledBy('b'), [false, true]],
  ['it was said long enough', reduce(filledBy('a'), { kind: 'full-screen-signed' }), [false, false]],
])('W52 who says it is known: %s', (_what, state, expected) => {
  expect([isSigning(state, undefined), isSigning(state, 'b')]).toEqual(expected);
});

it.each([
  ['the first time', 5_000, undefined, 0],
  ['long after the last', 5_000, 4_000, 0],
  ['just after', 5_000, 4_900, 900],
  ['when the clock was put back', 5_000, 90_000, REVIVAL_PAUSE_MS],
])(
  'H30 a page of the shell’s that ends waits no longer than it has to: %s',
  (_what, nowMs, lastMs, delay) => {
    expect(toRevivalDelayMs(nowMs, lastMs)).toBe(delay);
  },
);
