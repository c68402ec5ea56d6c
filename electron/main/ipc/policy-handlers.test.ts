import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { defaultFocus, defaultPass, type FocusSchedule } from '../../core/model/focus';
import { toPolicyFile } from '../../core/model/policy-file';
import type { Persisted } from '../../core/model/persisted';
import type { Action } from '../../core/state/actions';
import { createAppStore } from '../store/app-store';
import { createPolicyHandlers, type UserFiles } from './policy-handlers';
import { createRuleTableMaker } from './rule-table-maker';

const muted = { scope: { kind: 'service', serviceId: 'a' }, values: { notify: 'none' } } as const;

function setUp(persisted: Partial<Persisted> = {}, files: Partial<UserFiles> = {}) {
  const store = createAppStore(aState([aService('a')], persisted), (error) => {
    throw error;
  });
  const asked: Action[] = [];
  for (const kind of ['pause-requested', 'focus-requested'] as const)
    store.onAction(kind, (action) => asked.push(action));
  const clock = { nowMs: 1000 };
  const channels = { asked: 0, fails: false };
  const written: string[] = [];
  const handlers = createPolicyHandlers({
    store,
    files: {
      chooseToSave: () => Promise.resolve('/x/rules.json'),
      chooseToOpen: () => Promise.resolve('/x/rules.json'),
      write: (_, text) => {
        written.push(text);
        return Promise.resolve(undefined);
      },
      read: () => Promise.resolve({ ok: true, text: written[0] ?? '' }),
      ...files,
    },
    table: createRuleTableMaker({
      store,
      channels: () => {
        channels.asked += 1;
        return channels.fails ? Promise.reject(new Error('no inbox')) : Promise.resolve([]);
      },
      nowMs: () => clock.nowMs,
    }),
    newId: () => 'p1',
    nowMs: () => clock.nowMs,
  });
  return { store, asked, clock, channels, written, handlers };
}

