import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { aService } from '../../core/fixtures.test-support';
import { emptyPersisted } from '../../core/model/persisted';
import { noTweaks, tweaksOf } from '../../core/model/tweaks';
import { everything } from '../../core/sync/sync.test-support';
import { updateName } from './file-names';
import { readUpdates } from './look';
import { openFile } from './sealed-file';
import { added, madeOf, meet, placeOn, put, startMachine, type Machine } from './world.test-support';

const key = randomBytes(32);
const namesOf = (machine: Machine) => machine.kept().services.map(({ name }) => name);
const start = async (count = 2): Promise<readonly Machine[]> => {
  const machines = Array.from({ length: count }, () => startMachine(key));
  return machines;
};
const pair = async (): Promise<readonly [Machine, Machine]> => {
  const [a, b] = await start();
  if (a === undefined || b === undefined) throw new Error('no machines');
  a.act(added('team'));
  a.act({ kind: 'service-tweaked', serviceId: 'team', changes: { css: 'one\ntwo\nthree\n' } });
  await meet([a, b]);
  return [a, b];
};

it('E44 what is changed on two machines while apart is there on both, value by value', async () => {
  const [a, b] = await pair();
  a.act({ kind: 'service-renamed', serviceId: 'team', name: 'Crew' });
  b.act({ kind: 'service-count-set', serviceId: 'team', countInTotal: false });
  b.act({ kind: 'service-own-names-set', serviceId: 'team', ownNames: ['ann'] });
  a.act({ kind: 'service-own-names-set', serviceId: 'team', ownNames: ['bob'] });
  await meet([a, b]);
  expect(a.kept().services[0]).toMatchObject({ name: 'Crew', countInTotal: false });
  expect(a.kept().services[0]?.ownNames.toSorted()).toEqual(['ann', 'bob']);
  expect(madeOf(a)).toEqual(madeOf(b));
});

it('E45 styles are merged line by line', async () => {
  const [a, b] = await pair();
  const tweak = (machine: Machine, css: string) =>
    machine.act({ kind: 'service-tweaked', serviceId: 'team', changes: { css } });
  tweak(a, 'zero\none\ntwo\nthree\n');
  tweak(b, 'one\nTWO\nthree\nfour\n');
  await meet([a, b]);
  expect(tweaksOf(a.kept().tweaks, 'team').css).toBe('zero\none\nTWO\nthree\nfour\n');
  expect(madeOf(a)).toEqual(madeOf(b));
});

it('E46 a removal reaches all; what somebody changed meanwhile brings it back whole, on all', async () => {
  const [a, b] = await pair();
  const rule = {
    kind: 'rule-set',
    scope: { kind: 'service', serviceId: 'team' },
    values: { sound: false },
  } as const;
  a.act(rule);
  await meet([a, b]);
  a.act({ kind: 'service-removed', serviceId: 'team' });
  a.act({ kind: 'service-removal-final', serviceId: 'team' });
  b.act({ kind: 'service-renamed', serviceId: 'team', name: 'Kept' });
  await meet([a, b]);
  expect(namesOf(a)).toEqual(['Kept']);
  expect(a.kept().rules).toHaveLength(1);
  expect(tweaksOf(a.kept().tweaks, 'team').css).toBe('one\ntwo\nthree\n');
  b.act({ kind: 'service-removed', serviceId: 'team' });
  await meet([a, b]);
  expect(namesOf(a)).toEqual([]);
  b.act({ kind: 'service-removal-undone', serviceId: 'team' });
  await meet([a, b]);
  expect(namesOf(a)).toEqual(['Kept']);
  expect(madeOf(a)).toEqual(madeOf(b));
});

it('E46 a rule of a removed service that is made anew begins anew', async () => {
  const [a, b] = await pair();
  const scope = { kind: 'service', serviceId: 'team' } as const;
  a.act({ kind: 'rule-set', scope, values: { sound: false, preview: 'nothing' } });
  await meet([a, b]);
  b.act({ kind: 'rule-set', scope, values: {} });
  await meet([a, b]);
  expect(a.kept().rules).toEqual([]);
  a.act({ kind: 'rule-set', scope, values: { notify: 'none' } });
  await meet([a, b]);
  expect(b.kept().rules).toEqual([{ scope, values: { notify: 'none' } }]);
});

