import { describe, expect, it } from 'vitest';
import { aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startCloseOrQuit } from './close-or-quit';

function setUp(platform: 'darwin' | 'linux' | 'win32') {
  const store = createAppStore(aState(), (error) => {
    throw error;
  });
  const done: string[] = [];
  const on: { close?: (event: { preventDefault: () => void }) => void; quit?: () => void } = {};
  startCloseOrQuit(
    store,
    {
      onClose: (listener) => (on.close = listener),
      onBeforeQuit: (listener) => (on.quit = listener),
      hide: () => done.push('hide'),
      quit: () => done.push('quit'),
    },
    platform,
  );
  return {
    store,
    done,
    close: () => on.close?.({ preventDefault: () => done.push('kept') }),
    beforeQuit: () => on.quit?.(),
  };
}

describe('startCloseOrQuit', () => {
  it('H3 quits where there is no tray', () => {
    const { close, done } = setUp('linux');
    close();
    expect(done).toEqual(['quit']);
  });

  it('H3 hides to the tray where there is one', () => {
    const { store, close, done } = setUp('linux');
    store.dispatch({ kind: 'tray-availability-changed', available: true });
    close();
    expect(done).toEqual(['kept', 'hide']);
  });

  it('H3 quits, tray or not, when the person set it so', () => {
    const { store, close, done } = setUp('win32');
    store.dispatch({ kind: 'tray-availability-changed', available: true });
    store.dispatch({ kind: 'settings-changed', settings: { closeToTray: false } });
    close();
    expect(done).toEqual(['quit']);
  });

  it('H3 hides on macOS, where the dock brings it back', () => {
    const { close, done } = setUp('darwin');
    close();
    expect(done).toEqual(['kept', 'hide']);
  });

  it('H3 never holds up a real quit', () => {
    const { store, close, beforeQuit, done } = setUp('linux');
    store.dispatch({ kind: 'tray-availability-changed', available: true });
    beforeQuit();
    close();
    expect(done).toEqual(['quit']);
  });
});
