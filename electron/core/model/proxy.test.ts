import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { proxySchema, takesLogin, toProxyConfig, type Proxy } from './proxy';

const server = (changes: object = {}): object => ({
  kind: 'server',
  scheme: 'http',
  host: 'proxy.test',
  port: 3128,
  except: [],
  ...changes,
});
const isProxy = (value: object): boolean => z.safeParse(proxySchema, value).success;

describe('proxySchema', () => {
  it.each([
    server(),
    server({ host: '10.0.0.1', scheme: 'socks5' }),
    server({ host: '[::1]', except: ['*.example.org', '10.0.0.0/8', '<local>', '<-loopback>'] }),
    { kind: 'pac', url: 'http://wpad.test/proxy.pac' },
    { kind: 'direct' },
  ])('R30 takes %j', (value) => {
    expect(isProxy(value)).toBe(true);
  });

  it.each([
    server({ host: '' }),
    server({ host: 'a.test;direct://' }),
    server({ host: 'a.test,b.test' }),
    server({ host: 'user:pass@a.test' }),
    server({ host: 'http://a.test' }),
    server({ host: 'a test' }),
    server({ port: 0 }),
    server({ port: 65_536 }),
    server({ scheme: 'quic' }),
    server({ except: ['a;b'] }),
    server({ except: Array.from({ length: 51 }, () => 'a') }),
    { kind: 'pac', url: 'file:///etc/proxy.pac' },
    { kind: 'pac', url: 'data:text/plain,x' },
    { kind: 'pac', url: 'https://ann:secret@wpad.test/' },
  ])('R30 takes no %j', (value) => {
    expect(isProxy(value)).toBe(false);
  });
});

it.each<[Proxy, object]>([
  [{ kind: 'system' }, { mode: 'system' }],
  [{ kind: 'direct' }, { mode: 'direct' }],
  [
    { kind: 'pac', url: 'https://a.test/pac' },
    { mode: 'pac_script', pacScript: 'https://a.test/pac' },
  ],
  [
    { kind: 'server', scheme: 'socks5', host: 'a.test', port: 1080, except: ['b.test', '*.c.test'] },
    { mode: 'fixed_servers', proxyRules: 'socks5://a.test:1080', proxyBypassRules: 'b.test;*.c.test' },
  ],
])('R30 R31 %j names one way and no other', (proxy, config) => {
  expect(toProxyConfig(proxy)).toEqual(config);
});

it('R32 only a server that Chromium can sign in to takes a name and password', () => {
  const of = (scheme: 'http' | 'https' | 'socks5'): Proxy => ({
    ...{ kind: 'server', scheme, host: 'a.test' },
    ...{ port: 1, except: [] },
  });
  expect([of('http'), of('https'), of('socks5'), { kind: 'direct' } as const].map(takesLogin)).toEqual([
    ...[true, true],
    ...[false, false],
  ]);
});
