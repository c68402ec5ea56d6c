import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDRESS_MAX, parseAddress, startUrlOf, type AddressRefusal, type RecipeStart } from './address';

const ok = (url: string) => ({ kind: 'ok', url });
const refused = (reason: AddressRefusal) => ({ kind: 'refused', reason });

describe('parseAddress: https unless the address says otherwise', () => {
  it.each([
    ['chat.example.org', 'https://chat.example.org/'],
    ['  chat.example.org\n', 'https://chat.example.org/'],
    ['https://chat.example.org', 'https://chat.example.org/'],
    ['http://chat.example.org', 'http://chat.example.org/'],
    ['HTTPS://Chat.Example.ORG', 'https://chat.example.org/'],
    ['//chat.example.org/x', 'https://chat.example.org/x'],
    ['https:chat.example.org', 'https://chat.example.org/'],
    ['https:/chat.example.org', 'https://chat.example.org/'],
    ['chat.example.org/team/', 'https://chat.example.org/team/'],
    ['chat.example.org/team?a=b#/room/x', 'https://chat.example.org/team?a=b#/room/x'],
    ['chat.example.org:8443', 'https://chat.example.org:8443/'],
    ['chat.example.org:443/x', 'https://chat.example.org/x'],
    ['chat.example.org:3000/sub/path', 'https://chat.example.org:3000/sub/path'],
    ['chat.example.org.', 'https://chat.example.org./'],
    ['chat', 'https://chat/'],
    ['my_host.example.org', 'https://my_host.example.org/'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['chat.example.org/@me', 'https://chat.example.org/@me'],
    ['chat.example.org/?u=http://x@y', 'https://chat.example.org/?u=http://x@y'],
    ['203.0.113.9:9000', 'https://203.0.113.9:9000/'],
    ['[2001:db8::1]:9000', 'https://[2001:db8::1]:9000/'],
    ['https.example.org', 'https://https.example.org/'],
    ['data.example.org', 'https://data.example.org/'],
    ['ws.example.org:8443', 'https://ws.example.org:8443/'],
  ])('A1 %s', (text, url) => {
    expect(parseAddress(text)).toEqual(ok(url));
  });
});

describe('parseAddress: http for this computer, for port 80 and for hand-run servers of a private network', () => {
  it.each([
    ['localhost', 'http://localhost/'],
    ['localhost:9000', 'http://localhost:9000/'],
    ['LOCALHOST:9000/lounge/', 'http://localhost:9000/lounge/'],
    ['chat.localhost', 'http://chat.localhost/'],
    ['127.0.0.1', 'http://127.0.0.1/'],
    ['127.1.2.3:80', 'http://127.1.2.3/'],
    ['chat.example.org:80/x', 'http://chat.example.org/x'],
    ['[::1]:9000', 'http://[::1]:9000/'],
    ['0.0.0.0:9000', 'http://0.0.0.0:9000/'],
    ['192.168.1.20:3000', 'http://192.168.1.20:3000/'],
    ['10.0.0.5:8065', 'http://10.0.0.5:8065/'],
    ['172.16.0.1:8065', 'http://172.16.0.1:8065/'],
    ['172.31.255.1:8065', 'http://172.31.255.1:8065/'],
    ['169.254.3.4:8065', 'http://169.254.3.4:8065/'],
    ['[fd00::5]:9000', 'http://[fd00::5]:9000/'],
    ['[fe80::5]:9000', 'http://[fe80::5]:9000/'],
    ['nas.local:9000', 'http://nas.local:9000/'],
    ['chat.home.arpa:9000', 'http://chat.home.arpa:9000/'],
    ['mattermost:8065', 'http://mattermost:8065/'],
    ['irc:9000', 'http://irc:9000/'],
  ])('A2 %s', (text, url) => {
    expect(parseAddress(text)).toEqual(ok(url));
  });

  it.each([
    ['192.168.1.20', 'https://192.168.1.20/'],
    ['192.168.1.20:443', 'https://192.168.1.20/'],
    ['192.168.1.20:8443', 'https://192.168.1.20:8443/'],
    ['172.15.0.1:8065', 'https://172.15.0.1:8065/'],
    ['172.32.0.1:8065', 'https://172.32.0.1:8065/'],
    ['11.0.0.1:8065', 'https://11.0.0.1:8065/'],
    ['nas.local', 'https://nas.local/'],
    ['localhost.example.org', 'https://localhost.example.org/'],
    ['notlocalhost', 'https://notlocalhost/'],
    ['127.0.0.1.example.org', 'https://127.0.0.1.example.org/'],
    ['https://localhost:9000', 'https://localhost:9000/'],
    ['https://192.168.1.20:3000', 'https://192.168.1.20:3000/'],
    ['http://chat.example.org:8443', 'http://chat.example.org:8443/'],
  ])('A2 but not for %s', (text, url) => {
    expect(parseAddress(text)).toEqual(ok(url));
  });
});

describe('parseAddress: refusals say why', () => {
  it.each<[string, AddressRefusal]>([
    ['', 'empty'],
    [' \t\n', 'empty'],
    ['https://' + 'a'.repeat(ADDRESS_MAX), 'too-long'],
    ['chat.example.org/' + 'ü'.repeat(600), 'too-long'],
    ['my chat', 'spaces'],
    ['chat.example.org/a b', 'spaces'],
    ['chat.\u00a0example.org', 'spaces'],
    ['chat.exa\nmple.org', 'spaces'],
    ['javascript:alert(1)', 'not-web'],
    ['JavaScript:1', 'not-web'],
    ['data:text/html,x', 'not-web'],
    ['file:///etc/passwd', 'not-web'],
    ['ftp://example.org', 'not-web'],
    ['ws://example.org', 'not-web'],
    ['mailto:a@example.org', 'not-web'],
    ['tel:112', 'not-web'],
    ['chrome://settings', 'not-web'],
    ['about:blank', 'not-web'],
    ['foyer://open', 'not-web'],
    ['foo:bar', 'not-web'],
    ['file:/etc/passwd', 'not-web'],
    ['irc:libera', 'not-web'],
    ['blob:https://example.org/1', 'not-web'],
    ['view-source:https://example.org', 'not-web'],
    ['https://user:secret@example.org', 'credentials'],
    ['https://user@example.org', 'credentials'],
    ['https://@example.org', 'credentials'],
    ['user:secret@example.org', 'credentials'],
    ['ann@example.org', 'credentials'],
    ['https://good.example@evil.example', 'credentials'],
    ['https://', 'malformed'],
    ['https:///', 'malformed'],
    ['//', 'malformed'],
    ['/', 'malformed'],
    ['?x', 'malformed'],
    ['.', 'malformed'],
    ['..', 'malformed'],
    ['a..b', 'malformed'],
    ['.example.org', 'malformed'],
    ['-example.org', 'malformed'],
    ['*.example.org', 'malformed'],
    ['{team}.slack.com', 'malformed'],
    ['example.org:0', 'malformed'],
    ['example.org:99999', 'malformed'],
    ['example.org:http', 'not-web'],
    ['https://example.org:http', 'malformed'],
    ['http//example.org', 'malformed'],
    ['https://https://example.org', 'malformed'],
    ['https:\\\\example.org', 'malformed'],
    ['example.org\\@evil.example', 'malformed'],
    ['exam\u0000ple.org', 'malformed'],
    ['exam\u200bple.org', 'malformed'],
    ['exam\u202eple.org', 'malformed'],
    ['[::1', 'malformed'],
    ['256.1.1.1', 'malformed'],
    ['2130706433', 'malformed'],
    ['0x7f.1', 'malformed'],
    ['127.1', 'malformed'],
    ['a'.repeat(64) + '.example.org', 'malformed'],
    ['https://exa%2fmple.org', 'malformed'],
  ])('A3 %.40j: %s', (text, reason) => {
    expect(parseAddress(text)).toEqual(refused(reason));
  });
});

describe('startUrlOf', () => {
  const fixed: RecipeStart = { kind: 'fixed', url: 'https://chat.example.com/' };
  const address: RecipeStart = { kind: 'address', placeholder: 'x', hint: 'x' };
  const either: RecipeStart = { kind: 'either', url: 'https://app.example.com/', placeholder: 'x' };
  const team: RecipeStart = { kind: 'team', template: 'https://{team}.slack.com', placeholder: 'x' };

  it.each<[string, RecipeStart, string, ReturnType<typeof startUrlOf> | object]>([
    ['a fixed page, nothing typed', fixed, '', ok('https://chat.example.com/')],
    ['a fixed page, whatever is typed', fixed, 'javascript:alert(1)', ok('https://chat.example.com/')],
    ['an address', address, 'chat.example.org', ok('https://chat.example.org/')],
    ['an address not given', address, ' ', refused('empty')],
    ['either, nothing typed', either, ' ', ok('https://app.example.com/')],
    ['either, an address', either, 'own.example.org/x', ok('https://own.example.org/x')],
    ['either, a bad address', either, 'ftp://x', refused('not-web')],
    ['a team', team, 'acme', ok('https://acme.slack.com/')],
    ['a team with white space and capitals', team, ' Acme-2 ', ok('https://acme-2.slack.com/')],
    ['a team by its address', team, 'acme.slack.com', ok('https://acme.slack.com/')],
    [
      'a team by one of its pages',
      team,
      'https://acme.slack.com/client/T1/C1?x',
      ok('https://acme.slack.com/'),
    ],
    ['a team of an enterprise', team, 'acme.enterprise.slack.com', ok('https://acme.enterprise.slack.com/')],
    ['no team', team, '', refused('empty')],
    ['a team with a space', team, 'my team', refused('team-name')],
    ['a team with a hyphen first', team, '-acme', refused('team-name')],
    ['a team with a hyphen last', team, 'acme-', refused('team-name')],
    ['a team of 64 letters', team, 'a'.repeat(64), refused('team-name')],
    ['a team with other letters', team, 'ácme', refused('team-name')],
    ['a team with an at sign', team, 'evil.example/@acme', refused('team-name')],
    ['the address of something else', team, 'acme.example.org', refused('team-name')],
    ['an address that only ends alike', team, 'evilslack.com', refused('team-name')],
    ['the bare host', team, 'slack.com', refused('team-name')],
    ['an address with nothing before', team, '.slack.com', refused('team-name')],
    ['another scheme', team, 'http://acme.slack.com', refused('team-name')],
  ])('A4 %s', (_, start, text, expected) => {
    expect(startUrlOf(start, text)).toEqual(expected);
  });
});

describe('whatever is typed', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc
      .array(
        fc.constantFrom('http', 's', ':', '/', '//', '@', '.', '[', ']', '::1', 'a', '%', '#', '?', '8', ' '),
      )
      .map((parts) => parts.join('')),
  );
  const anyStart = fc.constantFrom<RecipeStart>(
    { kind: 'address', placeholder: 'x', hint: 'x' },
    { kind: 'either', url: 'https://app.example.com/', placeholder: 'x' },
    { kind: 'team', template: 'https://{team}.slack.com', placeholder: 'x' },
  );

  it('A3 never throws, and opens nothing but http(s) without user and password', () => {
    fc.assert(
      fc.property(anyStart, anyText, (start, text) => {
        const result = startUrlOf(start, text);
        if (result.kind === 'refused') return;
        const url = new URL(result.url);
        expect(['http:', 'https:']).toContain(url.protocol);
        expect(url.username + url.password).toBe('');
        expect(url.hostname).not.toBe('');
        expect(result.url.length).toBeLessThanOrEqual(ADDRESS_MAX);
        if (start.kind === 'team') expect(url.hostname).toMatch(/\.slack\.com$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('A3 reads its own answer back as the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseAddress(text);
        if (result.kind === 'ok') expect(parseAddress(result.url)).toEqual(result);
      }),
      { numRuns: 2000 },
    );
  });

  it('A3 takes every web address', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'] }), (text) => {
        expect(parseAddress(text)).toEqual(ok(new URL(text).href));
      }),
    );
  });
});
