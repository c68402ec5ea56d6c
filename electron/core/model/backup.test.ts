import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import { parseBackup, toBackedUp, toRestored } from './backup';
import { emptyPersisted, type Persisted } from './persisted';

const sealed = {
  kind: 'foyer-backup',
  version: 1,
  madeAtMs: 5,
  kdf: { name: 'argon2id', memoryKiB: 65536, passes: 3, lanes: 1, salt: 'AAAA' },
  nonce: 'AAAA',
  body: 'AAAA',
};
const ask = (memoryKiB: number): string => JSON.stringify({ ...sealed, kdf: { ...sealed.kdf, memoryKiB } });

describe('what a file is', () => {
  it.each<[string, object]>([
    ['', { ok: false, reason: 'empty' }],
    ['\uFEFF\n', { ok: false, reason: 'empty' }],
    ['{"kind":"foyer-backup","version":1,"mad', { ok: false, reason: 'broken' }],
    ['{"kind":"foyer-backup","version":1,"madeAtMs":1}', { ok: false, reason: 'broken' }],
    ['{"kind":"foyer-backup","version":"one"}', { ok: false, reason: 'broken' }],
    ['{"kind":"foyer-backup","version":2,"madeAtMs":1}', { ok: false, reason: 'newer' }],
    ['{"kind":"foyer-rules","version":1}', { ok: false, reason: 'rules' }],
    ['{"kind":"of another"}', { ok: false, reason: 'foreign' }],
    ['{"services":[],"workspaces":[]}', { ok: false, reason: 'other-app' }],
    ['{}', { ok: false, reason: 'foreign' }],
    ['[]', { ok: false, reason: 'foreign' }],
    ['7', { ok: false, reason: 'foreign' }],
    [JSON.stringify(sealed), { ok: true, kind: 'sealed', backup: sealed }],
    ['{"version":3,"services":[],"settings":{}}', { ok: true, kind: 'open' }],
    // More than a machine may be asked for.
    [ask(2 ** 24), { ok: false, reason: 'broken' }],
  ])('E24 %j', (text, parsed) => {
    expect(parseBackup(text)).toMatchObject(parsed);
  });

  it('E24 never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        parseBackup(text);
      }),
    );
  });
});

const here: Persisted = {
  ...emptyPersisted,
  services: [aService('stays'), aService('goes')],
  activeServiceId: 'stays',
  window: { bounds: { x: 1, y: 2, width: 800, height: 600 }, maximized: true },
  credentials: [
    { serviceId: 'stays', sealed: 'x', takenAtMs: 1 },
    { serviceId: 'goes', sealed: 'y', takenAtMs: 1 },
  ],
  lock: { ...emptyPersisted.lock, idleMin: 30, biometrics: true },
  focus: { ...emptyPersisted.focus, now: { startedAtMs: 0, untilMs: null, end: 'moment', isPause: false } },
};

it('E21 nothing sealed, nothing of this machine’s and nothing of this moment is in a backup', () => {
  const kept = toBackedUp(here);
  expect(JSON.stringify(kept)).not.toContain('sealed');
  expect(kept).toEqual({
    ...emptyPersisted,
    services: here.services,
    activeServiceId: 'stays',
    lock: { ...emptyPersisted.lock, idleMin: 30 },
  });
});

it('E26 what is this machine’s or this moment’s stays; so do sign-ins of services that stay', () => {
  const backup = {
    ...emptyPersisted,
    services: [aService('stays'), aService('comes')],
    activeServiceId: 'comes',
  };
  const restored = toRestored(here, backup);
  expect(restored.services.map(({ id }) => id)).toEqual(['stays', 'comes']);
  expect(restored.credentials.map(({ serviceId }) => serviceId)).toEqual(['stays']);
  expect(restored.window).toEqual(here.window);
  expect(restored.focus.now).toEqual(here.focus.now);
  expect(restored.lock).toEqual({ ...emptyPersisted.lock, biometrics: true });
  const elsewhere = { ...backup, lock: { ...here.lock, idleMin: 5 } };
  expect(toRestored(emptyPersisted, elsewhere).lock).toEqual({ ...emptyPersisted.lock, idleMin: 5 });
});
