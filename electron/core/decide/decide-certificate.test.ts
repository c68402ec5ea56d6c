import { describe, expect, it } from 'vitest';
import { aRefused, aTrusted, seenOf } from '../trust.test-support';
import { decideCertificate, hostnameOf, isTrustedAtHost, placeOf, problemsOf } from './decide-certificate';

describe('placeOf', () => {
  it.each([
    ['https://Chat.Example.org/a?b', 'chat.example.org:443'],
    ['https://chat.example.org:8443/', 'chat.example.org:8443'],
    ['wss://chat.example.org/socket', 'chat.example.org:443'],
    ['https://[::1]:8443/', '[::1]:8443'],
    ['http://chat.example.org/', undefined],
    ['nonsense', undefined],
  ])('T1 of %s is %s', (url, place) => {
    expect(placeOf(url)).toBe(place);
  });

  it.each([
    ['chat.example.org:443', 'chat.example.org'],
    ['[::1]:8443', '::1'],
  ])('T1 the host of %s is %s', (place, hostname) => {
    expect(hostnameOf(place)).toBe(hostname);
  });
});

describe('problemsOf', () => {
  it.each([
    [{ problem: 'self-signed' }, {}, ['self-signed']],
    [{ problem: 'unknown-issuer', issuer: 'Somebody' }, {}, ['unknown-issuer']],
    [{ problem: 'self-signed' }, { nowMs: 2_001 }, ['self-signed', 'expired']],
    [{ problem: 'self-signed' }, { nowMs: 999 }, ['self-signed', 'expired']],
    [{ problem: 'self-signed' }, { isForHost: false }, ['self-signed', 'other-host']],
    [{ problem: 'expired', issuer: 'Somebody' }, { nowMs: 2_001 }, ['expired']],
    [{ problem: 'expired' }, { nowMs: 2_001 }, ['expired', 'self-signed']],
    [{ problem: 'other-host', issuer: 'Somebody' }, { isForHost: false }, ['other-host']],
  ] as const)('T2 of %j, %j are %j', (certificate, at, problems) => {
    expect(problemsOf(seenOf(certificate, at))).toEqual(problems);
  });
});

describe('decideCertificate', () => {
  const place = 'chat.test:443';
  it('T1 lets through what is trusted at that place, and nothing at another', () => {
    expect(decideCertificate([aTrusted()], place, seenOf())).toEqual({ kind: 'trusted' });
    expect(decideCertificate([aTrusted()], 'chat.test:8443', seenOf())).toEqual({
      kind: 'refused',
      refused: aRefused({ place: 'chat.test:8443', trusted: undefined }),
    });
    expect(decideCertificate([], place, seenOf())).toMatchObject({ kind: 'refused' });
  });

  it('T4 refuses another one, and says which was trusted there', () => {
    const other = aTrusted({ fingerprint: 'sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=' });
    expect(decideCertificate([other], place, seenOf())).toMatchObject({
      kind: 'refused',
      refused: { trusted: { fingerprint: other.fingerprint } },
    });
  });

  it('T5 asks anew about what the person did not know when they trusted it', () => {
    const late = seenOf({}, { nowMs: 2_001 });
    expect(decideCertificate([aTrusted()], place, late)).toMatchObject({
      kind: 'refused',
      refused: { problems: ['self-signed', 'expired'], trusted: aTrusted() },
    });
    const knew = aTrusted({ problems: ['self-signed', 'expired'] });
    expect(decideCertificate([knew], place, late)).toEqual({ kind: 'trusted' });
    expect(decideCertificate([knew], place, seenOf())).toEqual({ kind: 'trusted' });
  });
});

it.each([
  ['chat.test', {}, true],
  ['other.test', {}, false],
  ['chat.test', { nowMs: 2_001 }, false],
] as const)('T6 where no port is told, at %s, %j: %s', (hostname, at, expected) => {
  expect(isTrustedAtHost([aTrusted({ place: 'chat.test:8443' })], hostname, seenOf({}, at))).toBe(expected);
});
