import { EventEmitter } from 'node:events';
import type { App } from 'electron/main';
import { expect, it, vi } from 'vitest';
import { denyPermissions, isShellFrame, lockDown } from './lock-down';

const frame = { url: 'app://foyer/index.html' };

it.each([
  ['the main frame of our window', frame, frame, undefined, true],
  ['a frame that is gone', null, frame, undefined, false],
  ['another frame at our address', { ...frame }, frame, undefined, false],
  ['our window at another address', { url: 'https://a.test/' }, undefined, undefined, false],
  ['an address that begins alike', { url: 'app://foyer.evil/' }, undefined, undefined, false],
  ['the developer’s server', { url: 'http://localhost:5173/' }, undefined, 'http://localhost:5173/', true],
])('W20 is told from others: %s', (_what, sender, shell, devServerUrl, expected) => {
  expect(isShellFrame(sender, shell ?? sender ?? frame, { devServerUrl })).toBe(expected);
});

it('W24 grants the shell’s own page nothing', () => {
  const set: Record<string, (...args: never[]) => unknown> = {};
  denyPermissions({
    setPermissionRequestHandler: (handler) => (set['request'] = handler as never),
    setPermissionCheckHandler: (handler) => (set['check'] = handler as never),
    setDevicePermissionHandler: (handler) => (set['device'] = handler as never),
  });
  const answers: boolean[] = [];
  set['request']?.(...([undefined, 'media', (granted: boolean) => answers.push(granted)] as never[]));
  expect(answers).toEqual([false]);
  expect(set['check']?.()).toBe(false);
  expect(set['device']?.()).toBe(false);
});

function lockedPage(url: string) {
  const app = new EventEmitter();
  const held = { open: (): object => ({ action: 'allow' }) };
  const page = Object.assign(new EventEmitter(), {
    getURL: () => url,
    setWindowOpenHandler: (handler: () => object) => (held.open = handler),
  });
  lockDown(app as unknown as App, { info: vi.fn(), problem: vi.fn() });
  app.emit('web-contents-created', {}, page);
  const isStopped = (name: string): boolean => {
    const preventDefault = vi.fn();
    page.emit(name, { preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  return { isStopped, open: () => held.open() };
}

it('W44 no page there will ever be has a web view or a window of its own accord, nor stays when it is left', () => {
  for (const url of ['app://foyer/index.html', 'https://a.test/']) {
    const { isStopped, open } = lockedPage(url);
    expect([isStopped('will-attach-webview'), isStopped('will-prevent-unload')]).toEqual([true, true]);
    expect(open()).toEqual({ action: 'deny' });
  }
});

it('W40 the shell’s own page goes nowhere', () => {
  expect(lockedPage('app://foyer/index.html').isStopped('will-navigate')).toBe(true);
  expect(lockedPage('https://a.test/').isStopped('will-navigate')).toBe(false);
});
