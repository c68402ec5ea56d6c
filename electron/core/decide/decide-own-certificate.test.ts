import { expect, it } from 'vitest';
import { askerOf, decideOwnCertificate } from './decide-own-certificate';

const [mine, other] = ['sha256/mine', 'sha256/other'];
const chosen = [{ serviceId: 'a', place: 'chat.test:443', fingerprint: mine, subject: 'Mira', sinceMs: 0 }];

it.each([
  ['what was chosen', 'a', 'chat.test:443', [other, mine], { kind: 'show', fingerprint: mine }],
  ['what the system has no more', 'a', 'chat.test:443', [other], { kind: 'ask' }],
  ['another service', 'b', 'chat.test:443', [mine], { kind: 'ask' }],
  ['another port', 'a', 'chat.test:8443', [mine], { kind: 'ask' }],
  ['nothing to choose from', 'a', 'chat.test:443', [], { kind: 'none' }],
] as const)('T30 of a certificate of one’s own, %s', (_, serviceId, place, has, decision) => {
  expect(decideOwnCertificate(chosen, { serviceId, place }, has)).toEqual(decision);
});

it.each([
  ['chat.test:8443', 'chat.test:8443'],
  ['https://chat.test/', 'chat.test:443'],
  ['[::1]:8443', '[::1]:8443'],
  ['', undefined],
])('T30 who asks as %s is %s', (url, place) => {
  expect(askerOf(url)).toBe(place);
});
