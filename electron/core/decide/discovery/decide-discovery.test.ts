import { describe, expect, it } from 'vitest';
import type { RefusedCertificate } from '../../model/certificate-trust';
import type { Discovery } from '../../model/discovery';
import { answered, answersBelow, answersOf, failed } from './answers.test-support';
import { explainChat, explainOther, iconsOfChat } from './decide-discovery';
import { chatIn, probesOf, toLook } from './look';
import type { Answers, ProbeAnswer } from './probes';

const URL_TYPED = 'https://example.org/';
const look = toLook(URL_TYPED, false);

/** What is said once all has answered; what is not given answers 404. */
function explain(answers: Answers, asked = look): Discovery {
  const all = new Map(
    probesOf(asked).map(({ url }) => [url, answers.get(url) ?? answered(url, '', { status: 404 })]),
  );
  for (const [url, answer] of answers) all.set(url, answer);
  const chat = chatIn(asked, all, true);
  return chat === undefined ? explainOther(asked, all) : explainChat(asked, chat, all);
}

/** What is said when the same happens whatever is asked. */
const explainAll = (answer: (url: string) => ProbeAnswer, asked = look): Discovery =>
  explain(new Map(probesOf(asked).map(({ url }) => [url, answer(url)])), asked);

describe('a chat', () => {
  const info = { version: '8.1', success: true };
  const settingsUrl = `${URL_TYPED}api/v1/settings.public?_id=Site_Name,Assets_touchicon_180,Assets_favicon_192,Assets_favicon`;

  it('G7 has its version, its name and where it is', () => {
    const answers = new Map([
      ...answersBelow(URL_TYPED, { 'api/info': info }),
      [
        settingsUrl,
        answered(settingsUrl, { settings: [{ _id: 'Site_Name', value: ' Acme\n talk ' }] }),
      ] as const,
    ]);
    expect(explain(answers)).toEqual({
      kind: 'chat',
      recipeId: 'rocketchat',
      spot: { url: URL_TYPED, at: 'example.org', ledFrom: undefined, isInsecure: false },
      name: 'Acme talk',
      version: '8.1',
      iconDataUrl: undefined,
    });
  });

  it('G7 Mattermost tells name and version in its settings', () => {
    const found = explain(
      answersBelow(URL_TYPED, {
        'api/v4/system/ping': { status: 'OK' },
        'api/v4/config/client?format=old': { Version: '10.5.1', SiteName: 'Acme' },
      }),
    );
    expect(found).toMatchObject({ kind: 'chat', recipeId: 'mattermost', version: '10.5.1', name: 'Acme' });
  });

  it('G7 Element’s version is in a file of its own, and a page in its place is none', () => {
    const files = { 'config.json': { default_server_name: 'x' }, '': '<div id="matrixchat">' };
    const versionOf = (version: string) => {
      const found = explain(answersBelow(URL_TYPED, { ...files, version }));
      return found.kind === 'chat' ? found.version : 'none found';
    };
    expect(versionOf('v1.11.86\n')).toBe('1.11.86');
    expect(versionOf('<!doctype html>')).toBeUndefined();
  });

  it('G4 at the likelier place counts, once it has answered', () => {
    const asked = toLook('https://example.org/chat/', true);
    const top = answersBelow(URL_TYPED, { 'api/info': info });
    expect(chatIn(asked, top, false)).toBeUndefined();
    expect(chatIn(asked, top, true)?.base).toBe(URL_TYPED);
    const both = new Map([
      ...top,
      ...answersBelow('https://example.org/chat/', { 'api/v4/system/ping': { status: 'OK' } }),
    ]);
    expect(chatIn(asked, both, false)?.recipeId).toBe('mattermost');
  });

  it('G8 that is too old is told with the least', () => {
    expect(explain(answersBelow(URL_TYPED, { 'api/info': { version: '1.3', success: true } }))).toMatchObject(
      {
        kind: 'too-old',
        version: '1.3',
        least: '2.0',
      },
    );
  });

  it('G9 its own pictures come before those of its page', () => {
    const answers = new Map([
      ...answersBelow(URL_TYPED, { 'api/info': info, '': '<link rel="icon" href="page.png">' }),
      [
        settingsUrl,
        answered(settingsUrl, { settings: [{ _id: 'Assets_favicon_192', value: { url: 'own.png' } }] }),
      ] as const,
    ]);
    const chat = chatIn(look, answers, true);
    expect(chat === undefined ? [] : iconsOfChat(chat, answers)).toEqual([
      `${URL_TYPED}own.png`,
      `${URL_TYPED}page.png`,
    ]);
  });

  it('G6 elsewhere is told with the host that led there, and that the way is open', () => {
    const moved = answersOf({ [`${URL_TYPED}api/info`]: answered('http://talk.example.net/api/info', info) });
    expect(explain(moved)).toMatchObject({
      spot: {
        url: 'http://talk.example.net/',
        at: 'talk.example.net',
        ledFrom: 'example.org',
        isInsecure: true,
      },
    });
  });
});

