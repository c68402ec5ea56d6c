import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { passphraseStrength } from './passphrase-strength';

it.each([
  ['', 'too-short'],
  ['kd8$hQ2', 'too-short'],
  ['password', 'easy'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'easy'],
  ['abcdefghijklmnopqrstuvwxyz', 'easy'],
  ['12345678901234567890', 'easy'],
  ['Sommer2026', 'easy'],
  ['seven quiet rooms', 'fair'],
  ['kD8$hQ2!vx', 'fair'],
  ['correct horse battery staple', 'hard'],
  ['静かな部屋が七つあります', 'fair'],
])('L51 says of %s that it is %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength);
});

it('L51 says something of any text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      expect(['too-short', 'easy', 'fair', 'hard']).toContain(passphraseStrength(text));
    }),
  );
});
