import { expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import { fromMade } from '../sync/from-made';
import { toMade, toShared } from '../sync/made';
import { toBackedUp, toRestored } from './backup';
import { emptyPersisted, parsePersisted } from './persisted';
import { storageIdOf } from './storage-group';

const services = [aService('a'), aService('b', { storageOf: 'a' })];

it('R45 what was kept or backed up before there was any such thing is read: each signs in alone', () => {
  const before = { ...emptyPersisted, services: [aService('a'), aService('b')], activeServiceId: 'a' };
  expect(JSON.stringify(before)).not.toContain('storageOf');
  const parsed = parsePersisted(JSON.parse(JSON.stringify(before)));
  expect(parsed).toEqual({ ok: true, persisted: before });
});

it('R45 it is in backups, and on the other machines', () => {
  const kept = { ...emptyPersisted, services, activeServiceId: 'a' };
  const parsed = parsePersisted(JSON.parse(JSON.stringify(toBackedUp(kept))));
  if (!parsed.ok) throw new Error(parsed.reason);
  expect(toRestored(emptyPersisted, parsed.persisted).services[1]?.storageOf).toBe('a');
  const there = fromMade(toMade(kept), toShared(emptyPersisted));
  expect(there.services.map(({ id, storageOf }) => [id, storageOf])).toEqual([
    ['a', undefined],
    ['b', 'a'],
  ]);
});

it('R45 the storage of who left what it began goes along', () => {
  const left = [aService('a', { ownStorage: 'a1' }), ...services.slice(1)];
  const kept = { ...emptyPersisted, services: left, activeServiceId: 'a' };
  const parsed = parsePersisted(JSON.parse(JSON.stringify(toBackedUp(kept))));
  if (!parsed.ok) throw new Error(parsed.reason);
  const restored = toRestored(emptyPersisted, parsed.persisted);
  const there = fromMade(toMade(kept), toShared(emptyPersisted));
  for (const one of [restored, there]) expect(one.services.map(storageIdOf)).toEqual(['a1', 'a']);
});

it('R45 what is no name of a storage is not taken', () => {
  const odd = {
    ...emptyPersisted,
    services: [{ ...aService('a'), storageOf: '../b' }],
    activeServiceId: 'a',
  };
  expect(parsePersisted(odd).ok).toBe(false);
});
