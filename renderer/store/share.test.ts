import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from './share';

describe('share', () => {
  it('H29 keeps what did not change, whole or in part', () => {
    const before = {
      services: [
        { id: 'a', unread: { direct: 1 } },
        { id: 'b', unread: { direct: 0 } },
      ],
      page: 'x',
    };
    expect(share(before, structuredClone(before))).toBe(before);
    const after = structuredClone(before);
    const changed = share(before, { ...after, page: 'y' });
    expect(changed.services).toBe(before.services);
    const other = share(before, {
      ...after,
      services: [after.services[0], { id: 'b', unread: { direct: 3 } }],
    });
    expect(other.services).not.toBe(before.services);
    expect(other.services[0]).toBe(before.services[0]);
    expect(other.services[1]).toEqual({ id: 'b', unread: { direct: 3 } });
  });

  it('H29 gives what came, whatever was there before', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(share(before, after)).toEqual(after);
        expect(share(before, structuredClone(before))).toBe(before);
      }),
    );
    expect(share({ a: undefined }, {})).toEqual({});
    expect(Object.keys(share({ a: undefined }, {}))).toEqual([]);
    expect(share([1, 2], { 0: 1, 1: 2 })).toEqual({ 0: 1, 1: 2 });
  });
});
