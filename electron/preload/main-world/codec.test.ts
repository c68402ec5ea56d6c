import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCodec } from './codec';
import { takePrimordials } from './primordials';
import { createTestWorld } from './test-world';

/** Exposes the codec of a world, which the last part otherwise takes away. */
function exposeCodec(key: string): void {
  const world = globalThis as unknown as Record<string, unknown>;
  world['codec'] = (world[key] as { codec: unknown }).codec;
}

interface Both {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

describe('P39 data survives as structured data', () => {
  const codec = createTestWorld([takePrimordials, addCodec, exposeCodec], []).run('codec') as Both;
  const again = (value: unknown): unknown => structuredClone(codec.decode(codec.encode(value)));

  it('P39 values of every kind', () => {
    const value = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: false,
      withTypedArray: false,
      withNullPrototype: false,
    });
    fc.assert(
      fc.property(value, (given) => {
        expect(again(given)).toEqual(structuredClone(given));
      }),
    );
  });

  it('P39 circles, shared members, -0, expressions, dates that are none, and a member named __proto__', () => {
    const circle: Record<string, unknown> = { zero: -0, expression: /a+/gi, never: new Date(Number.NaN) };
    circle['self'] = circle;
    const back = again(circle) as Record<string, unknown>;
    expect(back['self']).toBe(back);
    expect(Object.is(back['zero'], -0)).toBe(true);
    expect(String(back['expression'])).toBe('/a+/gi');
    expect(String(back['never'])).toBe('Invalid Date');
    const named = codec.decode(codec.encode(JSON.parse('{"__proto__":{"x":1}}'))) as object;
    expect(Object.keys(named)).toEqual(['__proto__']);
  });
});
