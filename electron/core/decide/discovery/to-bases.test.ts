import { expect, it } from 'vitest';
import { isLocalHost, isLoopbackHost, toBases } from './to-bases';

it.each([
  ['https://example.org/', ['https://example.org/']],
  ['https://example.org/chat', ['https://example.org/chat/', 'https://example.org/']],
  ['https://example.org/chat/', ['https://example.org/chat/', 'https://example.org/']],
  ['https://example.org/chat/index.html', ['https://example.org/chat/', 'https://example.org/']],
  ['https://example.org/channel/general?msg=x#y', ['https://example.org/']],
  [
    'https://example.org/a/b/group/x',
    ['https://example.org/a/b/', 'https://example.org/a/', 'https://example.org/'],
  ],
  [
    'https://example.org/a/b/c/d',
    ['https://example.org/a/b/c/d/', 'https://example.org/a/b/c/', 'https://example.org/'],
  ],
  ['https://example.org/invite/abc', ['https://example.org/']],
  ['https://example.org/acme/channels/town-square', ['https://example.org/']],
  ['https://example.org/mm/acme/pl/abc', ['https://example.org/mm/', 'https://example.org/']],
  ['https://example.org/signup_user_complete/?id=x', ['https://example.org/']],
  ['https://example.org/join/abc/', ['https://example.org/']],
  ['http://example.org:3000/', ['http://example.org:3000/']],
])('G4 %s with its scheme', (url, bases) => {
  expect(toBases(url, true)).toEqual(bases);
});

it.each([
  ['https://example.org/', ['https://example.org/']],
  ['http://localhost:3000/', ['https://localhost:3000/', 'http://localhost:3000/']],
  ['http://localhost/', ['https://localhost/', 'http://localhost/']],
  [
    'http://192.168.1.20:3000/x',
    [
      'https://192.168.1.20:3000/x/',
      'https://192.168.1.20:3000/',
      'http://192.168.1.20:3000/x/',
      'http://192.168.1.20:3000/',
    ],
  ],
  ['https://nas.local/', ['https://nas.local/', 'http://nas.local/']],
  ['http://[::1]:9000/', ['https://[::1]:9000/', 'http://[::1]:9000/']],
])('G4 %s without a scheme', (url, bases) => {
  expect(toBases(url, false)).toEqual(bases);
});

it.each(['localhost', 'a.localhost', '127.0.0.1', '127.9.9.9', '[::1]', '0.0.0.0'])(
  'G6 %s is this computer',
  (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  },
);

it.each(['localhost.example.org', '127.0.0.1.example.org', 'notlocalhost', '128.0.0.1', '[::2]'])(
  'G6 %s is another',
  (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  },
);

it.each([
  ['10.1.2.3', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['nas', true],
  ['nas.lan', true],
  ['[fd00::1]', true],
  ['[2001:db8::1]', false],
  ['example.org', false],
])('G4 %s is of a private network: %s', (host, isLocal) => {
  expect(isLocalHost(host)).toBe(isLocal);
});
