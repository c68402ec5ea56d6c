import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron/main';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { aRefused } from '../../core/trust.test-support';
import { createAppStore } from '../store/app-store';
import { reportViewEvents } from './view-events';

const url = 'https://a.test/';

/** What is used of a page. */
class FakePage extends EventEmitter {
  readonly stop = vi.fn();
  readonly isDestroyed = () => false;
  readonly isCrashed = () => false;
  readonly getURL = () => url;
  readonly navigationHistory = { canGoBack: () => false };
  readonly mainFrame = { executeJavaScript: () => Promise.resolve(0) };
  readonly starts = () =>
    this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, url });
  readonly comes = (status = 200) => this.emit('did-navigate', {}, url, status);
  readonly fails = (code: number, name: string, isMainFrame = true) =>
    this.emit('did-fail-load', {}, code, name, url, isMainFrame);
}

function setUp() {
  const store = createAppStore(aState([aService('a')]), (error) => {
    throw error;
  });
  const page = new FakePage();
  reportViewEvents('a', page as unknown as WebContents, {
    store,
    nowMs: () => 1_000,
    random: () => 0.5,
    refuse: vi.fn(),
    refusedAt: (address) => (address === url ? aRefused() : undefined),
    isExpectedToAnswer: () => false,
  });
  const session = () => store.getState().session.services['a'];
  store.dispatch({ kind: 'view-load-started', serviceId: 'a' });
  page.starts();
  return { store, page, load: () => session()?.load, attempt: () => session()?.attempt };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('reportViewEvents', () => {
  it('V9 a page is up when its document is there, and its failures are forgotten 10 s later', () => {
    const { page, load, attempt } = setUp();
    page.fails(-102, 'ERR_CONNECTION_REFUSED');
    expect(attempt()).toBe(1);
    page.starts();
    page.comes();
    page.emit('dom-ready');
    expect(load()).toEqual({ kind: 'ready' });
    vi.advanceTimersByTime(9_999);
    expect(attempt()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(attempt()).toBe(0);
  });

  it('V9 what Chromium could not load has failed, but not what gave way to another address, or a frame', () => {
    const { page, load } = setUp();
    page.fails(-3, 'ERR_ABORTED');
    page.fails(-105, 'ERR_NAME_NOT_RESOLVED', false);
    expect(load()).toEqual({ kind: 'loading' });
    page.fails(-105, 'ERR_NAME_NOT_RESOLVED');
    const failure = { kind: 'name-not-found', code: 'ERR_NAME_NOT_RESOLVED', host: 'a.test' };
    expect(load()).toMatchObject({ kind: 'failed', failure, attempt: 1 });
  });

  it.each([
    [502, 'failed'],
    [503, 'failed'],
    [504, 'failed'],
    [500, 'ready'],
    [404, 'ready'],
    [401, 'ready'],
  ])('V9 an answer of %d is %s', (status, kind) => {
    const { page, load } = setUp();
    page.comes(status);
    page.emit('dom-ready');
    expect(load()?.kind).toBe(kind);
  });

  it('V9 what was no page after all has failed', () => {
    const { page, load } = setUp();
    page.emit('did-stop-loading');
    expect(load()).toMatchObject({ kind: 'failed', failure: { code: 'ERR_NO_PAGE' } });
  });

  it('V9 a server that sends nothing for 45 s has failed', () => {
    const { page, load } = setUp();
    vi.advanceTimersByTime(44_999);
    expect(load()).toEqual({ kind: 'loading' });
    vi.advanceTimersByTime(1);
    expect(page.stop).toHaveBeenCalledOnce();
    expect(load()).toMatchObject({ kind: 'failed', failure: { kind: 'timeout', host: 'a.test' } });
  });

  it('V9 a page that has begun by then is shown, whole or not', () => {
    const { page, load } = setUp();
    page.comes();
    vi.advanceTimersByTime(45_000);
    expect(load()).toEqual({ kind: 'ready' });
    expect(page.stop).not.toHaveBeenCalled();
  });

  it('V9 the time in which the person is asked for a password does not count', () => {
    const { store, load } = setUp();
    const asked = { host: 'a.test', place: 'a.test:443', realm: '', protocol: 'https:', scheme: 'basic' };
    const prompt = { kind: 'login', id: 'q', serviceId: 'a', ...asked } as const;
    store.dispatch({
      kind: 'prompt-opened',
      prompt: { ...prompt, isProxy: false, again: false, canKeep: true },
    });
    vi.advanceTimersByTime(300_000);
    expect(load()).toEqual({ kind: 'loading' });
    store.dispatch({ kind: 'prompt-closed', promptId: 'q' });
    vi.advanceTimersByTime(45_000);
    expect(load()?.kind).toBe('failed');
  });

  it('V9 leaves no timer behind', () => {
    const { page } = setUp();
    page.emit('destroyed');
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate', true],
    ['ERR_BLOCKED_BY_CLIENT', 'certificate', true],
    ['ERR_TIMED_OUT', 'timeout', false],
  ])(
    'T2 T7 a load that ends with %s is a failure of kind %s; what was refused is told: %s',
    (code, kind, isTold) => {
      const { page, load } = setUp();
      page.fails(-1, code);
      const certificate = isTold ? aRefused() : undefined;
      expect(load()).toMatchObject({ kind: 'failed', failure: { kind, code, certificate } });
    },
  );
});