describe('no chat', () => {
  it('G10 is a website, with its title', () => {
    expect(explain(answersBelow(URL_TYPED, { '': '<title>News</title>' }))).toMatchObject({
      kind: 'website',
      title: 'News',
      spot: { url: URL_TYPED },
    });
  });

  it('G10 a page that is not there is looked for above', () => {
    const asked = toLook('https://example.org/team/', true);
    expect(explain(answersBelow(URL_TYPED, { '': '<title>Top</title>' }), asked)).toMatchObject({
      kind: 'website',
      title: 'Top',
      spot: { url: URL_TYPED },
    });
  });

  it('G10 is Matrix’s server when it says so', () => {
    expect(
      explain(answersBelow(URL_TYPED, { '_matrix/client/versions': { versions: ['v1.1'] } })),
    ).toMatchObject({
      kind: 'homeserver',
      server: 'example.org',
      recipeId: 'element',
    });
  });

  it.each<[string, Partial<Extract<ProbeAnswer, { kind: 'answered' }>>, object]>([
    ['a password', { status: 401, challenge: 'Basic realm="Staff"' }, { kind: 'password', realm: 'Staff' }],
    [
      'a password without words',
      { status: 401, challenge: 'Negotiate' },
      { kind: 'password', realm: undefined },
    ],
    ['a proxy', { status: 407 }, { kind: 'proxy' }],
    ['a secret', { status: 403, rejectReason: 'pre-auth' }, { kind: 'secret' }],
    [
      'a certificate',
      { status: 400, body: '<title>400 No required SSL certificate was sent</title>' },
      { kind: 'client-certificate' },
    ],
    [
      'a network’s page',
      { status: 511, url: 'http://wifi.example.net/' },
      { kind: 'page', host: 'wifi.example.net' },
    ],
  ])('G11 %s first', (_, more, gate) => {
    expect(explainAll((url) => answered(url, '', more))).toMatchObject({ kind: 'gate', gate });
  });

  it('G11 a certificate of the person’s own, by the net’s error', () => {
    expect(explainAll(() => failed('ERR_SSL_CLIENT_AUTH_CERT_NEEDED'))).toMatchObject({
      gate: { kind: 'client-certificate' },
    });
  });

  it('G11 everything leads to a page of another host', () => {
    expect(
      explainAll(() => answered('https://login.example.net/start', '<title>Sign in</title>')),
    ).toMatchObject({
      kind: 'gate',
      gate: { kind: 'page', host: 'login.example.net' },
      spot: { url: URL_TYPED },
    });
  });

  it('G11 a site that moved is no gate: it keeps the paths', () => {
    const moved = (url: string): ProbeAnswer =>
      answered(url.replace('example.org', 'www.example.org'), '<title>Moved</title>');
    expect(explainAll(moved)).toMatchObject({ kind: 'website', title: 'Moved' });
  });

  it('G12 a certificate is told with all there is to know', () => {
    const refused: RefusedCertificate = {
      place: 'example.org:443',
      certificate: {
        kind: 'certificate',
        problem: 'expired',
        fingerprint: 'sha256/x',
        validFrom: 1,
        validTo: 2,
        issuer: 'a',
        subject: 'b',
      },
      problems: ['expired'],
      trusted: undefined,
    };
    expect(explainAll(() => ({ kind: 'failed', code: 'ERR_CERT_DATE_INVALID', refused }))).toMatchObject({
      kind: 'bad-certificate',
      refused,
    });
  });

  it('G12 a server without TLS is offered in the open', () => {
    const asked = toLook('https://example.org:3000/chat?x=1', false);
    expect(explainAll(() => failed('ERR_SSL_PROTOCOL_ERROR'), asked)).toEqual({
      kind: 'no-https',
      host: 'example.org:3000',
      url: 'http://example.org:3000/chat?x=1',
    });
  });

  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'name-not-found'],
    ['ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['ERR_TOO_MANY_REDIRECTS', 'too-many-redirects'],
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_CERT_REVOKED', 'certificate'],
    ['ERR_UNSAFE_REDIRECT', 'unreachable'],
  ])('G13 %s is told as %s', (code, reason) => {
    expect(explainAll(() => failed(code))).toEqual({ kind: 'refused', reason, host: 'example.org' });
  });

  it('G13 a server in trouble, and one that says nothing', () => {
    expect(explainAll((url) => answered(url, '', { status: 503 }))).toMatchObject({ reason: 'server-error' });
    expect(explainOther(look, new Map())).toMatchObject({ kind: 'refused', reason: 'timeout' });
  });

  it('G13 on a local host what failed over http counts, not that there is no TLS', () => {
    const asked = toLook('http://localhost:3000/', false);
    const found = explainAll(
      (url) => failed(url.startsWith('https:') ? 'ERR_SSL_PROTOCOL_ERROR' : 'ERR_EMPTY_RESPONSE'),
      asked,
    );
    expect(found).toMatchObject({ kind: 'refused', reason: 'connection-refused' });
  });
});
