import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { someFocus, someRule } from '../policy-arbitraries.test-support';
import { defaultFocus, defaultPass, type FocusSchedule } from './focus';
import type { Persisted } from './persisted';
import { importPolicy, parsePolicyFile, toPolicyFile } from './policy-file';

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
    const imported = importPolicy(here, file);
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
    const imported = importPolicy(here, toPolicyFile(there));
    expect(imported.rules).toEqual([rule('here', 'none')]);
    expect(imported.focus.schedules[0]?.services).toEqual({ kind: 'some', serviceIds: ['here'] });
    expect(imported.counts).toMatchObject({ rules: 1, skipped: 1 });
  });
});
