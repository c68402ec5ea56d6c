import process from 'node:process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { bytesLike } from './mutate-bytes';
import { textsLike } from './mutate-text';
import { jsonLike, placesOf, toJson, valuesLike } from './mutate-value';
import { runTarget } from './run-target';
import { samplesOf } from './samples-of';
import { lineTargetOf, targetOf } from './target';

const sample = { kind: 'x', list: [{ id: 1 }], more: { deep: 'text' } };
const many = <T>(inputs: fc.Arbitrary<T>): readonly T[] => fc.sample(inputs, { seed: 1, numRuns: 3000 });

describe('inputs', () => {
  it('W201 makes a text also of what no text can hold', () => {
    const long = 'x'.repeat(2 ** 27);
    expect(toJson(Array.from({ length: 8 }, () => long))).toContain('Invalid string length');
    expect(toJson({ one: 1n })).toBe('{"one":"1"}');
    expect(toJson(undefined)).toBe('undefined');
  });

  it('W202 are the sample itself, and nearly all else one by one: gone, strange, too many, of another type', () => {
    const made = many(valuesLike([sample]));
    const lists = made.map((one) =>
      typeof one === 'object' && one !== null ? Reflect.get(one, 'list') : one,
    );
    expect(made).toContainEqual(sample);
    expect(made).toContainEqual({ list: [{ id: 1 }], more: { deep: 'text' } });
    expect(lists.some((list) => Array.isArray(list) && list.length > 20)).toBe(true);
    expect(lists.some((list) => typeof list === 'string' && !list.isWellFormed())).toBe(true);
    expect(
      made.some((one) => typeof one === 'object' && one !== null && Object.hasOwn(one, '__proto__')),
    ).toBe(true);
    expect(sample).toEqual({ kind: 'x', list: [{ id: 1 }], more: { deep: 'text' } });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('W202 of text and of files are the samples, cut, repeated and with strange parts', () => {
    const texts = many(textsLike(['abc'], ['++']));
    expect(texts).toEqual(expect.arrayContaining(['abc', 'ab', 'bc', '++abc', '']));
    expect(many(jsonLike([sample])).filter((text) => text === JSON.stringify(sample)).length).toBeGreaterThan(
      1,
    );
    const files = many(bytesLike([Buffer.from('abcd')])).map(String);
    expect(files).toEqual(expect.arrayContaining(['abcd', 'abc', '']));
  });

  it('W202 places are all members of all members', () => {
    expect(placesOf(sample).map((path) => path.join('.'))).toEqual([
      ...['', 'kind', 'list', 'list.0', 'list.0.id', 'more', 'more.deep'],
    ]);
  });

  it('W202 samples of a schema are one for each way it can be', () => {
    const schema = z.object({
      kind: z.enum(['a', 'b']),
      id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
      more: z.optional(z.array(z.union([z.literal(7), z.null()]))),
    });
    expect(samplesOf(schema)).toEqual([
      { kind: 'a', id: 'a1', more: [7, null] },
      { kind: 'b', id: 'a1', more: [] },
    ]);
    expect(samplesOf(z.string().check(z.regex(/^never$/)))).toEqual([]);
  });
});

describe('a parser that is tried', () => {
  it('W203 is broken by the least that breaks it, the same for the same seed', async () => {
    const target = targetOf('texts', textsLike(['abcdef', 'ghijkl'], ['!']), (text) => {
      if (text.includes('!')) throw new Error('no');
    });
    const [first, second] = [await runTarget(target, 5000, 3), await runTarget(target, 5000, 3)];
    expect(first.broken).toMatchObject({ seed: 3, reason: expect.stringContaining('Error: no') });
    expect(String(first.broken?.input).length).toBeLessThan(9);
    expect(second.broken?.input).toEqual(first.broken?.input);
  });

  it('W203 is broken by what gives all objects a member', async () => {
    const target = targetOf('prototypes', valuesLike([{ name: 'x' }]), (value) => {
      const [name, one] = Object.entries(value ?? {})[0] ?? [];
      if (name === '__proto__') Reflect.set(Object.prototype, 'isAdmin', one);
    });
    const { broken } = await runTarget(target, 20_000, 3);
    expect(broken?.reason).toContain('every object has a member isAdmin now');
    expect('isAdmin' in {}).toBe(false);
  });

  it('W203 is broken by what takes too long, and counts the frames of a line', async () => {
    const slow = targetOf(
      'slow',
      fc.constant(70),
      (leastMs) => {
        const start = process.cpuUsage();
        const startMs = performance.now();
        const tookMs = (): number =>
          Math.min(process.cpuUsage(start).user / 1000, performance.now() - startMs);
        // Asking for the time takes time of the system's, which does not count.
        while (tookMs() < leastMs) for (let at = 0; at < 1_000_000; at += 1) Math.sqrt(at);
      },
      50,
    );
    expect((await runTarget(slow, 1, 3)).broken?.reason).toMatch(/took \d+ ms/);
    const line = lineTargetOf('line', textsLike(['x']), 40, () => Promise.resolve());
    expect((await runTarget(line, 10_000, 3)).inputs).toBeGreaterThanOrEqual(10_000);
  });
});