describe('commands about rules', () => {
  it('R5 R6 what was exported is imported again', async () => {
    const from = setUp({ rules: [muted] });
    expect(await from.handlers['rules.export'](undefined)).toEqual({
      kind: 'saved',
      file: '/x/rules.json',
      count: 1,
    });
    const to = setUp({}, { read: () => Promise.resolve({ ok: true, text: from.written[0] ?? '' }) });
    expect(await to.handlers['rules.import'](undefined)).toMatchObject({
      kind: 'imported',
      rules: 1,
      skipped: 0,
    });
    expect(to.store.getState().persisted.rules).toEqual([muted]);
  });

  it.each<[string, Partial<UserFiles>, 'rules.export' | 'rules.import', object]>([
    [
      'not saved when cancelled',
      { chooseToSave: () => Promise.resolve(null) },
      'rules.export',
      { kind: 'cancelled' },
    ],
    [
      'a disk that is full',
      { write: () => Promise.resolve('disk-full') },
      'rules.export',
      { kind: 'failed', reason: 'disk-full' },
    ],
    [
      'not opened when cancelled',
      { chooseToOpen: () => Promise.resolve(null) },
      'rules.import',
      { kind: 'cancelled' },
    ],
    [
      'a file that cannot be read',
      { read: () => Promise.resolve({ ok: false, reason: 'unreadable' }) },
      'rules.import',
      { kind: 'failed', reason: 'unreadable' },
    ],
    [
      'a file that is none of ours',
      { read: () => Promise.resolve({ ok: true, text: '{}' }) },
      'rules.import',
      { kind: 'failed', reason: 'not-ours' },
    ],
    [
      'a file of a newer version',
      {
        read: () =>
          Promise.resolve({
            ok: true,
            text: JSON.stringify({ ...toPolicyFile(aState().persisted), version: 9 }),
          }),
      },
      'rules.import',
      { kind: 'failed', reason: 'newer' },
    ],
  ])('R7 says so: %s', async (_, files, name, expected) => {
    const { store, handlers } = setUp({ rules: [muted] }, files);
    expect(await handlers[name](undefined)).toEqual(expected);
    expect(store.getState().persisted.rules).toEqual([muted]);
  });

  it('R7 changes nothing where there would be more than is kept, and says so', async () => {
    const schedule = (id: string): FocusSchedule => ({
      id,
      name: id,
      enabled: true,
      ranges: [],
      services: { kind: 'all' },
      pass: defaultPass,
    });
    const some = (name: string): Partial<Persisted> => ({
      focus: { ...defaultFocus, schedules: Array.from({ length: 30 }, (_, index) => schedule(name + index)) },
    });
    const text = JSON.stringify(toPolicyFile(aState([aService('a')], some('there')).persisted));
    const { store, handlers } = setUp(some('here'), { read: () => Promise.resolve({ ok: true, text }) });
    const before = store.getState();
    expect(await handlers['rules.import'](undefined)).toEqual({ kind: 'failed', reason: 'too-many' });
    expect(store.getState()).toBe(before);
    void handlers['focus.change']({ schedules: [schedule('x'), { ...schedule('x'), name: 'last' }] });
    expect(store.getState().persisted.focus.schedules).toEqual([{ ...schedule('x'), name: 'last' }]);
  });

  it('Q9 asks the clock for what is to last a while, muting where nothing else is said', () => {
    const { asked, handlers } = setUp();
    const until = { kind: 'minutes', minutes: 60 } as const;
    void handlers['rule.pause']({ scope: { kind: 'everywhere' }, until });
    void handlers['focus.begin']({ until: null, isPause: true });
    expect(asked).toEqual([
      { kind: 'pause-requested', scope: { kind: 'everywhere' }, values: { preset: 'nothing' }, until },
      { kind: 'focus-requested', until: null, isPause: true },
    ]);
  });

  it('N21 explains what would become of a message for the person, for all, and of any other', async () => {
    const { handlers } = setUp({
      rules: [{ scope: { kind: 'service', serviceId: 'a' }, values: { preset: 'only-me' } }],
    });
    const explained = await handlers['rules.explain']({ serviceId: 'a', channelId: 'c1' });
    expect(explained.map(({ mention, decision }) => `${mention} ${decision.kind}`)).toEqual([
      'personal show',
      'group drop',
      'none drop',
    ]);
    expect(explained.every(({ trail }) => trail.length > 0)).toBe(true);
  });

  it('N23 a confirmed pattern becomes a channel with its rule', () => {
    const { store, handlers } = setUp();
    const pattern = { name: 'Dev', kind: 'public', on: 'title', how: 'contains', text: '#dev' } as const;
    void handlers['pattern.add']({ serviceId: 'a', pattern, values: { preset: 'nothing' } });
    const { patterns, rules } = store.getState().persisted;
    expect(patterns).toEqual([{ ...pattern, serviceId: 'a', channelId: 'pattern:p1' }]);
    expect(rules).toMatchObject([{ scope: { kind: 'channel', channelId: 'pattern:p1', name: 'Dev' } }]);
  });
});

describe('the table of rules in parts', () => {
  const ask = { text: '', sortBy: 'service', isDescending: false, offset: 0, limit: 1 } as const;

  it('R4 asks the inbox once for many parts, and anew after a while', async () => {
    const { clock, channels, handlers } = setUp({ rules: [muted] });
    expect(await handlers['rules.table'](ask)).toMatchObject({
      total: 2,
      rows: [{ scope: { kind: 'everywhere' } }],
    });
    const second = await handlers['rules.table']({ ...ask, offset: 1 });
    expect(second.rows).toMatchObject([{ name: 'a', notify: { value: 'none' } }]);
    expect(channels.asked).toBe(2);
    clock.nowMs += 5_000;
    await handlers['rules.table'](ask);
    expect(channels.asked).toBe(4);
  });

  it('R4 shows a change at once, and what the person set also where the inbox fails', async () => {
    const { store, channels, handlers } = setUp();
    channels.fails = true;
    await handlers['rules.table'](ask);
    store.dispatch({ kind: 'rule-set', ...muted });
    const { rows } = await handlers['rules.table']({ ...ask, offset: 1 });
    expect(rows[0]?.own).toEqual({ notify: 'none' });
  });
});
