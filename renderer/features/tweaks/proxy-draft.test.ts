import { expect, it } from 'vitest';
import { readDraft, toDraft, withWay } from './proxy-draft';

const typed = toDraft({ kind: 'system' });

it('R30 what is set is shown as one would have typed it, and read back the same', () => {
  const proxy = { kind: 'server', scheme: 'https', host: 'p.test', port: 8443, except: ['a.test'] } as const;
  expect(readDraft(toDraft(proxy))).toEqual({ proxy });
  expect(readDraft(toDraft({ kind: 'pac', url: 'http://a.test/pac' }))).toEqual({
    proxy: { kind: 'pac', url: 'http://a.test/pac' },
  });
  expect(readDraft(typed)).toEqual({ proxy: { kind: 'system' } });
});

it('R30 says what is not right', () => {
  expect(readDraft({ ...typed, way: 'http', host: 'http://p', port: '0' })).toEqual({
    faults: ['host', 'port'],
  });
  expect(readDraft({ ...typed, way: 'pac', pacUrl: 'file:///x' })).toEqual({ faults: ['pacUrl'] });
});

it('R30 another kind has another usual port, unless one was typed', () => {
  const http = withWay(typed, 'http');
  expect(http.port).toBe('3128');
  expect(withWay(http, 'socks5').port).toBe('1080');
  expect(withWay({ ...http, port: '8080' }, 'socks5').port).toBe('8080');
});
