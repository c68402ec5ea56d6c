import { expect, it } from 'vitest';
import { aRefused, aTrusted, FINGERPRINT } from '../trust.test-support';
import { isChanged, toHexFingerprint } from './certificate-trust';

it('T3 gives a fingerprint as people compare it', () => {
  expect(toHexFingerprint(`sha256/${Buffer.from([0xab, 0x0f, 0x00]).toString('base64')}`)).toBe('AB:0F:00');
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7));
  const hex = bytes
    .toString('hex')
    .toUpperCase()
    .replace(/..(?=.)/g, '$&:');
  expect(toHexFingerprint(`sha256/${bytes.toString('base64')}`)).toBe(hex);
  expect(toHexFingerprint(FINGERPRINT)).toBe(Array(32).fill('00').join(':'));
});

it.each([
  [undefined, false],
  [aTrusted(), false],
  [aTrusted({ fingerprint: 'sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=' }), true],
])('T4 with %j trusted before it has changed: %s', (trusted, expected) => {
  expect(isChanged(aRefused({ trusted }))).toBe(expected);
});
