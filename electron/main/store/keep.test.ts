import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyPersisted, type Persisted } from '../../core/model/persisted';
import { createInitialState } from '../../core/state/app-state';
import { createAppStore } from './app-store';
import type { FileRole, LoadedPersisted } from './disk';
import { REWRITE_FIRST_MS, REWRITE_MAX_MS, startKeeping, WRITE_DELAY_MS } from './keep';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const loadedFrom = (source: LoadedPersisted['source'], raw?: object) => ({
  persisted: emptyPersisted,
  source,
  onDisk: { main: source === 'main' ? raw : undefined, backup: source === 'backup' ? raw : undefined },
});

/** Keeps a store over a disk that is a list of what was written; `disk.refuses` makes it throw. */
function keep(loaded: Pick<LoadedPersisted, 'persisted' | 'source' | 'onDisk'> = loadedFrom('empty')) {
  const written: [FileRole, object][] = [];
  const disk = {
    opened: 0,
    refuses: undefined as Error | undefined,
    refusesOnly: undefined as FileRole | undefined,
    slow: Promise.resolve(),
  };
  const store = createAppStore(createInitialState(loaded.persisted), (error) => expect.fail(String(error)));
  const keeping = startKeeping(
    store,
    {
      openWriter: async () => {
        disk.opened += 1;
        return {
          write: async (role, value) => {
            await disk.slow;
            if (disk.refuses !== undefined && (disk.refusesOnly ?? role) === role) throw disk.refuses;
            written.push([role, value]);
          },
        };
      },
    },
    loaded,
  );
  const place = (x: number): Persisted => {
    const bounds = { x, y: 0, width: 800, height: 600 };
    store.dispatch({ kind: 'window-placed', place: { bounds, maximized: false } });
    return store.getState().persisted;
  };
  const notices = () => store.getState().session.notices;
  return { written, disk, store, keeping, place, notices };
}

const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

describe('keeping', () => {
  it('K5 writes nothing, and opens nothing, while nothing kept has changed', async () => {
    const { written, disk, store, keeping } = keep(loadedFrom('main', emptyPersisted));
    store.dispatch({ kind: 'network-changed', online: false });
    store.dispatch({ kind: 'window-placed', place: emptyPersisted.window });
    await vi.advanceTimersByTimeAsync(60_000);
    await keeping.flush();
    expect(written).toEqual([]);
    expect(disk.opened).toBe(0);
  });

  it('K5 writes soon after a change, several at once, always the last', async () => {
    const { written, disk, place } = keep();
    place(1);
    place(2);
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS - 1);
    expect(disk.opened).toBe(0);
    const last = place(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual([['main', last]]);
  });

  it('K5 never waits longer, however often things change', async () => {
    const { written, place } = keep();
    for (let x = 1; x <= 100; x += 1) {
      place(x);
      await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS / 10);
    }
    expect(written.filter(([role]) => role === 'main').length).toBe(10);
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    expect(written.at(-1)).toMatchObject(['main', { window: { bounds: { x: 100 } } }]);
  });

  it('K5 writes a change made while the writer opens or writes', async () => {
    const { written, keeping, place } = keep();
    place(1);
    const flushing = keeping.flush();
    const last = place(2);
    await flushing;
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    expect(written.at(-1)).toEqual(['main', last]);
  });

  it('K8 flushes what is pending also behind a slow write, and stop flushes', async () => {
    const { written, disk, keeping, place } = keep();
    place(1);
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    disk.slow = new Promise((resolve) => setTimeout(resolve, 3_000));
    place(2);
    void keeping.flush();
    const second = place(3);
    const flushed = keeping.flush();
    expect(written).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_000);
    await flushed;
    expect(written.at(-1)).toEqual(['main', second]);
    const third = place(4);
    keeping.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(written.at(-1)).toEqual(['main', third]);
    const count = written.length;
    place(5);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written.length).toBe(count);
  });
});

