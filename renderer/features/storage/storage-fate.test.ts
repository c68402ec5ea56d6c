import { describe, expect, it } from 'vitest';
import { aService } from '../../../e2e/support/shell-fixtures';
import { toStorageFate } from './storage-fate';

const of = (id: string, storageId: string, ownStorageId = id) =>
  aService(id, { name: id.toUpperCase(), storageId, ownStorageId });

describe('what is said before a service uses another storage', () => {
  it('R42 names those that use what it stored itself, also where only one that can come back does', () => {
    const a = of('a', 'c');
    expect(toStorageFate(a, [a, of('c', 'c')], [])).toEqual({ heirs: [], undoable: [], isLast: false });
    expect(toStorageFate(a, [a, of('b', 'a'), of('c', 'c')], [of('d', 'a')])).toEqual({
      heirs: ['B'],
      undoable: [],
      isLast: false,
    });
    expect(toStorageFate(a, [a, of('c', 'c')], [of('b', 'a'), of('d', 'd')])).toEqual({
      heirs: ['B'],
      undoable: ['B'],
      isLast: false,
    });
  });

  it('R44 says that what it is signed in with is deleted where nobody uses it or comes back to it', () => {
    const a = of('a', 'gone');
    expect(toStorageFate(a, [a, of('b', 'b')], []).isLast).toBe(true);
    expect(toStorageFate(a, [a, of('b', 'gone')], []).isLast).toBe(false);
    for (const removed of [of('gone', 'gone'), of('gone', 'b'), of('c', 'gone')])
      expect(toStorageFate(a, [a, of('b', 'b')], [removed])).toEqual({
        heirs: [],
        undoable: [removed.name],
        isLast: false,
      });
    const own = of('a', 'a');
    expect(toStorageFate(own, [own, of('b', 'b')], []).isLast).toBe(false);
  });
});
