import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { revivePage } from './revive-page';

class Page extends EventEmitter {
  readonly reload = vi.fn();
}

function setUp(ownId?: string) {
  const store = createAppStore(aState([aService('a')]), (error) => {
    throw error;
  });
  const seen = { visible: true, focused: true };
  const content = { x: 0, y: 0, width: 900, height: 700 };
  store.dispatch({ kind: 'window-changed', window: { content, ...seen } });
  if (ownId !== undefined) {
    store.dispatch({ kind: 'own-window-opened', serviceId: ownId });
    store.dispatch({ kind: 'own-window-changed', serviceId: ownId, window: { content, ...seen } });
  }
  const page = new Page();
  const clock = { nowMs: 1_000, isThere: true };
  const later: { ms: number; run: () => void }[] = [];
  revivePage(store, page, {
    ownId,
    isThere: () => clock.isThere,
    timers: {
      nowMs: () => clock.nowMs,
      after: (ms, run) => {
        later.push({ ms, run });
        return () => undefined;
      },
    },
  });
  const crash = (reason = 'crashed') => page.emit('render-process-gone', {}, { reason });
  return { store, page, clock, later, crash, full: () => store.getState().session.fullScreen };
}

it('H30 a page of the shell’s that ends is loaded anew at once, and once a second where it goes on so', () => {
  const { page, later, clock, crash } = setUp();
  crash('clean-exit');
  expect(page.reload).not.toHaveBeenCalled();
  crash();
  expect(page.reload).toHaveBeenCalledOnce();
  crash();
  expect([page.reload.mock.calls.length, later.map(({ ms }) => ms)]).toEqual([1, [1_000]]);
  clock.nowMs += 1_000;
  later[0]?.run();
  expect(page.reload).toHaveBeenCalledTimes(2);
});

it('H30 one that is not wanted any more stays away', () => {
  const { store, page, later, clock, crash } = setUp();
  crash();
  crash();
  clock.isThere = false;
  later[0]?.run();
  crash();
  clock.isThere = true;
  store.dispatch({ kind: 'quit-requested' });
  crash();
  expect(page.reload).toHaveBeenCalledOnce();
});

it.each([undefined, 'a'])(
  'W52 where it said whose page fills the screen none does any more (%s)',
  (ownId) => {
    const { store, page, full, crash } = setUp(ownId);
    store.dispatch({ kind: 'view-loaded', serviceId: 'a' });
    store.dispatch({ kind: 'full-screen-entered', serviceId: 'a', host: 'chat.test' });
    store.dispatch({ kind: 'full-screen-signed' });
    crash();
    expect(full()).toBeDefined();
    store.dispatch({ kind: 'full-screen-entered', serviceId: 'a', host: 'chat.test' });
    crash();
    expect([full(), page.reload.mock.calls.length]).toEqual([undefined, 1]);
  },
);