describe('the backup', () => {
  it('K7 is what the file held before, as it was read, even of an older version', async () => {
    const asRead = { version: 0, old: 'shape' };
    const { written, place } = keep(loadedFrom('main', asRead));
    const first = place(1);
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    const second = place(2);
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    expect(written).toEqual([
      ['backup', asRead],
      ['main', first],
      ['backup', first],
      ['main', second],
    ]);
  });

  it('K7 that was used is put in the file’s place at once and not written again', async () => {
    const { written, place } = keep(loadedFrom('backup', { ...emptyPersisted }));
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    expect(written).toEqual([['main', emptyPersisted]]);
    place(1);
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    expect(written.slice(1)).toMatchObject([
      ['backup', emptyPersisted],
      ['main', { window: { bounds: { x: 1 } } }],
    ]);
  });

  it('K10 that cannot be written keeps the file from being touched', async () => {
    const { written, disk, place } = keep(loadedFrom('main', emptyPersisted));
    disk.refuses = full;
    disk.refusesOnly = 'backup';
    const changed = place(1);
    await vi.advanceTimersByTimeAsync(REWRITE_FIRST_MS * 4);
    expect(written).toEqual([]);
    disk.refuses = undefined;
    await vi.advanceTimersByTimeAsync(REWRITE_MAX_MS);
    expect(written).toEqual([
      ['backup', emptyPersisted],
      ['main', changed],
    ]);
  });

  it('K10 is not replaced by a file whose write failed', async () => {
    const { written, disk, place } = keep(loadedFrom('main', emptyPersisted));
    disk.refuses = full;
    disk.refusesOnly = 'main';
    place(1);
    await vi.advanceTimersByTimeAsync(REWRITE_FIRST_MS * 10);
    expect(written).toEqual([['backup', emptyPersisted]]);
  });
});

describe('a disk that refuses', () => {
  it('K10 is told once, tried again ever more slowly, and taken back when it works', async () => {
    const { written, disk, place, notices } = keep();
    disk.refuses = full;
    place(1);
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    const told = [{ kind: 'settings-not-saved', id: 'settings-not-saved', reason: 'ENOSPC' }];
    expect(notices()).toEqual(told);
    expect(vi.getTimerCount()).toBe(1);
    const last = place(2);
    await vi.advanceTimersByTimeAsync(REWRITE_FIRST_MS * 7);
    expect(notices()).toEqual(told);
    disk.refuses = undefined;
    await vi.advanceTimersByTimeAsync(REWRITE_FIRST_MS * 8);
    expect(written).toEqual([['main', last]]);
    expect(notices()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('K10 stays told of but dismissed, and never waits longer than its limit', async () => {
    const { disk, place, notices, store, written } = keep();
    disk.refuses = new Error('odd');
    place(1);
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    expect(notices()).toMatchObject([{ reason: 'odd' }]);
    store.dispatch({ kind: 'notice-dismissed', noticeId: 'settings-not-saved' });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(notices()).toEqual([]);
    disk.refuses = undefined;
    await vi.advanceTimersByTimeAsync(REWRITE_MAX_MS);
    expect(written.length).toBe(1);
  });

  it('K10 whose writer cannot even be opened is tried again', async () => {
    const store = createAppStore(createInitialState(emptyPersisted), (error) => expect.fail(String(error)));
    const tries = { count: 0 };
    const written: object[] = [];
    const openWriter = async () => {
      tries.count += 1;
      if (tries.count === 1) throw full;
      return { write: async (_: FileRole, value: object) => void written.push(value) };
    };
    startKeeping(store, { openWriter }, loadedFrom('empty'));
    store.dispatch({ kind: 'settings-changed', settings: { theme: 'dark' } });
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    expect(store.getState().session.notices).toMatchObject([
      { kind: 'settings-not-saved', reason: 'ENOSPC' },
    ]);
    await vi.advanceTimersByTimeAsync(REWRITE_FIRST_MS);
    expect(written).toMatchObject([{ settings: { theme: 'dark' } }]);
    expect(store.getState().session.notices).toEqual([]);
  });
});

it('K11 never writes what could not be read back', async () => {
  const { written, store, notices } = keep();
  store.dispatch({
    kind: 'window-placed',
    place: { bounds: { x: NaN, y: 0, width: 1, height: 1 }, maximized: false },
  });
  await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
  expect(written).toEqual([]);
  expect(notices()).toMatchObject([
    { kind: 'settings-not-saved', reason: expect.stringContaining('window.bounds.x') },
  ]);
  store.dispatch({ kind: 'window-placed', place: emptyPersisted.window });
  store.dispatch({ kind: 'settings-changed', settings: { theme: 'light' } });
  await vi.advanceTimersByTimeAsync(REWRITE_FIRST_MS);
  expect(written).toMatchObject([['main', { settings: { theme: 'light' } }]]);
  expect(notices()).toEqual([]);
});
