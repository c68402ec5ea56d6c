import { describe, expect, it } from 'vitest';
import { aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startSystemKey } from './system-key';

function setUp(taken: readonly string[] = []) {
  const store = createAppStore(aState(), (error) => {
    throw error;
  });
  const heard = new Map<string, () => void>();
  const said: string[] = [];
  store.onAction('window-show-requested', () => said.push('show'));
  const stop = startSystemKey(store, {
    platform: 'linux',
    register: (accelerator, onPress) => {
      if (accelerator.includes('É')) throw new TypeError('no key');
      if (taken.includes(accelerator)) return false;
      heard.set(accelerator, onPress);
      return true;
    },
    unregister: (accelerator) => heard.delete(accelerator),
    hide: () => void said.push('hide'),
  });
  const set = (system: string | null): void => store.dispatch({ kind: 'keys-changed', keys: { system } });
  const look = (visible: boolean, focused: boolean): void => {
    const content = { x: 0, y: 0, width: 0, height: 0 };
    store.dispatch({ kind: 'window-changed', window: { content, visible, focused } });
  };
  return { heard, said, stop, set, look, systemKey: () => store.getState().session.systemKey };
}

describe('startSystemKey', () => {
  it('M10 holds the key that is set, and none beside it', () => {
    const { heard, set, stop, systemKey } = setUp();
    expect([heard.size, systemKey()]).toEqual([0, 'none']);
    set('Mod+Alt+F');
    expect([[...heard.keys()], systemKey()]).toEqual([['CommandOrControl+Alt+F'], 'heard']);
    set('Ctrl+Shift+ArrowUp');
    expect([...heard.keys()]).toEqual(['CommandOrControl+Shift+Up']);
    stop();
    expect(heard.size).toBe(0);
  });

  it('M10 says when the system does not give it, and lets go of what is no longer wanted', () => {
    const { heard, set, systemKey } = setUp(['CommandOrControl+Alt+G']);
    for (const system of ['Mod+Alt+G', 'Mod+É', 'a', 'nonsense+']) {
      set(system);
      expect([system, systemKey()]).toEqual([system, 'refused']);
    }
    set(null);
    expect([heard.size, systemKey()]).toEqual([0, 'none']);
  });

  it('M10 shows Foyer, or hides it where the person is in it', () => {
    const { heard, said, set, look } = setUp();
    set('F12');
    const press = (): void => heard.get('F12')?.();
    look(false, false);
    press();
    look(true, false);
    press();
    look(true, true);
    press();
    expect(said).toEqual(['show', 'show', 'hide']);
  });
});
