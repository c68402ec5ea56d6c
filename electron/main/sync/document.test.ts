import { expect, it } from 'vitest';
import { diffMade } from '../../core/sync/diff-made';
import type { Made, Thing } from '../../core/sync/made';
import { createSyncDocument, isUpdate, type SyncDocument } from './document';

const id = '0123456789abcdef';
const other = 'fedcba9876543210';
const aThing = (name: string, css = ''): Thing => ({ fields: { name }, lists: {}, texts: { css } });
const made = (...names: readonly string[]): Made =>
  new Map(names.map((name) => [`service/${name}`, aThing(name)]));
/** Makes it so; gives what tells the others. */
function set(document: SyncDocument, things: Made): Uint8Array {
  const update = document.edit(diffMade(document.made(), things));
  if (update === undefined) throw new Error('nothing was done');
  return update;
}

it('E52 what did not change is the same object as before', () => {
  const document = createSyncDocument(id);
  set(document, made('a', 'b'));
  const before = document.made();
  set(document, new Map([...before, ['service/a', aThing('A')]]));
  const after = document.made();
  expect(after.get('service/a')?.fields).toEqual({ name: 'A' });
  expect(after.get('service/b')).toBe(before.get('service/b'));
  expect(document.encode()).toBe(document.encode());
});

it('E51 what waits for others that did not come yet is in what is written down', () => {
  const there = createSyncDocument(other);
  const first = set(there, made('a'));
  const second = set(there, made('a', 'b'));
  const here = createSyncDocument(id);
  here.apply([second]);
  const again = createSyncDocument(id, here.encode());
  again.apply([first, first]);
  expect([...again.made().keys()].toSorted()).toEqual(['service/a', 'service/b']);
  expect(createSyncDocument(id, again.pack()).made()).toEqual(again.made());
});

it('E49 half of one that Yjs cannot take is not in it, and what comes after it is', () => {
  // What is removed: nothing, of a machine that nobody knows.
  const bad = new Uint8Array([0, 1, 172, 135, 184, 252, 182, 242, 7, 1, 0, 0]);
  expect(isUpdate(bad)).toBe(false);
  // One part of no length: Yjs takes it.
  expect(isUpdate(new Uint8Array([1, 1, 1, 0, 0, 0, 0]))).toBe(false);
  expect(isUpdate(new Uint8Array([1, 1, 1, 0, 0, 1, 0]))).toBe(true);
  const there = createSyncDocument(other);
  const good = set(there, made('a'));
  const here = createSyncDocument(id);
  set(here, made('b'));
  here.apply([bad, good]);
  expect([...here.made().keys()].toSorted()).toEqual(['service/a', 'service/b']);
  expect(createSyncDocument(id, here.encode()).made().size).toBe(2);
  expect(set(here, made('a', 'b', 'c')).length).toBeGreaterThan(0);
});

it('E51 what is written down says the same as all that was done, and does not grow with what is over', () => {
  const document = createSyncDocument(id);
  for (let turn = 0; turn < 40; turn += 1) {
    set(document, new Map([['service/a', aThing(`a${turn}`, `/* ${turn} */ ${'x'.repeat(10_000)}\n`)]]));
    expect(createSyncDocument(id, document.encode()).made()).toEqual(document.made());
    expect(document.encode().length).toBeLessThan(100_000);
  }
  expect(document.pack().length).toBeLessThan(20_000);
});
