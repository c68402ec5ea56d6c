import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import type { Service } from './service';
import {
  findStorageId,
  leaderOf,
  isOwnStorageTaken,
  membersOf,
  ownerAt,
  ownStorageIdOf,
  storageIdOf,
  storagesOf,
  togetherWith,
} from './storage-group';

const of = (id: string, changes: Partial<Service> = {}): Service => aService(id, changes);
const some = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    storageOf: fc.constantFrom(undefined, null, 'a', 'b', 'gone'),
    ownStorage: fc.constantFrom(undefined, null, 'a1', 'gone'),
    addedAtMs: fc.nat(2),
    enabled: fc.boolean(),
    url: fc.constantFrom('https://one.test/', 'https://two.test/x'),
  }),
  { selector: ({ id }) => id },
);

describe('who uses which storage', () => {
  it('R38 who left what it began has another one of its own', () => {
    const left = of('a', { ownStorage: 'a1' });
    const services = [left, of('b', { storageOf: 'a' }), of('c', { storageOf: 'a' })];
    expect(services.map(storageIdOf)).toEqual(['a1', 'a', 'a']);
    expect(togetherWith(services, 'a')).toEqual(['a']);
    expect([...storagesOf(services)].toSorted()).toEqual(['a', 'a1', 'b', 'c']);
    expect(services.map((one) => isOwnStorageTaken(services, one))).toEqual([false, false, false]);
    const joined = [...services, of('d', { storageOf: 'a1' })];
    expect(joined.map((one) => isOwnStorageTaken(joined, one))).toEqual([true, false, false, false]);
    expect(leaderOf(joined, 'a1')).toBe('a');
  });

  it('R38 goes by its name: nobody is moved by where another one signs in', () => {
    const services = [
      of('a', { storageOf: 'b' }),
      of('b', { storageOf: 'c' }),
      of('c'),
      of('d', { storageOf: 'gone' }),
    ];
    expect(services.map(storageIdOf)).toEqual(['b', 'c', 'c', 'gone']);
    expect(findStorageId(services, 'not-there')).toBe('not-there');
    expect(togetherWith(services, 'c')).toEqual(['c', 'b']);
    expect(togetherWith(services, 'not-there')).toEqual(['not-there']);
  });

  it('R38 each service uses one storage, whose members are those who use it; who leads is one of them', () => {
    fc.assert(
      fc.property(some, (services) => {
        for (const service of services) {
          const storageId = storageIdOf(service);
          const ids = membersOf(services, storageId).map(({ id }) => id);
          expect(ids).toContain(service.id);
          expect(togetherWith(services, service.id)).toEqual(ids);
          expect(ids).toContain(leaderOf(services, storageId));
          expect(membersOf(services.toReversed(), storageId).map(({ id }) => id)).toEqual(ids);
        }
        const all = [...new Set(services.map(storageIdOf))].flatMap((one) => membersOf(services, one));
        expect(all).toHaveLength(services.length);
      }),
    );
  });

  it('R40 what no page did is of a member, of one at that origin where one is on there', () => {
    fc.assert(
      fc.property(
        some,
        fc.constantFrom('https://one.test/w', 'https://three.test/', 'none'),
        (services, url) => {
          for (const storageId of new Set(services.map(storageIdOf))) {
            const owner = services.find(({ id }) => id === ownerAt(services, storageId, url, () => false));
            const members = membersOf(services, storageId);
            expect(members).toContain(owner);
            const there = members.filter((one) => one.enabled && url.startsWith(new URL(one.url).origin));
            expect(there.length === 0 ? members[0] : there[0]).toBe(owner);
          }
        },
      ),
    );
    expect(ownerAt([], 'gone', 'https://one.test/', () => true)).toBe('gone');
    const two = [of('a'), of('b', { storageOf: 'a' })];
    expect(ownerAt(two, 'a', 'https://w.b.test/', ({ id }) => id === 'b')).toBe('b');
  });

  it('R44 keeps what is used, and what is come back to', () => {
    fc.assert(
      fc.property(some, (services) => {
        const kept = storagesOf(services);
        for (const service of services)
          expect([...kept]).toEqual(expect.arrayContaining([ownStorageIdOf(service), storageIdOf(service)]));
      }),
    );
  });
});
