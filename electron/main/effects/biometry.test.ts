import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { Biometry } from '../../core/model/lock';
import { createAppStore } from '../store/app-store';
import { startBiometry } from './biometry';

function scene() {
  const store = createAppStore(aState([aService('a')]), (error) => expect.fail(String(error)));
  const machine: { biometry: Biometry } = { biometry: 'touch-id' };
  const unlock = vi.fn();
  const comings = new Set<() => void>();
  const stop = startBiometry(store, {
    look: () => machine.biometry,
    unlock,
    onComing: (listener) => {
      comings.add(listener);
      return () => comings.delete(listener);
    },
  });
  const come = (): void => comings.forEach((listener) => listener());
  return { store, machine, unlock, stop, come, comings };
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

  it('L72 asks who comes to the locked app, once; not who is there still, nor where nothing is held', () => {
    const { store, unlock, come, comings, stop } = scene();
    store.dispatch({ kind: 'passphrase-set' });
    come();
    store.dispatch({ kind: 'locked', why: 'asked' });
    come();
    store.dispatch({ kind: 'unlocked' });
    store.dispatch({ kind: 'locked', why: 'asked', opensBy: 'touch-id' });
    // A window that comes up as the one in front is hidden is nobody who comes.
    const { window } = store.getState().session;
    for (const focused of [false, true])
      store.dispatch({ kind: 'window-changed', window: { ...window, visible: true, focused } });
    expect(unlock).not.toHaveBeenCalled();
    come();
    come();
    expect(unlock).toHaveBeenCalledOnce();
    store.dispatch({ kind: 'unlocked' });
    store.dispatch({ kind: 'locked', why: 'idle', opensBy: 'touch-id' });
    come();
    expect(unlock).toHaveBeenCalledTimes(2);
    stop();
    expect(comings.size).toBe(0);
  });
});
