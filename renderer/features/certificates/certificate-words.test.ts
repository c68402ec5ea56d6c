import { expect, it } from 'vitest';
import { FINGERPRINT } from '../../../electron/core/trust.test-support';
import { toFingerprintLines, toHostWords } from './certificate-words';

it('T3 shows a fingerprint in four lines of eight', () => {
  const lines = toFingerprintLines(FINGERPRINT);
  expect(lines).toEqual(Array(4).fill('00 00 00 00 00 00 00 00'));
});

it.each([
  ['chat.example.org:443', 'chat.example.org'],
  ['chat.example.org:8443', 'chat.example.org:8443'],
])('T3 calls %s %s', (place, words) => {
  expect(toHostWords(place)).toBe(words);
});
