import { expect, it } from 'vitest';
import { aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startLoginStart } from './login-start';

it('D96 tells the system when the person changes it, not at a start and not while it is sealed', () => {
  const store = createAppStore(aState(), (error) => {
    throw error;
  });
  const told: unknown[] = [];
  startLoginStart(store, { platform: 'win32', program: 'foyer', tell: (start) => told.push(start) });
  store.dispatch({ kind: 'settings-changed', settings: { startAtLogin: 'hidden' } });
  store.dispatch({ kind: 'settings-changed', settings: { theme: 'dark' } });
  store.dispatch({ kind: 'passphrase-set' });
  store.dispatch({ kind: 'locked', why: 'asked' });
  expect(told).toEqual([{ kind: 'item', openAtLogin: true, args: ['--hidden'] }]);
});
