import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRocketPage } from './rocketchat.test-support';

describe('window.RocketChatDesktop', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('P1 is the desktop the page looks for: every member is there, none fails, none can be replaced', async () => {
    const page = openRocketPage();
    page.run(`globalThis.failed = []; globalThis.opened = [];
      Object.assign(globalThis, { focus() {}, open: (url) => opened.push(url) });
      for (const [name, member] of Object.entries(RocketChatDesktop)) {
        if (name === 'reloadServer' || name.endsWith('Notification')) continue;
        try { member('x', 'y', {}); } catch (error) { failed.push(name + ': ' + error.message); }
      }
      try { RocketChatDesktop = 1; } catch {}
      delete globalThis.RocketChatDesktop;`);
    expect(page.run('failed.join()')).toBe('');
    expect(page.run('opened.join()')).toBe('x,x,x');
    expect(page.run('Object.keys(RocketChatDesktop).length')).toBe(34);
    expect(page.run('Object.isFrozen(RocketChatDesktop)')).toBe(true);
    page.run(`globalThis.heard = [];
      RocketChatDesktop.dispatchCustomNotification({ type: 'voice', id: 'call-1', payload: { title: 'bob', body: 'rings' } });
      RocketChatDesktop.closeCustomNotification('call-1');
      RocketChatDesktop.createNotification({ title: 'x', tag: 't', onEvent: ({ type }) => heard.push(type) })
        .then((id) => RocketChatDesktop.destroyNotification(id))`);
    await page.pass(100);
    expect(page.sent.map(({ kind, title, tag }) => [kind, title, tag])).toEqual([
      ['badge', undefined, undefined],
      ['notification-show', 'bob', 'call-1'],
      ['notification-close', undefined, undefined],
      ['notification-show', 'x', 't'],
      ['notification-close', undefined, undefined],
    ]);
    expect(page.run('heard.join()')).toBe('close');
  });

  it('C23 goes away by the machine’s clock where the person has that wanted, and comes back, each told once', async () => {
    const page = openRocketPage();
    const detect = (isAutoAwayEnabled: boolean, idleThreshold: number | null) =>
      page.run(`globalThis.told ??= [];
        RocketChatDesktop.setUserPresenceDetection({ isAutoAwayEnabled: ${isAutoAwayEnabled},
          idleThreshold: ${idleThreshold}, setUserOnline: (isOnline) => told.push(isOnline) })`);
    const tell = async (idleS: unknown, isGone = false): Promise<unknown> => {
      page.deliver({ kind: 'adapter-order', order: { presence: { idleS, isGone } } });
      await page.pass(0);
      return page.run('told.join()');
    };
    detect(false, 300);
    expect(await tell(900, true)).toBe('');
    detect(true, 300);
    expect(page.run('told.join()')).toBe('false');
    expect(await tell(299)).toBe('false,true');
    expect(await tell(0)).toBe('false,true');
    expect(await tell(300)).toBe('false,true,false');
    expect(await tell('x')).toBe('false,true,false');
    detect(true, null);
    expect(await tell(5000)).toBe('false,true,false,true');
    expect(await tell(0, true)).toBe('false,true,false,true,false');
  });

  it.each([
    ['7', { kind: 'count', count: 7 }],
    ['"999+"', { kind: 'count', count: 999 }],
    ['"•"', { kind: 'flag' }],
    ['undefined', { kind: 'none' }],
    ['""', { kind: 'none' }],
    ['0', { kind: 'none' }],
  ])('U1 a badge of %s is the page’s own', (value, badge) => {
    const page = openRocketPage();
    page.run(`RocketChatDesktop.setBadge(${value})`);
    expect(page.sent).toEqual([{ kind: 'badge', badge }]);
  });
});
