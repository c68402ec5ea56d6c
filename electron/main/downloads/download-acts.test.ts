import { describe, expect, it, vi } from 'vitest';
import { aDownload, aService, aState } from '../../core/fixtures.test-support';
import type { Download, DownloadAct } from '../../core/model/download';
import type { AppState } from '../../core/state/app-state';
import { createAppStore } from '../store/app-store';
import { startDownloadActs } from './download-acts';

function setUp(
  downloads: readonly Download[],
  running: readonly string[] = [],
  changes: Partial<AppState['session']> = {},
) {
  const { session, ...rest } = aState([aService('a')], { downloads });
  const store = createAppStore({ ...rest, session: { ...session, ...changes } }, (error) => {
    throw error;
  });
  const said: string[] = [];
  const says =
    (what: string) =>
    (...rest: readonly unknown[]): void =>
      void said.push([what, ...rest].join(' '));
  const item = { pause: says('pause'), resume: says('resume'), cancel: says('cancel') };
  const create = vi.fn();
  startDownloadActs(store, {
    desk: {
      runningOf: (id) => (running.includes(id) ? { serviceId: 'a', item: item as never } : undefined),
      expect: says('expect'),
    },
    sessionOf: () => ({ createInterruptedDownload: create }),
    files: {
      exists: (path) => path !== '/gone',
      bringBack: (path) => ({ path: path === '/taken' ? '/taken (2)' : path, bytes: 7 }),
      discard: says('discard'),
    },
    open: says('open'),
    show: says('show'),
    newId: () => 'n1',
    nowMs: () => 5,
  });
  const act = (downloadId: string, what: DownloadAct): void =>
    store.dispatch({ kind: 'download-acted', downloadId, act: what });
  return { store, said, create, act };
}
const paused = { isPaused: true };

describe('what the person does with downloads', () => {
  it('B21 pauses, goes on with and cancels one that runs', () => {
    const { said, store, act } = setUp([aDownload('x')], ['x']);
    act('x', 'pause');
    expect(store.getState().persisted.downloads[0]?.isPaused).toBe(true);
    act('x', 'resume');
    act('x', 'cancel');
    // It can be neither opened nor tried again.
    act('x', 'open');
    act('x', 'retry');
    act('none', 'pause');
    expect(said).toEqual(['pause', 'resume', 'cancel']);
  });

  it('B21 opens and shows what is there, and says where it is not', () => {
    const { said, store, act } = setUp([
      aDownload('x', { state: 'done', path: '/a' }),
      aDownload('risky', { state: 'done', path: '/a.exe', isRisky: true }),
      aDownload('gone', { state: 'done', path: '/gone' }),
    ]);
    act('x', 'open');
    act('x', 'show');
    act('risky', 'open');
    act('gone', 'open');
    expect(said).toEqual(['open /a', 'show /a']);
    expect(store.getState().session.notices).toMatchObject([{ kind: 'download-gone' }]);
  });

  it('B23 goes on by itself with what the end of the app cut off, unless it was paused', () => {
    const { said, create } = setUp([
      aDownload('x', { path: '/x' }),
      aDownload('paused', { path: '/p', ...paused }),
      aDownload('data', { path: '/d', source: null }),
      aDownload('unsaid', { path: '' }),
    ]);
    expect(said).toEqual(['expect a /x x']);
    expect(create).toHaveBeenCalledExactlyOnceWith({
      path: '/x',
      urlChain: ['https://a.test/f'],
      mimeType: '',
      offset: 7,
      length: 1000,
      eTag: '"1"',
      startTime: 0,
    });
  });

  it('B23 locked at the start, they go on when it is unlocked', () => {
    const lock = {
      kind: 'locked',
      why: 'start',
      waitUntilMs: null,
      isBroken: false,
      opensBy: 'none',
    } as const;
    const { said, store } = setUp([], [], { lock });
    const persisted = { ...store.getState().persisted, downloads: [aDownload('x', { path: '/x' })] };
    expect(said).toEqual([]);
    store.dispatch({ kind: 'kept-opened', persisted, notices: [], hasPassphrase: true, nowMs: 0 });
    expect(said).toEqual(['expect a /x x']);
  });

  it('B23 has another name where its own was taken meanwhile', () => {
    const { said, store, act } = setUp([aDownload('x', { state: 'failed', path: '/taken' })]);
    act('x', 'retry');
    expect(said).toEqual(['expect a /taken (2) x']);
    expect(store.getState().persisted.downloads[0]).toMatchObject({ path: '/taken (2)' });
  });

  it('B22 deletes what came of one that is not wanted any more', () => {
    const { said, store, act } = setUp([
      aDownload('x', { path: '/x', ...paused }),
      aDownload('y', { path: '/y', state: 'failed' }),
      aDownload('z', { path: '/z', state: 'failed' }),
    ]);
    act('x', 'cancel');
    act('y', 'forget');
    store.dispatch({ kind: 'downloads-cleared' });
    expect(said).toEqual(['discard /x true', 'discard /y false', 'discard /z false']);
    expect(store.getState().persisted.downloads).toEqual([]);
  });
});
