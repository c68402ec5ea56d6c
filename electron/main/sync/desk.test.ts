import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { aService } from '../../core/fixtures.test-support';
import { endAll, filesIn, namesOf, newFolder, passphrase, sit, syncOf } from './desk.test-support';

afterEach(endAll);

it('E41 E42 E48 E52 E54 the first begins, the second sees what comes and joins, both go on, one leaves', async () => {
  const place = await newFolder();
  await writeFile(join(place, 'holiday.jpg'), 'x');
  const a = await sit(place, ['team']);
  expect(await a.desk.chooseFolder()).toMatchObject({ kind: 'found', isNew: true, place });
  expect(await a.desk.begin({ passphrase: 'short', machineName: '' })).toEqual({
    kind: 'failed',
    reason: 'unfit',
  });
  expect(await a.desk.begin({ passphrase, machineName: ' Desk ' })).toEqual({ kind: 'begun' });
  await vi.waitFor(async () => expect(await filesIn(place)).toHaveLength(2));
  const files = await filesIn(place);

  const b = await sit(place, ['own']);
  expect(await b.desk.chooseFolder()).toMatchObject({ kind: 'found', isNew: false });
  expect(await b.desk.begin({ passphrase: 'wrong horse', machineName: '' })).toEqual({
    kind: 'failed',
    reason: 'wrong',
  });
  expect(await b.desk.begin({ passphrase, machineName: 'Laptop' })).toMatchObject({
    kind: 'offer',
    changes: { services: { come: ['team'], go: [], change: [] } },
  });
  expect(namesOf(b)).toEqual(['own']);
  expect(await b.desk.join()).toEqual({ kind: 'joined', copy: '/copy' });
  expect(namesOf(b).toSorted()).toEqual(['own', 'team']);
  await vi.waitFor(() => expect(namesOf(a).toSorted()).toEqual(['own', 'team']), { timeout: 5000 });
  b.store.dispatch({ kind: 'service-renamed', serviceId: 'team', name: 'Crew' });
  await vi.waitFor(
    () => expect(a.store.getState().persisted.services.map(({ name }) => name)).toContain('Crew'),
    {
      timeout: 5000,
    },
  );
  expect(syncOf(a)).toMatchObject({
    kind: 'on',
    isPaused: false,
    problem: null,
    machines: [
      { name: 'Desk', isThis: true },
      { name: 'Laptop', isThis: false },
    ],
    aside: [],
  });

  expect(await a.desk.pause(true)).toBe(true);
  expect(syncOf(a)).toMatchObject({ isPaused: true });
  a.store.dispatch({ kind: 'service-renamed', serviceId: 'own', name: 'Later' });
  await a.desk.pause(false);
  await vi.waitFor(
    () => expect(b.store.getState().persisted.services.map(({ name }) => name)).toContain('Later'),
    {
      timeout: 5000,
    },
  );
  const sealedBook = await readFile(join(a.folder, 'sync.json'), 'utf8');
  expect(sealedBook).toContain('"sealed"');

  expect([...a.problems, ...b.problems]).toEqual([]);
  await b.desk.leave(true);
  expect(syncOf(b)).toEqual({ kind: 'off' });
  expect(await readdir(b.folder)).toEqual([]);
  const owners = (await readdir(place)).flatMap((name) => /^foyer-([0-9a-f]{16})/.exec(name)?.[1] ?? []);
  expect([...new Set(owners)]).toEqual([/^foyer-([0-9a-f]{16})/.exec(files[0] ?? '')?.[1]]);
  expect(namesOf(b).toSorted()).toEqual(['own', 'team']);
});

it('E48 a place that fails between the offer and joining is told; nothing is begun, and nothing doubled later', async () => {
  const place = await newFolder();
  const a = await sit(place, ['team']);
  await a.desk.chooseFolder();
  await a.desk.begin({ passphrase, machineName: 'Desk' });
  await vi.waitFor(async () => expect(await filesIn(place)).toHaveLength(2));

  const failing: { now: 'list' | 'read' | undefined } = { now: undefined };
  const refused = { ok: false, reason: 'unreachable' } as const;
  const b = await sit(place, ['mine'], undefined, {
    wrap: (it) => ({
      ...it,
      list: async () => (failing.now === 'list' ? refused : it.list()),
      read: async (name) => (failing.now === 'read' ? refused : it.read(name)),
    }),
  });
  await b.desk.chooseFolder();
  expect(await b.desk.begin({ passphrase, machineName: '' })).toMatchObject({ kind: 'offer' });
  for (const kind of ['list', 'read'] as const) {
    failing.now = kind;
    expect(await b.desk.join()).toEqual({ kind: 'failed', reason: 'unreachable' });
    expect(await readdir(b.folder)).toEqual([]);
  }
  failing.now = undefined;
  expect(await b.desk.join()).toEqual({ kind: 'joined', copy: '/copy' });
  expect(namesOf(b).toSorted()).toEqual(['mine', 'team']);
});

