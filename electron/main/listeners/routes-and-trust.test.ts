import { describe, expect, it } from 'vitest';
import { createRoutesAndTrust } from './routes-and-trust';
import { toHops } from './to-hops';

const FRESH_MS = 30 * 60_000;

function setUp({ proxies = 'DIRECT', own = '' } = {}) {
  const clock = { nowMs: 10_000_000 };
  const knocks: string[] = [];
  const met = new Map<string, { isAccepted: boolean; atMs: number }>();
  /** What the session meets when the host is asked, by fingerprint. */
  const there: { fingerprint: string; isAccepted: boolean; answers: boolean; isSilent: boolean } = {
    fingerprint: 'good',
    isAccepted: true,
    answers: true,
    isSilent: false,
  };
  const asked: unknown[] = [];
  const answers = createRoutesAndTrust({
    userAgentOf: (serviceId) => (serviceId === 'strange' ? undefined : 'Chrome'),
    hasOwnWay: (serviceId) => serviceId === 'proxied',
    resolveProxy: (_serviceId, url) => Promise.resolve(url.includes('direct') ? 'DIRECT' : proxies),
    knock: (serviceId, url) => {
      knocks.push(serviceId === 'proxied' ? `${serviceId} ${url}` : url);
      if (!there.isSilent) met.set(there.fingerprint, { isAccepted: there.isAccepted, atMs: clock.nowMs });
      return Promise.resolve(there.answers);
    },
    logins: {
      recallBasic: (place) => {
        asked.push(place);
        return place.place === 'chat.test:8065' || place.isProxy
          ? { username: place.place, password: 'p' }
          : undefined;
      },
    },
    certificates: { verdictOf: (_place, fingerprint) => met.get(fingerprint) },
    showsOwnCertificate: (_serviceId, place) => place === own,
    nowMs: () => clock.nowMs,
  });
  const isTrusted = (fingerprint: string, host = 'chat.test', port = 443, serviceId = 'one') =>
    answers.isTrusted(serviceId, host, port, fingerprint);
  return { ...answers, isTrusted, clock, knocks, met, there, asked };
}

describe('J14 the way of Chromium', () => {
  it('J14 is read as it is written', () => {
    expect(toHops('PROXY a:3128; HTTPS b.test; SOCKS5 [::1]:1080;SOCKS c; DIRECT; QUIC d:1; PROXY')).toEqual([
      { kind: 'http', host: 'a', port: 3128 },
      { kind: 'https', host: 'b.test', port: 443 },
      { kind: 'socks5', host: '::1', port: 1080 },
      { kind: 'socks4', host: 'c', port: 1080 },
      { kind: 'direct', host: '', port: 0 },
    ]);
    expect(toHops('')).toEqual([]);
  });

  it('J14 with the logins kept for proxies and server, and the name of the views', async () => {
    const { routeOf, asked } = setUp({ proxies: 'PROXY a:3128; DIRECT' });
    expect(await routeOf('one', 'ws://chat.test:8065/api')).toEqual({
      hops: [
        { kind: 'http', host: 'a', port: 3128, login: { username: 'a:3128', password: 'p' } },
        { kind: 'direct', host: '', port: 0 },
      ],
      login: { username: 'chat.test:8065', password: 'p' },
      userAgent: 'Chrome',
      wantsOwnCertificate: false,
    });
    expect(asked).toEqual([
      { serviceId: 'one', place: 'a:3128', isProxy: true, protocol: '' },
      { serviceId: 'one', place: 'chat.test:8065', isProxy: false, protocol: 'http:' },
    ]);
    expect(await routeOf('one', 'wss://direct.test/')).toMatchObject({ login: undefined });
    expect(asked.at(-1)).toMatchObject({ place: 'direct.test:443', protocol: 'https:' });
    expect(await routeOf('strange', 'https://chat.test/')).toBeUndefined();
    expect(await routeOf('one', 'nonsense')).toBeUndefined();
  });

  it('J16 a server that is shown a certificate of the person’s own is told apart', async () => {
    const { routeOf } = setUp({ own: 'chat.test:443' });
    expect(await routeOf('one', 'wss://chat.test/x')).toMatchObject({ wantsOwnCertificate: true });
    expect(await routeOf('one', 'https://direct.test/')).toMatchObject({ wantsOwnCertificate: false });
  });
});

describe('J18 whether a view would go on', () => {
  it('J18 the host is asked once, then its verdict holds for half an hour', async () => {
    const { isTrusted, knocks, clock } = setUp();
    expect(await Promise.all([isTrusted('good'), isTrusted('good')])).toEqual([true, true]);
    expect(await isTrusted('good')).toBe(true);
    expect(knocks).toEqual(['https://chat.test:443/']);
    clock.nowMs += FRESH_MS;
    expect(await isTrusted('good')).toBe(true);
    expect(knocks).toHaveLength(2);
  });

  it('J18 another certificate than was met there is refused, and one that Chromium refused', async () => {
    const { isTrusted, there, knocks } = setUp();
    expect(await isTrusted('other')).toBe(false);
    there.isAccepted = false;
    there.fingerprint = 'bad';
    expect(await isTrusted('bad')).toBe(false);
    expect(await isTrusted('bad')).toBe(false);
    expect(knocks).toHaveLength(2);
  });

  it('J18 what was met long ago holds on only while the host answers', async () => {
    const { isTrusted, there, clock } = setUp();
    expect(await isTrusted('good')).toBe(true);
    clock.nowMs += FRESH_MS;
    // Chromium has a line open, and judges nothing anew.
    there.isSilent = true;
    expect(await isTrusted('good')).toBe(true);
    there.answers = false;
    expect(await isTrusted('good')).toBe(false);
  });

  it('J18 a proxy’s certificate is met by asking for what lies behind it', async () => {
    const { isTrusted, routeOf, knocks } = setUp({ proxies: 'HTTPS proxy.test:8443' });
    await routeOf('one', 'wss://chat.test/socket');
    expect(await isTrusted('good', 'proxy.test', 8443)).toBe(true);
    expect(await isTrusted('other', '::1', 8443)).toBe(false);
    expect(knocks).toEqual(['https://chat.test/', 'https://[::1]:8443/']);
  });

  it('R33 what has a way of its own is asked by that way, though others were just asked', async () => {
    const { isTrusted, knocks, met } = setUp();
    expect(await isTrusted('good')).toBe(true);
    met.clear();
    expect(await isTrusted('good', 'chat.test', 443, 'proxied')).toBe(true);
    expect(knocks).toEqual(['https://chat.test:443/', 'proxied https://chat.test:443/']);
  });
});
