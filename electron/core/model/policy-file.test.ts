import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { someFocus, someRule } from '../policy-arbitraries.test-support';
import { importPolicy, type PolicyImport } from './import-policy';
import { defaultFocus, defaultPass, type FocusSchedule } from './focus';
import type { Persisted } from './persisted';
import { parsePolicyFile, toPolicyFile } from './policy-file';
import { RULES_MAX } from './rule';

const night: FocusSchedule = {
  id: 'night',
  name: 'Night',
  enabled: true,
  ranges: [],
  services: { kind: 'some', serviceIds: ['a', 'gone'] },
  pass: defaultPass,
};
const persisted = (changes: Partial<Persisted> = {}, ids = ['a', 'b']): Persisted =>
  aState(
    ids.map((id) => aService(id)),
    changes,
  ).persisted;
const rule = (serviceId: string, notify: 'all' | 'none') => ({
  scope: { kind: 'service', serviceId } as const,
  values: { notify },
});

function imports(...input: Parameters<typeof importPolicy>): Extract<PolicyImport, { readonly ok: true }> {
  const imported = importPolicy(...input);
  if (!imported.ok) throw new Error(imported.reason);
  return imported;
}

describe('the file of rules', () => {
  it('R5 is read back as it was written, whatever the rules', () => {
    fc.assert(
      fc.property(fc.array(someRule, { maxLength: 5 }), someFocus, (rules, focus) => {
        const file = toPolicyFile(persisted({ rules, focus }));
        expect(parsePolicyFile(JSON.stringify(file))).toEqual({ ok: true, file });
      }),
    );
  });

  it('R5 leaves out what lasts for a while', () => {
    const now = { startedAtMs: 1, untilMs: 2, end: 'duration', isPause: false } as const;
    expect(toPolicyFile(persisted({ focus: { ...defaultFocus, now } })).focus).not.toHaveProperty('now');
  });

  it.each([
    ['not JSON', '{', 'not-ours'],
    ['another program’s', '{"version":1}', 'not-ours'],
    ['a newer one', '{"kind":"foyer-rules","version":2}', 'newer'],
    ['a broken one', '{"kind":"foyer-rules","version":1,"rules":[]}', 'not-ours'],
  ])('R7 refuses %s', (_, text, reason) => {
    expect(parsePolicyFile(text)).toEqual({ ok: false, reason });
  });

  it('R7 never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parsePolicyFile(text).ok).toBe(false);
      }),
    );
  });

  it('R6 takes the place of rules and schedules with the same scope and id, and leaves the rest', () => {
    const here = persisted({
      rules: [rule('a', 'all'), rule('b', 'all')],
      focus: {
        ...defaultFocus,
        schedules: [
          { ...night, name: 'Old' },
          { ...night, id: 'lunch' },
        ],
      },
    });
    const file = toPolicyFile(
      persisted({
        rules: [rule('a', 'none')],
        focus: { ...defaultFocus, schedules: [night], hidesCounts: true },
      }),
    );
    const imported = imports(here, file);
    expect(imported.rules).toEqual([rule('b', 'all'), rule('a', 'none')]);
    expect(imported.focus.schedules.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'lunch Night',
      'night Night',
    ]);
    expect(imported.focus.hidesCounts).toBe(true);
    expect(imported.counts).toEqual({ rules: 1, schedules: 1, skipped: 0 });
  });

  it('R6 finds services by kind and address, and leaves out rules for others', () => {
    const there = persisted(
      { rules: [rule('a', 'none'), rule('gone', 'none')], focus: { ...defaultFocus, schedules: [night] } },
      ['a', 'gone'],
    );
    const here: Persisted = {
      ...persisted({}, []),
      services: [aService('here', { url: 'https://a.test/' })],
    };
    const imported = imports(here, toPolicyFile(there));
    expect(imported.rules).toEqual([rule('here', 'none')]);
    expect(imported.focus.schedules[0]?.services).toEqual({ kind: 'some', serviceIds: ['here'] });
    expect(imported.counts).toMatchObject({ rules: 1, skipped: 1 });
  });

  it('O10 finds the workspace of a schedule by id, else by name, else is for its services', () => {
    const work = { id: 'w', name: 'Work', serviceIds: ['a', 'b'], staysQuiet: false };
    const schedule = { ...night, services: { kind: 'workspace' as const, workspaceId: 'w' } };
    const focus = { ...defaultFocus, schedules: [schedule] };
    const file = toPolicyFile(
      persisted({ focus, workspaces: [work, { ...work, id: 'other', name: 'Other' }] }),
    );
    expect(file.workspaces).toEqual([work]);
    const found = (...workspaces: readonly (typeof work)[]) =>
      imports(persisted({ workspaces }), file).focus.schedules[0]?.services;
    expect(found({ ...work, name: 'Job' })).toEqual({ kind: 'workspace', workspaceId: 'w' });
    expect(found({ ...work, id: 'v' })).toEqual({ kind: 'workspace', workspaceId: 'v' });
    expect(found()).toEqual({ kind: 'some', serviceIds: ['a', 'b'] });
    expect(imports(persisted({}, ['c']), file).focus.schedules).toEqual([]);
  });

  it('R6 keeps two accounts two: by name, else in their order, each found once', () => {
    const url = 'https://chat.test/';
    const there = {
      ...persisted({ rules: [rule('x', 'none'), rule('y', 'all'), rule('z', 'none')] }, []),
      services: [
        aService('x', { url }),
        aService('y', { url, name: 'Work' }),
        aService('z', { url, name: 'Third' }),
      ],
    };
    const here = {
      ...persisted({}, []),
      services: [aService('h1', { url, name: 'Work' }), aService('h2', { url, name: 'Home' })],
    };
    const imported = imports(here, toPolicyFile(there));
    expect(imported.rules).toEqual([rule('h2', 'none'), rule('h1', 'all')]);
    expect(imported.counts).toMatchObject({ rules: 2, skipped: 1 });
  });

  it('R6 takes the last where a file says a thing twice', () => {
    const pattern = (serviceId: string, text: string) =>
      ({ channelId: 'p', serviceId, name: 'P', kind: 'public', on: 'tag', how: 'is', text }) as const;
    const file = toPolicyFile(
      persisted({
        rules: [rule('a', 'none'), rule('a', 'all')],
        patterns: [pattern('a', 'old'), pattern('a', 'new')],
        focus: { ...defaultFocus, schedules: [night, { ...night, name: 'Late' }] },
      }),
    );
    const imported = imports(persisted({ patterns: [pattern('b', 'mine')] }), file);
    expect(imported.rules).toEqual([rule('a', 'all')]);
    expect(imported.patterns).toEqual([pattern('b', 'mine'), pattern('a', 'new')]);
    expect(imported.focus.schedules.map(({ name }) => name)).toEqual(['Late']);
    expect(imported.counts).toEqual({ rules: 1, schedules: 1, skipped: 0 });
  });

  it('R6 leaves out a schedule for services none of which is here', () => {
    const file = toPolicyFile(persisted({ focus: { ...defaultFocus, schedules: [night] } }));
    const imported = imports(persisted({}, ['b']), file);
    expect([imported.focus.schedules, imported.counts.skipped]).toEqual([[], 1]);
  });

  it('R7 refuses what would be more than is kept, rather than drop the oldest', () => {
    const rules = Array.from({ length: RULES_MAX }, (_, index) => ({
      scope: {
        kind: 'channel',
        serviceId: 'a',
        channelId: `c${index}`,
        name: '',
        channelKind: 'public',
      } as const,
      values: { sound: false },
    }));
    const file = toPolicyFile(persisted({ rules: [rule('a', 'none')] }));
    expect(importPolicy(persisted({ rules }), file)).toEqual({ ok: false, reason: 'too-many' });
    expect(importPolicy(persisted({ rules: rules.slice(1) }), file).ok).toBe(true);
  });
});