it('E51 E52 goes on after a restart, with what was done while it was away; a place that is gone is told', async () => {
  const place = await newFolder();
  const a = await sit(place, ['team']);
  await a.desk.chooseFolder();
  await a.desk.begin({ passphrase, machineName: 'Desk' });
  await vi.waitFor(async () => expect(await filesIn(place)).toHaveLength(2));
  await a.desk.close(true);
  const again = await sit(place, ['team', 'wiki'], a.folder);
  await rm(place, { recursive: true });
  await again.desk.open(true);
  await vi.waitFor(() => expect(syncOf(again)).toMatchObject({ kind: 'on', problem: 'gone' }));
});

it.each([
  ['lost', []],
  ['older than what was agreed on', ['team', 'old']],
])('E56 what is kept here is %s: the others lose nothing, and it comes back', async (_what, left) => {
  const place = await newFolder();
  const a = await sit(place, ['team', 'wiki']);
  await a.desk.chooseFolder();
  await a.desk.begin({ passphrase, machineName: 'Desk' });
  a.store.dispatch({ kind: 'service-renamed', serviceId: 'team', name: 'Crew' });
  const b = await sit(place, []);
  await vi.waitFor(async () => expect(await filesIn(place)).toHaveLength(3));
  await b.desk.chooseFolder();
  await b.desk.begin({ passphrase, machineName: 'Laptop' });
  await b.desk.join();
  await a.desk.close(true);

  const again = await sit(place, left, a.folder);
  expect(await again.desk.open(false)).toBe(true);
  const wanted = [...new Set(['team', 'wiki', ...left])].toSorted();
  expect(namesOf(again).toSorted()).toEqual(wanted);
  const names = () => again.store.getState().persisted.services.map(({ name }) => name);
  expect(names()).toContain('Crew');
  again.store.dispatch({ kind: 'service-added', service: aService('new') });
  await vi.waitFor(() => expect(namesOf(b).toSorted()).toEqual([...wanted, 'new'].toSorted()), {
    timeout: 5000,
  });
  expect(b.store.getState().persisted.services.map(({ name }) => name)).toContain('Crew');
});

it('E54 locked in the middle of a round: it ends there, and unlocking goes on once it did', async () => {
  const place = await newFolder();
  const writes: string[] = [];
  const held: { release: () => void; until?: Promise<void> } = { release: () => undefined };
  held.until = new Promise((resolve) => {
    held.release = resolve;
  });
  const a = await sit(place, ['team'], undefined, {
    wrap: (it) => ({
      ...it,
      write: async (name, bytes) => {
        writes.push(name);
        await held.until;
        return it.write(name, bytes);
      },
    }),
  });
  a.store.dispatch({ kind: 'passphrase-set' });
  await a.desk.chooseFolder();
  await a.desk.begin({ passphrase, machineName: 'Desk' });
  await vi.waitFor(() => expect(writes).toHaveLength(1));
  a.store.dispatch({ kind: 'locked', why: 'asked' });
  const closed = a.desk.close(false);
  expect(await Promise.race([closed, Promise.resolve('waits')])).toBe('waits');
  const early = a.desk.open(true);
  a.store.dispatch({ kind: 'unlocked' });
  const opened = a.desk.open(true);
  held.release();
  await closed;
  expect(writes).toHaveLength(1);
  expect(await Promise.all([early, opened])).toEqual([true, true]);
  await vi.waitFor(async () => expect(await filesIn(place)).toHaveLength(2));
  await a.desk.close(true);
  expect(a.problems).toEqual([]);
  expect(writes.filter((name) => name.endsWith('.sync'))).toHaveLength(1);
});

it('E54 while it is locked nothing begins', async () => {
  const place = await newFolder();
  const a = await sit(place, ['team']);
  a.store.dispatch({ kind: 'passphrase-set' });
  await a.desk.chooseFolder();
  const begun = a.desk.begin({ passphrase, machineName: 'Desk' });
  a.store.dispatch({ kind: 'locked', why: 'asked' });
  expect(await begun).toMatchObject({ kind: 'failed' });
  expect(await a.desk.open(true)).toBe(false);
  expect([await readdir(a.folder), await readdir(place)]).toEqual([[], []]);
});
