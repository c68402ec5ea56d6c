import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { Biometry } from '../../core/model/lock';
import { createAppStore } from '../store/app-store';
import { startBiometry } from './biometry';

function scene() {
  const store = createAppStore(aState([aService('a')]), (error) => expect.fail(String(error)));
  const machine: { biometry: Biometry } = { biometry: 'touch-id' };
  const unlock = vi.fn();
  const stop = startBiometry(store, { look: () => machine.biometry, unlock });
  const focus = (focused: boolean): void => {
    const { window } = store.getState().session;
    store.dispatch({ kind: 'window-changed', window: { ...window, visible: true, focused } });
  };
  return { store, machine, unlock, stop, focus };
}

describe('startBiometry', () => {
  it('L68 looks at what the machine has whenever the settings are opened with a passphrase there', () => {
    const { store, machine } = scene();
    const seen = () => store.getState().session.biometry;
    store.dispatch({ kind: 'page-shown', page: 'settings' });
    expect(seen()).toBe('none');
    store.dispatch({ kind: 'passphrase-set' });
    expect(seen()).toBe('touch-id');
    machine.biometry = 'none';
    store.dispatch({ kind: 'page-shown', page: 'service' });
    store.dispatch({ kind: 'page-shown', page: 'settings' });
    expect(seen()).toBe('none');
  });

  it('L72 asks who comes to the locked window, once; not who is there still, nor where nothing is held', () => {
    const { store, unlock, focus, stop } = scene();
    store.dispatch({ kind: 'passphrase-set' });
    focus(true);
    store.dispatch({ kind: 'locked', why: 'asked' });
    focus(false);
    focus(true);
    store.dispatch({ kind: 'unlocked' });
    store.dispatch({ kind: 'locked', why: 'asked', opensBy: 'touch-id' });
    expect(unlock).not.toHaveBeenCalled();
    for (const focused of [false, true, false, true]) focus(focused);
    expect(unlock).toHaveBeenCalledOnce();
    store.dispatch({ kind: 'unlocked' });
    focus(false);
    store.dispatch({ kind: 'locked', why: 'idle', opensBy: 'touch-id' });
    focus(true);
    expect(unlock).toHaveBeenCalledTimes(2);
    stop();
  });
});