it('E48 a machine that joins with services of its own doubles none and loses none', async () => {
  const a = startMachine(key, everything);
  await a.round();
  const own = aService('mine', { recipeId: 'rocketchat', name: 'team', url: 'https://team.test/' });
  const kept = {
    ...emptyPersisted,
    services: [own, aService('only-here')],
    activeServiceId: 'mine',
    tweaks: [{ ...noTweaks('only-here'), css: 'mine' }],
  };
  const there = await readUpdates(placeOn(a.folder, { bytes: undefined }), key);
  const b = startMachine(key, kept, there.ok ? there.value : []);
  expect(
    b
      .kept()
      .services.map(({ id }) => id)
      .toSorted(),
  ).toEqual(['mine', 'only-here', 'wiki']);
  await meet([a, b]);
  expect(namesOf(a).toSorted()).toEqual(['only-here', 'team', 'wiki']);
  expect(namesOf(b)).toEqual(namesOf(a));
  expect(tweaksOf(b.kept().tweaks, 'mine').css).toBe('body {\n  color: red;\n}\n');
  expect(b.kept().activeServiceId).toBe('mine');
  b.act({ kind: 'service-renamed', serviceId: 'mine', name: 'Crew' });
  await meet([a, b]);
  expect(a.kept().services.find(({ id }) => id === 'team')?.name).toBe('Crew');
});

it('E49 a file that is torn, foreign or another’s is set aside with the reason, and read once it is whole', async () => {
  const [a, b] = await pair();
  const id = a.book().machineId;
  a.act(added('wiki'));
  await a.round();
  const name = updateName(id, a.book().number);
  const whole = a.folder.get(name)?.bytes ?? new Uint8Array();
  put(b.folder, name, whole.subarray(0, 40));
  put(b.folder, name.replace('.sync', ' (conflict).sync'), whole);
  put(b.folder, updateName('0123456789abcdef', 1), Buffer.from('a picture'));
  put(b.folder, updateName(id, 99), whole);
  put(b.folder, 'holiday.jpg', whole);
  await b.round();
  const asides = () => b.book().aside.map((one) => [one.name, one.why]);
  expect(asides()).toEqual(
    expect.arrayContaining([
      [name, 'torn'],
      [name.replace('.sync', ' (conflict).sync'), 'foreign'],
      [updateName('0123456789abcdef', 1), 'foreign'],
      [updateName(id, 99), 'torn'],
    ]),
  );
  expect(asides()).toHaveLength(4);
  expect(namesOf(b)).toEqual(['team']);
  put(b.folder, name, whole);
  await b.round();
  expect(namesOf(b)).toEqual(['team', 'wiki']);
  expect(b.folder.has(name.replace('.sync', ' (conflict).sync'))).toBe(true);
  expect(asides()).toHaveLength(3);
});

it('E50 many files of a machine become one; what is gone or cut in the place is written anew', async () => {
  const [a, b] = await pair();
  for (let index = 0; index < 60; index += 1) {
    a.act({ kind: 'service-renamed', serviceId: 'team', name: `Name ${index}` });
    await a.round();
  }
  const own = () =>
    [...a.folder.keys()].filter((name) => name.includes(a.book().machineId) && name.endsWith('.sync'));
  expect(own().length).toBeLessThan(30);
  for (const name of own()) a.folder.delete(name);
  await a.round();
  expect(own()).toHaveLength(1);
  await meet([a, b]);
  expect(namesOf(b)).toEqual(['Name 59']);
});

it('E51 a machine that ends in the middle of writing loses nothing and doubles nothing', async () => {
  const [a, b] = await pair();
  a.act({ kind: 'service-tweaked', serviceId: 'team', changes: { css: 'one\ntwo\nand a half\nthree\n' } });
  a.cutNext(70);
  await a.round();
  a.crash();
  await meet([a, b]);
  expect(tweaksOf(b.kept().tweaks, 'team').css).toBe('one\ntwo\nand a half\nthree\n');
  expect(a.book().aside).toEqual([]);
  expect(madeOf(a)).toEqual(madeOf(b));
});

it('E47 the clock of no machine decides anything', async () => {
  const [a, b] = await pair();
  a.setClock(4e12);
  b.setClock(-4e12);
  a.act({ kind: 'service-renamed', serviceId: 'team', name: 'From the future' });
  await meet([a, b]);
  b.act({ kind: 'service-renamed', serviceId: 'team', name: 'From the past' });
  await meet([a, b]);
  expect(namesOf(a)).toEqual(['From the past']);
});

it('E42 nothing of what the person made can be read in a file', async () => {
  const a = startMachine(key, everything);
  await a.round();
  for (const [name, { bytes }] of a.folder) {
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/team|Evening|Day job|rocketchat/);
    if (!name.endsWith('.sync')) continue;
    expect(openFile(bytes, name, key).kind).toBe('good');
    expect(openFile(bytes, name, randomBytes(32))).toEqual({ kind: 'aside', why: 'other-key' });
  }
});
