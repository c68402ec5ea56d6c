import { describe, expect, it } from 'vitest';
import { aState } from '../../core/fixtures.test-support';
import type { BusWatcher } from '../session-bus/bus';
import { createAppStore } from '../store/app-store';
import { startTrayHost } from './tray-host';

function setUp() {
  const store = createAppStore(aState(), (error) => {
    throw error;
  });
  const said: boolean[] = [];
  store.onAction('tray-availability-changed', ({ available }) => said.push(available));
  return { store, said };
}

describe('startTrayHost', () => {
  it('D10 is always there where there is no session bus to ask', () => {
    const { store } = setUp();
    startTrayHost(store, { bus: undefined });
    expect(store.getState().session.trayAvailable).toBe(true);
  });

  it('D10 follows the watcher; a new one in its place makes the tray come anew', () => {
    const { store, said } = setUp();
    const watchers: BusWatcher[] = [];
    const names: string[] = [];
    startTrayHost(store, {
      bus: {
        watch: (target, watcher) => {
          names.push(target.name);
          watchers.push(watcher);
          return () => undefined;
        },
      },
    });
    expect(names).toEqual(['org.kde.StatusNotifierWatcher']);
    for (const owner of [undefined, ':1.1', ':1.2', undefined]) watchers[0]?.onOwner(owner);
    expect(said).toEqual([false, true, false, true, false]);
  });
});
