import { describe, expect, it } from 'vitest';
import { setUp } from './navigation-guard.test-support';

describe('guardNavigation', () => {
  it('W5 opens nothing that nobody asked for', () => {
    const { page, clock, openExternal, refuse } = setUp();
    expect(page.goes('https://news.test/')).toBe(false);
    expect(page.opens('https://a.test/')).toBe(false);
    expect(refuse.mock.calls).toEqual([
      ['opening outside: nobody asked for it'],
      ['window: nobody asked for it'],
    ]);
    page.input('mouseMove');
    expect(page.opens('https://a.test/')).toBe(false);
    page.input('keyDown');
    clock.nowMs += 8_001;
    expect(page.opens('https://a.test/')).toBe(false);
    expect(openExternal).not.toHaveBeenCalled();
  });

  it.each<[string, (set: ReturnType<typeof setUp>) => void]>([
    ['a click', ({ page }) => page.input('mouseDown')],
    ['a key', ({ page }) => page.input('rawKeyDown')],
    ['a click on its notification', ({ clock }) => (clock.notificationClickedAtMs = clock.nowMs)],
  ])('W5 opens within 8 s of %s', (_what, act) => {
    const set = setUp();
    act(set);
    set.clock.nowMs += 8_000;
    expect(set.page.opens('https://a.test/')).toBe(true);
    expect(set.page.goes('https://news.test/')).toBe(false);
    expect(set.openExternal).toHaveBeenCalledExactlyOnceWith('https://news.test/', undefined);
  });

  it('W5 three at once, then one for each click', () => {
    const { page, openExternal, refuse } = setUp();
    page.input('keyDown');
    for (let index = 0; index < 5; index += 1) page.goes(`https://news.test/${index}`);
    expect(openExternal).toHaveBeenCalledTimes(3);
    expect(refuse).toHaveBeenCalledWith('opening outside: too many');
    page.input('mouseDown');
    page.goes('https://news.test/clicked');
    page.goes('https://news.test/more');
    expect(openExternal).toHaveBeenCalledTimes(4);
  });

  it('W5 has at most four child windows', () => {
    const { page, openChild } = setUp();
    const children = [openChild(), openChild(), openChild(), openChild()];
    page.input('mouseDown');
    expect(page.opens('https://a.test/')).toBe(false);
    children[0]?.window.emit('closed');
    expect(page.opens('https://a.test/')).toBe(true);
  });

  it('W58 opens no window of another kind than tabs and pop-ups, asked for or not', () => {
    const { page, openExternal, refuse } = setUp();
    page.input('mouseDown');
    for (const url of ['about:blank', 'https://a.test/', 'https://news.test/'])
      expect(page.opens(url, 'other')).toBe(false);
    expect(refuse.mock.calls).toEqual([['window: kind'], ['window: kind'], ['window: kind']]);
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('W2 W4 a redirect goes where the web goes and to no other scheme, in the view and in child windows', () => {
    const { page, openChild, refuse } = setUp();
    const { child } = openChild();
    for (const one of [page, child]) {
      expect(one.isRedirected('https://sign-in.elsewhere.test/')).toBe(true);
      expect(one.isRedirected('vscode://file/etc')).toBe(false);
      // Of a frame in it Chromium and the permissions decide.
      expect(one.isRedirected('vscode://file/etc', false)).toBe(true);
    }
    expect(refuse.mock.calls).toEqual([['navigation: scheme'], ['navigation: scheme']]);
  });

  it('W6 a child window goes where the web goes, but not to other schemes, and closes with the view', () => {
    const { page, openChild, refuse } = setUp();
    const { child } = openChild();
    expect(child.goes('https://news.test/')).toBe(true);
    expect(child.goes('file:///etc/passwd')).toBe(false);
    expect(refuse).toHaveBeenCalledExactlyOnceWith('navigation: scheme');
    page.emit('destroyed');
    expect(child.isClosed).toBe(true);
  });

  it('W2 refuses what is no web address, clicked or not', () => {
    const { page, refuse } = setUp();
    page.input('mouseDown');
    expect(page.goes('file:///etc/passwd')).toBe(false);
    expect(page.opens('javascript:alert(1)')).toBe(false);
    expect(refuse.mock.calls).toEqual([['navigation: scheme'], ['window: scheme']]);
  });

  it('W2 tells who followed a link with another scheme, once in five seconds', () => {
    const { page, clock, openChild, tellRefused } = setUp();
    page.goes('steam://run/1');
    expect(tellRefused).not.toHaveBeenCalled();
    page.input('mouseDown');
    clock.nowMs += 1_001;
    page.goes('steam://run/1');
    expect(tellRefused).not.toHaveBeenCalled();
    page.input('mouseDown');
    page.goes('steam://run/1');
    page.opens('tel:123');
    expect(tellRefused.mock.calls).toEqual([['steam']]);
    clock.nowMs += 4_999;
    page.input('mouseDown');
    page.goes('steam://run/1');
    expect(tellRefused).toHaveBeenCalledOnce();
    clock.nowMs += 1;
    openChild().child.goes('vscode://file/a');
    expect(tellRefused.mock.calls).toEqual([['steam'], ['vscode']]);
  });

  it('W2 tells of no link that is refused for another reason', () => {
    const { page, tellRefused } = setUp();
    page.input('mouseDown');
    page.opens('not an address');
    page.goes(`https://a.test/${'x'.repeat(70_000)}`);
    for (let index = 0; index < 5; index += 1) page.goes('https://news.test/');
    expect(tellRefused).not.toHaveBeenCalled();
  });

  it('W8 tells the person who follows a link of another scheme, once in five seconds, and nobody else', () => {
    const { page, clock, tellRefused } = setUp();
    page.goes('tel:112');
    page.input('mouseDown');
    clock.nowMs += 1_001;
    page.goes('tel:112');
    expect(tellRefused).not.toHaveBeenCalled();
    page.input('mouseDown');
    page.goes('tel:112');
    page.opens('xmpp:mira@a.test');
    expect(tellRefused).toHaveBeenCalledExactlyOnceWith('tel');
    clock.nowMs += 5_000;
    page.input('mouseDown');
    page.opens('xmpp:mira@a.test');
    expect(tellRefused).toHaveBeenLastCalledWith('xmpp');
  });
});
