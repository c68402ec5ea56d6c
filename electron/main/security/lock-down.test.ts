import { expect, it } from 'vitest';
import { denyPermissions, isShellFrame } from './lock-down';

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
