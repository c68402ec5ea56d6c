import { expect, it } from 'vitest';
import { decidePageSound } from './decide-page-sound';

it.each([
  [false, false, { kind: 'on', reason: 'wanted' }],
  [false, true, { kind: 'on', reason: 'wanted' }],
  [true, false, { kind: 'muted', reason: 'silenced' }],
  [true, true, { kind: 'on', reason: 'in-call' }],
])('V20 silenced: %s, in a call: %s', (isSilenced, isInCall, sound) => {
  expect(decidePageSound({ isSilenced, isInCall })).toEqual(sound);
});
