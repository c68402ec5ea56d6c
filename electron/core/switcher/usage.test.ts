import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEntry, found } from './switcher.test-support';
import {
  forgetUse,
  HALF_LIFE_MS,
  noteUse,
  nothingUsed,
  parseUsage,
  USED_MAX,
  USED_QUERIES_MAX,
  usageSchema,
  worthOf,
  type Usage,
} from './usage';

const DAY_MS = 24 * 3_600_000;
const note = (usage: Usage, name: string, query = '', nowMs = 0): Usage =>
  noteUse(usage, `channel::${name}`, query, nowMs);
const rooms = ['gear', 'gem', 'general'].map((name) => anEntry(name));

describe('use', () => {
  it('Y14 counts one, half after a week', () => {
    const usage = note(note(nothingUsed, 'gem', '', 0), 'gem', '', HALF_LIFE_MS);
    expect(usage[0]).toMatchObject({ score: 1.5, lastMs: HALF_LIFE_MS });
    expect(worthOf(usage[0]!, 2 * HALF_LIFE_MS)).toBe(0.75);
    expect(worthOf(usage[0]!, 0)).toBe(1.5);
  });

  it('Y9 Y14 has the often and lately used first among those that fit alike', () => {
    const often = note(note(nothingUsed, 'general'), 'general');
    expect(found(rooms, 'ge', { usage: often })[0]).toBe('general');
    const lately = note(often, 'gem', '', 3 * HALF_LIFE_MS);
    expect(found(rooms, 'ge', { usage: lately, nowMs: 3 * HALF_LIFE_MS })).toEqual([
      'gem',
      'general',
      'gear',
    ]);
    expect(found([...rooms, anEntry('x-ge')], 'ge', { usage: note(often, 'x-ge') })[0]).toBe('general');
  });

  it('Y14 is known of a thousand, those worth most', () => {
    const many = Array.from({ length: USED_MAX }, (_, index) => `room ${index}`);
    let usage = note(note(nothingUsed, 'old'), 'often', '', 1);
    for (let turn = 0; turn < 5; turn += 1) usage = note(usage, 'often', '', 2);
    for (const [index, name] of many.entries()) usage = note(usage, name, '', 3 + index);
    expect(usage).toHaveLength(USED_MAX);
    const names = new Set(usage.map(({ key }) => key));
    expect([names.has('channel::old'), names.has('channel::often'), names.has('channel::room 999')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('Y15 has what was picked twice after a query first, also on the way to it', () => {
    const once = note(nothingUsed, 'general', 'ge');
    const exact = [...rooms, anEntry('ge')];
    expect(found(exact, 'ge', { usage: once })[0]).toBe('ge');
    const twice = note(once, 'general', 'GE ', DAY_MS);
    const at = { usage: twice, nowMs: 2 * DAY_MS };
    expect(found(exact, 'ge', at)[0]).toBe('general');
    expect(found(exact, 'g', at)[0]).toBe('general');
    expect(found([...exact, anEntry('gen')], 'gen', at)[0]).toBe('gen');
    expect(found(exact, 'ge', { usage: twice, nowMs: 60 * DAY_MS })[0]).toBe('ge');
  });

  it('Y15 finds what was picked when mistyped, before what is not', () => {
    const usage = note(note(nothingUsed, 'general', 'gerena'), 'general', 'gerena');
    const other = Array.from({ length: 60 }, (_, index) => anEntry(`gerena ${index}`));
    expect(found([...other, anEntry('generall'), ...rooms], 'gerena', { usage, limit: 5 })[0]).toBe(
      'gerena 0',
    );
    const likely = note(note(nothingUsed, 'general', 'genreal'), 'general', 'genreal');
    const others = Array.from({ length: 60 }, (_, index) => anEntry(`genreal ${index}`));
    expect(found([...others, ...rooms], 'genreal', { usage: likely, limit: 5 })[0]).toBe('general');
  });

  it('Y15 knows the last queries of an entry', () => {
    let usage = nothingUsed;
    for (let index = 0; index < 20; index += 1) usage = note(usage, 'gem', `ge${index}`, index);
    expect(usage[0]?.queries).toHaveLength(USED_QUERIES_MAX);
    expect(usage[0]?.queries.at(-1)?.text).toBe('ge19');
  });

  it('Y16 what is noted can be read, whatever was noted', () => {
    const someMs = fc.oneof(fc.double({ min: 0, noNaN: true }), fc.constantFrom(Number.NaN, -1, 5e12));
    const some = fc.tuple(fc.string({ maxLength: 600 }), fc.string({ unit: 'binary' }), someMs);
    fc.assert(
      fc.property(fc.array(some), (notes) => {
        const usage = notes.reduce(
          (before, [key, query, nowMs]) => noteUse(before, key, query, nowMs),
          nothingUsed,
        );
        expect(usageSchema.safeParse(usage).error).toBeUndefined();
        expect(parseUsage(JSON.parse(JSON.stringify(usage)))).toEqual(usage);
      }),
    );
  });

  it('Y16 leaves out what is broken', () => {
    const usage = note(note(nothingUsed, 'gem', 'ge'), 'gear');
    expect(parseUsage([usage[0], null, { key: 'x' }, { ...usage[1], score: -1 }])).toEqual([usage[0]]);
    expect(parseUsage([usage[0], { ...usage[1], key: usage[0]?.key }])).toHaveLength(1);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Array.isArray(parseUsage(value))).toBe(true);
      }),
    );
  });

  it('Y16 forgets what is gone', () => {
    const usage = note(note(nothingUsed, 'gem'), 'gear');
    expect(forgetUse(usage, (key) => key.endsWith('gem')).map(({ key }) => key)).toEqual(['channel::gear']);
    expect(forgetUse(usage, () => false)).toBe(usage);
  });
});
