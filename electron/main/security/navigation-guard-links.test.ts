import { describe, expect, it, vi } from 'vitest';
import type { LinkDecision } from '../../core/decide/decide-link';
import { outside, setUp } from './navigation-guard.test-support';

describe('links that lead elsewhere', () => {
  const clicked = (link: LinkDecision) => {
    const set = setUp();
    set.ways.link = link;
    set.page.input('mouseDown');
    return set;
  };

  it('B63 open in a window of their own kind, and so does what opens from there', () => {
    const { page, guests, openExternal, tellFollowed, childOptions } = clicked({ kind: 'here' });
    expect(page.goes('https://news.test/a')).toBe(false);
    const [guest] = guests;
    expect(guest?.loaded).toEqual(['https://news.test/a']);
    expect(openExternal).not.toHaveBeenCalled();
    expect(tellFollowed).toHaveBeenCalledExactlyOnceWith('https://news.test/a', { kind: 'here' });
    expect(guest?.goes('https://other.test/')).toBe(true);
    expect(guest?.goes('file:///etc/passwd')).toBe(false);
    expect(guest?.opens('https://other.test/', 'new-window')).toBe(true);
    expect(childOptions).toHaveBeenLastCalledWith(undefined, true);
    expect(page.opens('https://a.test/')).toBe(true);
    expect(childOptions).toHaveBeenLastCalledWith(undefined, false);
    page.emit('destroyed');
    expect(guest?.isClosed).toBe(true);
  });

  it('B63 B68 W5 a fifth window opens outside, in the service’s browser, and none without the person', () => {
    const { page, ways, guests, openExternal, openHere, openChild } = clicked({ kind: 'here' });
    ways.browser = 'firefox';
    for (let index = 0; index < 4; index += 1) openChild();
    page.goes('https://news.test/');
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://news.test/', 'firefox');
    expect(openHere('https://news.test/asked')).toBe(false);
    expect(openExternal).toHaveBeenLastCalledWith('https://news.test/asked', 'firefox');
    const quiet = setUp();
    quiet.ways.link = { kind: 'here' };
    quiet.page.goes('https://news.test/');
    expect([...guests, ...quiet.guests]).toEqual([]);
    expect(quiet.refuse).toHaveBeenCalledExactlyOnceWith('opening outside: nobody asked for it');
  });

  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'https://news.test/', true, true],
    ['ERR_ABORTED', '', false, true],
    ['ERR_ABORTED', 'https://news.test/further', false, false],
    ['ERR_FAILED', '', false, true],
    ['ERR_PROXY_CONNECTION_FAILED', 'https://news.test/', false, true],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'https://news.test/', false, true],
  ])('B63 %s, with %j in the window: outside %s, closed %s', async (code, url, goesOutside, isClosed) => {
    const { ways, openHere, guests, openExternal } = clicked({ kind: 'here' });
    ways.browser = 'firefox';
    ways.loading = () => Promise.reject(Object.assign(new Error(code), { code }));
    expect(openHere('https://news.test/')).toBe(true);
    const [guest] = guests;
    if (guest !== undefined) guest.url = url;
    await vi.waitFor(() =>
      expect([openExternal.mock.calls, guest?.isClosed]).toEqual([
        goesOutside ? [['https://news.test/', 'firefox']] : [],
        isClosed,
      ]),
    );
  });

  it('B63 R31 load in a window once the service’s way holds, and not at all where it does not', async () => {
    const { ways, openHere, guests, openExternal } = clicked({ kind: 'here' });
    const holds: (() => void)[] = [];
    ways.way = new Promise<void>((resolve) => holds.push(resolve));
    openHere('https://news.test/');
    expect(guests[0]?.loaded).toEqual([]);
    holds[0]?.();
    await vi.waitFor(() => expect(guests[0]?.loaded).toEqual(['https://news.test/']));
    ways.way = Promise.reject(new Error('proxy not set'));
    openHere('https://news.test/');
    await vi.waitFor(() => expect(guests[1]?.isClosed).toBe(true));
    expect(guests[1]?.loaded).toEqual([]);
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('B62 B68 open in another service by the very click, later outside', () => {
    const link = { kind: 'service', serviceId: 'b', reason: 'its-own' } as const;
    const { page, ways, clock, openInService, openExternal, tellFollowed } = clicked(link);
    ways.browser = 'firefox';
    page.opens('https://b.test/x');
    expect(openInService).toHaveBeenCalledExactlyOnceWith('b', 'https://b.test/x');
    clock.nowMs += 1_001;
    page.opens('https://b.test/y');
    expect(openInService).toHaveBeenCalledOnce();
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://b.test/y', 'firefox');
    expect(tellFollowed).toHaveBeenLastCalledWith('https://b.test/y', {
      kind: 'outside',
      browser: 'firefox',
      reason: 'not-now',
    });
  });

  it('B64 W5 what nobody asked for opens nowhere, whatever the rules say', () => {
    const { page, openInService, openExternal, refuse } = setUp();
    page.goes('https://news.test/');
    page.opens('https://news.test/');
    expect([openInService.mock.calls, openExternal.mock.calls]).toEqual([[], []]);
    expect(refuse).toHaveBeenCalledTimes(2);
  });

  it('B64 B68 links to the own site that want a window go outside where the person said so', () => {
    const { page, ways, openExternal } = clicked(outside);
    ways.own = { kind: 'outside', browser: 'firefox', reason: 'rule' };
    expect(page.opens('https://a.test/file')).toBe(false);
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://a.test/file', 'firefox');
    expect(page.opens('https://a.test/file', 'new-window')).toBe(true);
    expect(page.goes('https://a.test/file')).toBe(true);
  });

  it('W7 mail is for the mail program, whatever the rules say', () => {
    const { page, guests, openExternal } = clicked({ kind: 'here' });
    page.goes('mailto:mira@a.test');
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('mailto:mira@a.test');
    expect(guests).toEqual([]);
  });
});
