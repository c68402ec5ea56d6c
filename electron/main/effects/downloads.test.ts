import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import type { Session } from 'electron/main';
import { describe, expect, it, vi } from 'vitest';
import { aState } from '../../core/fixtures.test-support';
import { defaultSettings, type Settings } from '../../core/model/settings';
import { createAppStore } from '../store/app-store';
import { handleDownloads, toFreePath } from './downloads';

describe('toFreePath', () => {
  it('V5 never overwrites', () => {
    const taken = new Set(['/d/a.txt', '/d/a (2).txt']);
    expect(toFreePath('/d', 'a.txt', (path) => taken.has(path))).toBe('/d/a (3).txt');
    expect(toFreePath('/d', 'b', () => false)).toBe('/d/b');
  });
});

describe('handleDownloads', () => {
  class Item extends EventEmitter {
    path = '';
    constructor(readonly name: string) {
      super();
    }
    readonly getFilename = () => this.name;
    readonly getURL = () => 'https://chat.test/file';
    readonly getSavePath = () => this.path;
    readonly setSavePath = (path: string) => (this.path = path);
    readonly setSaveDialogOptions = vi.fn();
  }
  function setUp(downloads: Settings['downloads']) {
    const store = createAppStore(aState([], { settings: { ...defaultSettings, downloads } }), (error) => {
      throw error;
    });
    const session = new EventEmitter();
    const clock = { nowMs: 0, ids: 0 };
    const refuse = vi.fn();
    const tell = vi.fn();
    const mark = vi.fn(() => Promise.resolve());
    handleDownloads(
      session as unknown as Session,
      store,
      () => `n${(clock.ids += 1)}`,
      () => clock.nowMs,
      { refuse, tell, mark },
    );
    const start = (name = 'a.txt') => {
      const item = new Item(name);
      const preventDefault = vi.fn();
      session.emit('will-download', { preventDefault }, item, {
        isDestroyed: () => false,
        getURL: () => 'https://chat.test/room',
      });
      return preventDefault.mock.calls.length === 0 ? item : undefined;
    };
    const notices = () => store.getState().session.notices;
    return { start, store, clock, refuse, tell, mark, notices };
  }
  const folder = { kind: 'folder', folder: '/not/there' } as const;

  it('V6 two at once where each is asked for, and room again when one ends', () => {
    const { start, refuse } = setUp({ kind: 'ask' });
    const first = start();
    expect(start()).toBeDefined();
    expect(start()).toBeUndefined();
    expect(refuse).toHaveBeenCalledExactlyOnceWith('download: too many');
    first?.emit('done', {}, 'completed');
    expect(start()).toBeDefined();
  });

  it('L54 none begins while it is locked where the system would ask, by name, over the lock', () => {
    const { start, store, refuse } = setUp({ kind: 'ask' });
    store.dispatch({ kind: 'passphrase-set' });
    store.dispatch({ kind: 'locked', why: 'asked' });
    expect(start()).toBeUndefined();
    expect(refuse).toHaveBeenCalledExactlyOnceWith('download: locked');
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
      ['n1', true],
      ['n2', true],
    ]);
    first?.emit('done', {}, 'cancelled');
    expect(tell.mock.lastCall).toEqual(['n1', false]);
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
});
