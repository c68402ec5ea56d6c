import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import type { Session } from 'electron/main';
import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { defaultSettings, type Settings } from '../../core/model/settings';
import { createAppStore } from '../store/app-store';
import { createDownloadDesk } from './downloads';
import { toFreePath } from './free-path';

describe('toFreePath', () => {
  it('V5 never overwrites', () => {
    const taken = new Set(['/d/a.txt', '/d/a (2).txt']);
    expect(toFreePath('/d', 'a.txt', (path) => taken.has(path))).toBe('/d/a (3).txt');
    expect(toFreePath('/d', 'b', () => false)).toBe('/d/b');
  });
});

describe('the downloads of services', () => {
  class Item extends EventEmitter {
    path = '';
    received = 0;
    readonly did: string[] = [];
    constructor(readonly name: string) {
      super();
    }
    readonly getFilename = () => this.name;
    readonly getURL = () => 'https://chat.test/file';
    readonly getURLChain = () => ['https://chat.test/file'];
    readonly getMimeType = () => 'text/plain';
    readonly getETag = () => '"1"';
    readonly getLastModifiedTime = () => '';
    readonly getTotalBytes = () => 1000;
    readonly getReceivedBytes = () => this.received;
    readonly getCurrentBytesPerSecond = () => 10;
    readonly getSavePath = () => this.path;
    readonly setSavePath = (path: string) => (this.path = path);
    readonly setSaveDialogOptions = vi.fn();
    readonly resume = () => void this.did.push('resume');
    readonly pause = () => void this.did.push('pause');
    readonly cancel = () => {
      this.did.push('cancel');
      this.emit('done', {}, 'cancelled');
    };
  }
  function setUp(downloads: Settings['downloads']) {
    const store = createAppStore(
      aState([aService('a')], { settings: { ...defaultSettings, downloads } }),
      (error) => {
        throw error;
      },
    );
    const session = new EventEmitter();
    const clock = { nowMs: 0, ids: 0 };
    const refuse = vi.fn();
    const tell = vi.fn();
    const mark = vi.fn(() => Promise.resolve());
    const files = {
      exists: () => false,
      saveAside: vi.fn(),
      bringBack: (path: string) => ({ path, bytes: 0 }),
      discard: () => undefined,
      room: () => ({ freeBytes: 10, canWrite: true }),
    };
    const desk = createDownloadDesk({
      store,
      newId: () => `n${(clock.ids += 1)}`,
      nowMs: () => clock.nowMs,
      refuse,
      tell,
      mark,
      files,
    });
    desk.guard(() => 'a', session as unknown as Session);
    const start = (name = 'a.txt', path = '') => {
      const item = new Item(name);
      item.path = path;
      const preventDefault = vi.fn();
      session.emit('will-download', { preventDefault }, item, {
        isDestroyed: () => false,
        getURL: () => 'https://chat.test/room',
      });
      return preventDefault.mock.calls.length === 0 ? item : undefined;
    };
    const notices = () => store.getState().session.notices;
    const kept = () => store.getState().persisted.downloads;
    const progress = () => store.getState().session.downloads;
    return { store, desk, files, start, clock, refuse, tell, mark, notices, kept, progress };
  }
  const folder = { kind: 'folder', folder: '/not/there' } as const;

  it('V6 two at once where each is asked for, and room again when one ends', () => {
    const { start, refuse } = setUp({ kind: 'ask' });
    const first = start();
    expect(start()).toBeDefined();
    expect(start()).toBeUndefined();
    expect(refuse).toHaveBeenCalledExactlyOnceWith('a', 'download: too many');
    first?.emit('done', {}, 'completed');
    expect(start()).toBeDefined();
  });

  it('L54 none begins while it is locked where the system would ask, by name, over the lock', () => {
    const { start, store, refuse } = setUp({ kind: 'ask' });
    store.dispatch({ kind: 'passphrase-set' });
    store.dispatch({ kind: 'locked', why: 'asked' });
    expect(start()).toBeUndefined();
    expect(refuse).toHaveBeenCalledExactlyOnceWith('a', 'download: locked');
    store.dispatch({ kind: 'unlocked' });
    expect(start()).toBeDefined();
  });

  it('V6 ten in a row to a folder, then one a second', () => {
    const { start, clock, refuse } = setUp(folder);
    for (let index = 0; index < 10; index += 1) start()?.emit('done', {}, 'completed');
    expect(start()).toBeUndefined();
    expect(refuse).toHaveBeenCalledOnce();
    clock.nowMs += 1_000;
    expect(start()).toBeDefined();
  });

  it('V5 two of the same name at once do not become one file', () => {
    const { start } = setUp(folder);
    expect([start('../a.txt')?.path, start('a.txt')?.path]).toEqual([
      join('/not/there', 'a.txt'),
      join('/not/there', 'a (2).txt'),
    ]);
  });

  it('Z25 tells when one begins and when it is over, however it ends, and of none that is refused', () => {
    const { start, tell } = setUp({ kind: 'ask' });
    const [first] = [start(), start(), start()];
    expect(tell.mock.calls).toEqual([
      ['a', 'n1', true],
      ['a', 'n2', true],
    ]);
    first?.emit('done', {}, 'cancelled');
    expect(tell.mock.lastCall).toEqual(['a', 'n1', false]);
  });

  it('V6 tells of one that ended, well or not, and not of a cancelled one', async () => {
    const { start, notices } = setUp(folder);
    start('a.txt')?.emit('done', {}, 'completed');
    start('b.txt')?.emit('done', {}, 'interrupted');
    start('c.txt')?.emit('done', {}, 'cancelled');
    await vi.waitFor(() => expect(notices()).toHaveLength(2));
    expect(notices()).toMatchObject([
      { kind: 'download-failed', fileName: 'b.txt' },
      { kind: 'download-done', fileName: 'a.txt' },
    ]);
  });

  it('W30 one that came whole is marked, then told; no other is marked', async () => {
    const { start, mark, notices } = setUp(folder);
    const marking = new EventEmitter();
    mark.mockReturnValueOnce(once(marking, 'done').then(() => undefined));
    start('b.txt')?.emit('done', {}, 'interrupted');
    start('c.txt')?.emit('done', {}, 'cancelled');
    start('a.txt')?.emit('done', {}, 'completed');
    expect(mark).toHaveBeenCalledExactlyOnceWith(
      join('/not/there', 'a.txt'),
      expect.objectContaining({ url: 'https://chat.test/file', pageUrl: 'https://chat.test/room' }),
    );
    expect(notices()).toHaveLength(1);
    marking.emit('done');
    await vi.waitFor(() => expect(notices()).toHaveLength(2));
  });

  it('W31 one that does something when it is opened is told as such', async () => {
    const { start, notices } = setUp(folder);
    start('bill.pdf.exe')?.emit('done', {}, 'completed');
    await vi.waitFor(() =>
      expect(notices()).toMatchObject([
        { kind: 'download-risky', fileName: 'bill.pdf.exe', risk: { kind: 'program', disguise: 'pdf' } },
      ]),
    );
  });

  it('B20 one is listed from its beginning, with how far it is, four times a second at most', () => {
    const { start, clock, kept, progress } = setUp(folder);
    const item = start();
    expect(kept()).toMatchObject([
      { id: 'n1', serviceId: 'a', fileName: 'a.txt', state: 'under-way', sizeBytes: 1000 },
    ]);
    for (const [atMs, received] of [
      [1000, 10],
      [1100, 20],
      [1300, 30],
    ] as const) {
      clock.nowMs = atMs;
      if (item !== undefined) item.received = received;
      item?.emit('updated', {}, 'progressing');
      expect(progress()['n1']?.receivedBytes).toBe(received === 20 ? 10 : received);
    }
  });

  it('B20 one that was asked for has its place once the person has said', () => {
    const { start, kept } = setUp({ kind: 'ask' });
    const item = start();
    expect(kept()).toMatchObject([{ fileName: 'a.txt', path: '' }]);
    item?.setSavePath(join('/d', 'b.txt'));
    item?.emit('updated', {}, 'progressing');
    expect(kept()).toMatchObject([{ fileName: 'b.txt', path: join('/d', 'b.txt') }]);
  });

  it('B24 what came before it broke off is put aside, and why is said', () => {
    const { start, files, kept, progress, notices } = setUp(folder);
    const item = start();
    item?.emit('updated', {}, 'interrupted');
    expect(files.saveAside).toHaveBeenCalledExactlyOnceWith(join('/not/there', 'a.txt'));
    expect(item?.did).toEqual(['cancel']);
    expect(kept()).toMatchObject([{ state: 'failed', failure: 'disk-full', source: { eTag: '"1"' } }]);
    expect(progress()).toEqual({});
    expect(notices()).toMatchObject([{ kind: 'download-failed', fileName: 'a.txt' }]);
  });

  it('B23 when the app ends what came is put aside, and stays under way', () => {
    const { start, desk, files, kept } = setUp(folder);
    const item = start();
    desk.stop();
    item?.emit('done', {}, 'cancelled');
    expect(item?.did).toEqual(['pause']);
    expect(files.saveAside).toHaveBeenCalledExactlyOnceWith(join('/not/there', 'a.txt'));
    expect(kept()).toMatchObject([{ state: 'under-way' }]);
  });

  it('B23 one that is expected goes on as the one it was, whatever the rate is', () => {
    const { start, desk, store, kept } = setUp(folder);
    start()?.emit('updated', {}, 'interrupted');
    for (let index = 0; index < 9; index += 1) start();
    desk.expect('a', join('/not/there', 'a.txt'), 'n1');
    const again = start('a.txt', join('/not/there', 'a.txt'));
    expect(again?.did).toEqual(['resume']);
    expect(kept().filter(({ id }) => id === 'n1')).toMatchObject([{ state: 'under-way', failure: null }]);
    expect(store.getState().session.downloads['n1']).toBeDefined();
  });

  it('B25 a service’s own folder goes before that of all', () => {
    const { start, store } = setUp(folder);
    const own = { kind: 'folder', folder: '/own' } as const;
    store.dispatch({ kind: 'service-downloads-set', serviceId: 'a', downloads: own });
    expect(start()?.path).toBe(join('/own', 'a.txt'));
    store.dispatch({ kind: 'service-downloads-set', serviceId: 'a', downloads: null });
    expect(start()?.path).toBe(join('/not/there', 'a.txt'));
  });
});
