import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { removeLeftovers, startLeftovers } from './leftovers';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-leftovers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const only =
  (...ids: readonly string[]) =>
  (_of: string, id: string): boolean =>
    ids.includes(id);

describe('removeLeftovers', () => {
  it('V7 deletes storage and icons of services that are not there, and nothing else', async () => {
    for (const name of ['service-gone', 'service-kept', 'shell']) {
      await mkdir(join(folder, 'Partitions', name, 'Local Storage'), { recursive: true });
      await writeFile(join(folder, 'Partitions', name, 'Cookies'), 'x');
    }
    await mkdir(join(folder, 'icons'));
    for (const name of ['gone.png', 'gone.png.new', 'kept.png', 'note.txt'])
      await writeFile(join(folder, 'icons', name), 'x');
    await removeLeftovers(folder, only('kept'));
    expect((await readdir(join(folder, 'Partitions'))).toSorted()).toEqual(['service-kept', 'shell']);
    expect((await readdir(join(folder, 'icons'))).toSorted()).toEqual(['kept.png', 'note.txt']);
  });

  it('V7 asks before each what is kept by then', async () => {
    await mkdir(join(folder, 'Partitions', 'service-gone'), { recursive: true });
    await mkdir(join(folder, 'icons'));
    for (const name of ['gone.png', 'new.png']) await writeFile(join(folder, 'icons', name), 'x');
    const kept = new Set<string>();
    await removeLeftovers(folder, (of, id) => {
      // Added while the first of what is left over is being deleted.
      if (of === 'storages') kept.add('new');
      return kept.has(id);
    });
    expect(await readdir(join(folder, 'Partitions'))).toEqual([]);
    expect(await readdir(join(folder, 'icons'))).toEqual(['new.png']);
  });

  it('V7 is content with a folder in which there is nothing yet', async () => {
    await expect(removeLeftovers(folder, only())).resolves.toBeUndefined();
  });
});

describe('startLeftovers', () => {
  const createStore = () =>
    createAppStore(aState([aService('kept')]), (error) => {
      throw error;
    });

  it('V7 deletes once the shell is drawn, and nothing of a service added meanwhile', async () => {
    const partitions = join(folder, 'Partitions');
    for (const name of ['service-gone', 'service-kept', 'service-new'])
      await mkdir(join(partitions, name), { recursive: true });
    const store = createStore();
    const stop = startLeftovers(store, { folder, isComplete: true });
    store.dispatch({ kind: 'service-added', service: aService('new') });
    expect(await readdir(partitions)).toHaveLength(3);
    store.dispatch({ kind: 'shell-painted' });
    await vi.waitFor(async () =>
      expect((await readdir(partitions)).toSorted()).toEqual(['service-kept', 'service-new']),
    );
    stop();
  });

  it('V7 deletes nothing of a service added, or removed for now, while it deletes', async () => {
    const icons = join(folder, 'icons');
    await mkdir(icons);
    for (const name of ['gone.png', 'brief.png', 'new.png']) await writeFile(join(icons, name), 'x');
    const store = createStore();
    startLeftovers(store, { folder, isComplete: true });
    store.dispatch({ kind: 'shell-painted' });
    // It has begun: the folders are being read.
    store.dispatch({ kind: 'service-added', service: aService('new') });
    store.dispatch({ kind: 'service-added', service: aService('brief') });
    store.dispatch({ kind: 'service-removed', serviceId: 'brief' });
    await vi.waitFor(async () => expect((await readdir(icons)).toSorted()).toEqual(['brief.png', 'new.png']));
  });

  it('R44 keeps what a service that is gone began while another one uses it', async () => {
    const partitions = join(folder, 'Partitions');
    for (const name of ['service-began', 'service-gone', 'service-kept'])
      await mkdir(join(partitions, name), { recursive: true });
    const store = createAppStore(aState([aService('kept', { storageOf: 'began' })]), (error) => {
      throw error;
    });
    startLeftovers(store, { folder, isComplete: true });
    store.dispatch({ kind: 'shell-painted' });
    await vi.waitFor(async () =>
      expect((await readdir(partitions)).toSorted()).toEqual(['service-began', 'service-kept']),
    );
  });

  it('R44 keeps the storage that a service has since it left what it began, and that only while another uses it', async () => {
    const partitions = join(folder, 'Partitions');
    const icons = join(folder, 'icons');
    for (const name of ['service-left', 'service-own', 'service-fresh'])
      await mkdir(join(partitions, name), { recursive: true });
    await mkdir(icons);
    await writeFile(join(icons, 'left.png'), 'x');
    const services = [aService('left', { ownStorage: 'own' }), aService('other')];
    const store = createAppStore(aState(services), (error) => {
      throw error;
    });
    startLeftovers(store, { folder, isComplete: true });
    const set = { kind: 'service-storage-set', serviceId: 'other', withId: 'left', freshId: 'none' } as const;
    store.dispatch(set);
    store.dispatch({ ...set, serviceId: 'left', withId: null, freshId: 'fresh' });
    store.dispatch({ kind: 'shell-painted' });
    await vi.waitFor(async () =>
      expect((await readdir(partitions)).toSorted()).toEqual(['service-fresh', 'service-own']),
    );
    expect(await readdir(icons)).toEqual(['left.png']);
  });

  it('V7 does not even listen when the list of services is not the last one written', () => {
    const store = createStore();
    const onAction = vi.spyOn(store, 'onAction');
    startLeftovers(store, { folder, isComplete: false });
    expect(onAction).not.toHaveBeenCalled();
  });
});
