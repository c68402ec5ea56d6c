import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostedPlaces } from '../../../recipes/index';
import { readTyped } from './read-typed';
import { toLook, probesOf } from './look';

const read = (text: string) => readTyped(text, hostedPlaces);

describe('readTyped', () => {
  it.each([
    ['chat.example.org', 'https://chat.example.org/', false],
    ['  chat.example.org\n', 'https://chat.example.org/', false],
    ['https://example.org/chat/', 'https://example.org/chat/', true],
    ['localhost:3000', 'http://localhost:3000/', false],
    ['<https://chat.example.org/invite/abc>', 'https://chat.example.org/invite/abc', true],
    ['Join us: https://chat.example.org/invite/abc, bye', 'https://chat.example.org/invite/abc', true],
    ['“https://chat.example.org”', 'https://chat.example.org/', true],
    ['https://ann:secret@chat.example.org/x', 'https://chat.example.org/x', true],
    ['ann@chat.example.org', 'https://chat.example.org/', false],
    ['ann@chat.example.org/@me', 'https://chat.example.org/@me', false],
    ['https://good.example@evil.example', 'https://evil.example/', true],
    ['bücher.example/chat', 'https://xn--bcher-kva.example/chat', false],
    ['[2001:db8::1]:3000', 'https://[2001:db8::1]:3000/', false],
    ['2001:db8::1', 'https://[2001:db8::1]/', false],
    ['::1', 'http://[::1]/', false],
    ['rocketchat://room?host=open.rocket.chat&path=channel/general', 'https://open.rocket.chat/', false],
    ['https://go.rocket.chat/invite?host=chat.example.org&path=invite/x', 'https://chat.example.org/', false],
    ['rocketchat://auth?host=https%3A%2F%2Fchat.example.org%2Fsub', 'https://chat.example.org/sub', true],
    ['mattermost://chat.example.org/acme/channels/x', 'https://chat.example.org/acme/channels/x', true],
  ])('G1 %s', (text, url, hasScheme) => {
    expect(read(text)).toEqual({ kind: 'address', url, hasScheme });
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['my chat server', 'spaces'],
    ['mailto:ann@example.org', 'not-web'],
    ['javascript:alert(1)', 'not-web'],
    ['file:///etc/passwd', 'not-web'],
    ['tg://resolve?domain=x', 'not-web'],
    ['rocketchat://room?path=x', 'not-web'],
    ['a@b@c', 'credentials'],
    ['x'.repeat(5000), 'too-long'],
  ])('G1 %.30j is refused: %s', (text, reason) => {
    expect(read(text)).toEqual({ kind: 'refused', reason });
  });

  it.each([
    ['https://acme.slack.com/archives/C1', 'slack', 'acme.slack.com'],
    ['https://join.slack.com/t/acme-talk/shared_invite/zt-1', 'slack', 'acme-talk'],
    ['slack.com', 'slack', undefined],
    ['https://discord.gg/abc', 'discord', ''],
    ['discord.com/channels/1/2', 'discord', ''],
    ['https://t.me/acme', 'telegram', ''],
    ['https://chat.whatsapp.com/abc', 'whatsapp', ''],
    ['https://teams.live.com/meet/1', 'teams', ''],
    ['https://chat.google.com/room/x', 'googlechat', ''],
    ['https://m.me/acme', 'messenger', ''],
    ['https://matrix.to/#/!opaque', 'element', ''],
  ])('G2 %s', (text, recipeId, address) => {
    expect(read(text)).toEqual({ kind: 'hosted', recipeId, address });
  });

  it.each([
    ['#room:example.org', 'example.org'],
    ['@ann:Example.org:8448', 'example.org:8448'],
    ['!abc:example.org?via=other.example', 'example.org'],
    ['matrix:r/room:example.org', 'example.org'],
    ['matrix:roomid/abc:example.org?via=x', 'example.org'],
    ['https://matrix.to/#/#room:example.org', 'example.org'],
    ['https://matrix.to/#/%23room%3Aexample.org', 'example.org'],
    ['https://matrix.to/#/@ann:example.org', 'example.org'],
    ['https://matrix.to/#/!opaque?via=example.org&via=other', 'example.org'],
    ['matrix.to/#/#room:example.org/$event', 'example.org'],
  ])('G3 %s is at %s', (text, server) => {
    expect(read(text)).toEqual({ kind: 'matrix', url: `https://${server}/` });
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc
      .array(
        fc.constantFrom(
          ...[
            'http',
            's',
            '://',
            '/',
            '@',
            '.',
            '[',
            ']',
            '::1',
            'a',
            '%',
            '#',
            '?',
            '8',
            ' ',
            ':',
            '<',
            '!',
          ],
          ...[
            'matrix:',
            'matrix.to/#/',
            'rocketchat://',
            'host=',
            'channel',
            '%E0%A4%A',
            'localhost',
            'via=',
          ],
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('G1 G4 never throws, and asks web addresses without user and password only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const typed = read(text);
        const probes =
          typed.kind === 'address'
            ? probesOf(toLook(typed.url, typed.hasScheme))
            : typed.kind === 'matrix'
              ? probesOf(toLook(typed.url, true))
              : [];
        for (const { url } of probes) {
          expect(new URL(url).protocol).toMatch(/^https?:$/);
          expect(new URL(url).username + new URL(url).password).toBe('');
        }
        expect(probes.length).toBeLessThanOrEqual(45);
      }),
      { numRuns: 3000 },
    );
  });
});
