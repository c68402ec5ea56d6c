import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { LEAVING_MS, SIGN_MS, startFullScreen, type FullScreenPage } from './full-screen';

class Page extends EventEmitter {
  readonly getURL = () => 'https://chat.test:8443/call';
}

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  store.dispatch({
    kind: 'window-changed',
    window: { content: { x: 0, y: 0, width: 900, height: 700 }, visible: true, focused: true },
  });
  store.dispatch({ kind: 'service-activated', serviceId: 'a' });
  const timers: { ms: number; run: () => void }[] = [];
  const pages = { a: new Page(), b: new Page() };
  const window = new EventEmitter();
  const leave = vi.fn<(page: FullScreenPage) => void>();
  const shrinkWindow = vi.fn();
  startFullScreen(store, {
    after: (ms, run) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
    onPage: (listener) => {
      for (const id of ['a', 'b'] as const) listener(id, pages[id]);
      return () => undefined;
    },
    leave,
    shrinkWindow,
    onWindowLeft: (listener) => {
      window.on('left', listener);
      return () => window.off('left', listener);
    },
  });
  const pass = (ms: number) => timers.filter((one) => one.ms <= ms).forEach((one) => one.run());
  return { store, pages, window, leave, shrinkWindow, pass, now: () => store.getState().session.fullScreen };
}

it('W52 says whose page it is, at first', () => {
  const { pages, now, pass } = setUp();
  pages.a.emit('enter-html-full-screen');
  expect(now()).toEqual({ serviceId: 'a', host: 'chat.test:8443', isSigned: true });
  pass(SIGN_MS);
  expect(now()?.isSigned).toBe(false);
  pages.a.emit('leave-html-full-screen');
  expect(now()).toBeUndefined();
});

it('W52 a page behind has to leave at once', () => {
  const { pages, now, leave } = setUp();
  pages.b.emit('enter-html-full-screen');
  expect(now()).toBeUndefined();
  expect(leave).toHaveBeenCalledExactlyOnceWith(pages.b);
});

it('W52 it ends when another page comes to the front, or the window leaves', () => {
  const { store, pages, window, now, leave } = setUp();
  pages.a.emit('enter-html-full-screen');
  store.dispatch({ kind: 'service-activated', serviceId: 'b' });
  expect(now()).toBeUndefined();
  expect(leave).toHaveBeenCalledExactlyOnceWith(pages.a);
  pages.a.emit('leave-html-full-screen');
  store.dispatch({ kind: 'service-activated', serviceId: 'a' });
  pages.a.emit('enter-html-full-screen');
  window.emit('left');
  expect(now()).toBeUndefined();
});

it('W52 who does not leave in time, or ends, keeps no window', () => {
  const { store, pages, shrinkWindow, pass } = setUp();
  pages.a.emit('enter-html-full-screen');
  store.dispatch({ kind: 'full-screen-left' });
  expect(shrinkWindow).not.toHaveBeenCalled();
  pass(LEAVING_MS);
  expect(shrinkWindow).toHaveBeenCalledOnce();
  pages.a.emit('leave-html-full-screen');
  pages.a.emit('enter-html-full-screen');
  pages.a.emit('render-process-gone');
  expect(shrinkWindow).toHaveBeenCalledTimes(2);
  expect(store.getState().session.fullScreen).toBeUndefined();
});

it('V86 one that fills the screen by its own window has the other give way, and one behind has to leave itself', () => {
  const { store, pages, window, now, leave } = setUp();
  store.dispatch({ kind: 'own-window-opened', serviceId: 'b' });
  pages.a.emit('enter-html-full-screen');
  pages.b.emit('enter-html-full-screen');
  expect([leave.mock.calls, now()?.serviceId]).toEqual([[[pages.b]], 'a']);
  const seen = { content: { width: 600, height: 500 }, visible: true, focused: true };
  store.dispatch({ kind: 'own-window-changed', serviceId: 'b', window: seen });
  pages.b.emit('enter-html-full-screen');
  expect([leave.mock.calls.at(-1), now()?.serviceId]).toEqual([[pages.a], 'b']);
  pages.a.emit('leave-html-full-screen');
  window.emit('left');
  expect(now()?.serviceId).toBe('b');
  store.dispatch({ kind: 'own-window-changed', serviceId: 'b', window: { ...seen, visible: false } });
  expect(now()).toBeUndefined();
});

it('V86 one that has to give way and does not, or ends, keeps no window', () => {
  const { store, pages, now, pass, shrinkWindow } = setUp();
  store.dispatch({ kind: 'own-window-opened', serviceId: 'b' });
  const seen = { content: { width: 600, height: 500 }, visible: true, focused: true };
  store.dispatch({ kind: 'own-window-changed', serviceId: 'b', window: seen });
  pages.a.emit('enter-html-full-screen');
  pages.b.emit('enter-html-full-screen');
  pass(LEAVING_MS);
  expect([shrinkWindow.mock.calls.length, now()?.serviceId]).toEqual([1, 'b']);
  pages.a.emit('enter-html-full-screen');
  pages.b.emit('leave-html-full-screen');
  pass(LEAVING_MS);
  expect([shrinkWindow.mock.calls.length, now()?.serviceId]).toEqual([1, 'a']);
  pages.b.emit('enter-html-full-screen');
  pages.a.emit('render-process-gone');
  expect([shrinkWindow.mock.calls.length, now()?.serviceId]).toEqual([2, 'b']);
});
