import { expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { noTweaks } from '../model/tweaks';
import { decideForcedDark } from './decide-forced-dark';
import { decideOwnCode } from './decide-own-code';

const tweaks = { css: 'p {}', js: '1', isCodeOn: true };
const recipe = { hosts: ['chat.test'], signInHosts: ['sign-in.chat.test'] };
const at = (url: string, isSafeMode = false, changes: Partial<typeof tweaks> = {}) =>
  decideOwnCode(url, { url: 'https://team.example.org/x' }, recipe, { ...tweaks, ...changes }, isSafeMode);

it.each([
  ['https://team.example.org/y?z', 'https://team.example.org'],
  ['https://sub.team.example.org/', 'https://sub.team.example.org'],
  ['https://app.chat.test/', 'https://app.chat.test'],
])('R22 they are for the service’s own site: %s', (url, origin) => {
  expect(at(url)).toEqual({ origin, css: 'p {}', js: '1' });
});

it.each([
  'http://team.example.org/',
  'https://sign-in.chat.test/',
  'https://accounts.google.com/',
  'https://example.org/',
  'https://team.example.org.evil.test/',
  'data:text/html,x',
  'about:blank',
  'blob:https://team.example.org/1',
  '',
])('R22 and for nobody else: %s', (url) => {
  expect(at(url)).toBeUndefined();
});

it('R25 R26 turned off, and in safe mode, there is nothing', () => {
  const none = { origin: 'https://team.example.org', css: '', js: '' };
  expect(at('https://team.example.org/', false, { isCodeOn: false })).toEqual(none);
  expect(at('https://team.example.org/', true)).toEqual(none);
});

it('R34 dark is never, always, or as the app is', () => {
  const dark = (
    choice: 'off' | 'on' | 'with-app',
    theme: 'system' | 'dark' | 'light',
    systemDark: boolean,
  ) => {
    const state = aState([aService('a')], { tweaks: [{ ...noTweaks('a'), dark: choice }] });
    const { persisted, session } = state;
    return decideForcedDark(
      {
        ...state,
        persisted: { ...persisted, settings: { ...persisted.settings, theme } },
        session: { ...session, systemDark },
      },
      'a',
      false,
    );
  };
  expect([dark('off', 'dark', true), dark('on', 'light', false)]).toEqual([false, true]);
  expect([
    dark('with-app', 'dark', false),
    dark('with-app', 'light', true),
    dark('with-app', 'system', true),
    dark('with-app', 'system', false),
  ]).toEqual([true, false, true, false]);
});
