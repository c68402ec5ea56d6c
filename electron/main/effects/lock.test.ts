import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createTestPerson } from '../person.test-support';
import { createTestClock } from '../test-clock.test-support';
import { startHiding, type ChildWindow } from './hidden-windows';
import { startLock } from './lock';

const MINUTE_MS = 60_000;

function setUp() {
  const store = createAppStore(aState([aService('a')]), (error) => expect.fail(String(error)));
  const clock = createTestClock();
  const idle = { sinceMs: 0 };
  const person = createTestPerson(() => clock.nowMs() - idle.sinceMs);
  const locked: string[] = [];
  const stop = startLock(store, {
    after: clock.after,
    ...person.port,
    lock: (why) => {
      locked.push(why);
      store.dispatch({ kind: 'locked', why });
    },
  });
  return { store, clock, idle, happen: person.happen, locked, stop };
}

it('L53 locks when nobody has touched it for so long, and looks no oftener than it must', () => {
  const { store, clock, idle, locked, stop } = setUp();
  clock.pass(60 * MINUTE_MS);
  expect([clock.waiting(), locked]).toEqual([0, []]);
  store.dispatch({ kind: 'passphrase-set' });
  expect(locked).toEqual(['idle']);
  idle.sinceMs = clock.nowMs();
  store.dispatch({ kind: 'unlocked' });
  clock.pass(4 * MINUTE_MS);
  idle.sinceMs = clock.nowMs();
  clock.pass(10 * MINUTE_MS - 1);
  expect(locked).toEqual(['idle']);
  clock.pass(1);
  expect([locked, clock.waiting()]).toEqual([['idle', 'idle'], 0]);
  stop();
});

it('L53 does not lock in a call, nor when that is switched off, and at once when it is switched on', () => {
  const { store, clock, locked } = setUp();
  store.dispatch({ kind: 'passphrase-set' });
  store.dispatch({ kind: 'capture-changed', serviceId: 'a', capturing: true });
  clock.pass(30 * MINUTE_MS);
  expect(locked).toEqual([]);
  store.dispatch({ kind: 'lock-settings-changed', settings: { idleMin: null } });
  store.dispatch({ kind: 'capture-changed', serviceId: 'a', capturing: false });
  clock.pass(30 * MINUTE_MS);
  expect([locked, clock.waiting()]).toEqual([[], 0]);
  store.dispatch({ kind: 'lock-settings-changed', settings: { idleMin: 1 } });
  expect(locked).toEqual(['idle']);
});

it('L53 locks with the screen, when it is asked for, and on waking when nobody was there for long', () => {
  const { store, clock, idle, happen, locked } = setUp();
  happen('lock-screen');
  store.dispatch({ kind: 'passphrase-set' });
  store.dispatch({ kind: 'lock-requested' });
  store.dispatch({ kind: 'unlocked' });
  happen('suspend', 'resume');
  store.dispatch({ kind: 'unlocked' });
  store.dispatch({ kind: 'lock-settings-changed', settings: { withScreen: false } });
  happen('lock-screen', 'unlock-screen');
  expect(locked).toEqual(['asked', 'screen']);
  happen('suspend');
  idle.sinceMs = clock.nowMs() - 11 * MINUTE_MS;
  happen('resume');
  expect(locked).toEqual(['asked', 'screen', 'idle']);
});

it('L53 locks on waking when nobody was there for long, also with the screen locked', () => {
  const { store, clock, idle, happen, locked } = setUp();
  store.dispatch({ kind: 'passphrase-set' });
  store.dispatch({ kind: 'lock-settings-changed', settings: { withScreen: false } });
  happen('lock-screen', 'suspend');
  idle.sinceMs = clock.nowMs() - 11 * MINUTE_MS;
  happen('resume');
  expect(locked).toEqual(['idle']);
});

it('L54 windows that pages opened are hidden while it is locked, also those that come or want to be seen', () => {
  const { store } = setUp();
  const aWindow = (isVisible = true) => {
    const state = { isVisible, isDestroyed: false, listeners: new Set<() => void>() };
    const window: ChildWindow = {
      isDestroyed: () => state.isDestroyed,
      isVisible: () => state.isVisible,
      hide: () => void (state.isVisible = false),
      showInactive: () => {
        state.isVisible = true;
        for (const listener of state.listeners) listener();
      },
      on: (_event, listener) => state.listeners.add(listener),
      off: (_event, listener) => state.listeners.delete(listener),
    };
    return { window, state };
  };
  const [shown, hidden, gone, later] = [aWindow(), aWindow(false), aWindow(), aWindow()];
  const all = [shown.window, hidden.window, gone.window];
  const told: { window: (window: ChildWindow) => void } = { window: () => undefined };
  const stop = startHiding(store, {
    windows: () => all,
    onWindow: (listener) => {
      told.window = listener;
      return () => undefined;
    },
  });
  store.dispatch({ kind: 'passphrase-set' });
  told.window(later.window);
  expect(later.state.isVisible).toBe(true);
  store.dispatch({ kind: 'locked', why: 'asked' });
  told.window(later.window);
  shown.window.showInactive();
  gone.state.isDestroyed = true;
  expect([shown, hidden, later].map(({ state }) => state.isVisible)).toEqual([false, false, false]);
  store.dispatch({ kind: 'unlocked' });
  expect([shown, hidden, later].map(({ state }) => state.isVisible)).toEqual([true, false, true]);
  stop();
});
