import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { startSwitching } from './keys';

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const clock = createTestClock();
  const stop = startSwitching(store, clock);
  const content = { x: 0, y: 0, width: 0, height: 0 };
  const look = (focused: boolean): void =>
    store.dispatch({ kind: 'window-changed', window: { content, visible: true, focused } });
  look(true);
  store.dispatch({ kind: 'service-activated', serviceId: 'b' });
  store.dispatch({ kind: 'service-activated', serviceId: 'a' });
  const step = (): void => store.dispatch({ kind: 'switching-stepped', step: 1 });
  return { store, clock, stop, look, step, switching: () => store.getState().session.switching };
}

describe('startSwitching', () => {
  it('M9 shows the list once its key is held for a moment, and not before', () => {
    const { clock, step, switching } = setUp();
    step();
    clock.pass(100);
    expect(switching()).toMatchObject({ at: 1, isListed: false });
    clock.pass(100);
    expect(switching()).toMatchObject({ at: 1, isListed: true });
  });

  it('M9 who lets go at once sees no list, and later none either', () => {
    const { store, clock, step, switching } = setUp();
    step();
    store.dispatch({ kind: 'service-activated', serviceId: 'b' });
    clock.pass(1000);
    expect(switching()).toBeUndefined();
    expect(clock.waiting()).toBe(0);
  });

  it('M9 a window that loses the keyboard gives it up, and stopping leaves nothing behind', () => {
    const { clock, step, stop, look, switching } = setUp();
    step();
    look(false);
    expect(switching()).toBeUndefined();
    look(true);
    step();
    stop();
    expect(clock.waiting()).toBe(0);
  });
});
