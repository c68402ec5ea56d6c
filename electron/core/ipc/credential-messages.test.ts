import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toValues } from './credential-messages';
import { messageLimits, parseServiceMessage } from './service-messages';

const parsed = (value: unknown): unknown => {
  const result = parseServiceMessage(value);
  return result.ok ? result.message : result.reason;
};

describe('credentials', () => {
  it.each([
    [{ kind: 'credentials', requestId: 'r', values: { token: 't', other: 4 } }, { token: 't' }],
    [{ kind: 'credentials', requestId: 'r', values: ['t'] }, undefined],
    [{ kind: 'credentials', requestId: 'r', values: null }, undefined],
    [{ kind: 'credentials', requestId: 'r' }, undefined],
  ])('J20 reads %j', (message, values) => {
    expect(parsed(message)).toEqual({ kind: 'credentials', requestId: 'r', values });
    expect(parsed(JSON.stringify(message))).toEqual({ kind: 'credentials', requestId: 'r', values });
  });

  it.each([{}, { requestId: '' }, { requestId: 7 }, { requestId: 'r'.repeat(65) }])(
    'J22 takes none that names no question: %j',
    (message) => {
      expect(parsed({ kind: 'credentials', values: { token: 't' }, ...message })).toBe('bad-shape');
    },
  );

  it('J23 leaves out what is too long, and what is more than 20', () => {
    const long = 'x'.repeat(messageLimits.credential);
    expect(toValues({ fits: long, long: `${long}x`, empty: '', ['n'.repeat(65)]: 'x' })).toEqual({
      fits: long,
    });
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`v${index}`, 'x']));
    expect(Object.keys(toValues(many) ?? {})).toHaveLength(20);
  });

  it('J23 whatever comes, there are at most 20 short texts', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const [name, text] of Object.entries(toValues(value) ?? {})) {
          expect(name.length).toBeLessThanOrEqual(64);
          expect(typeof text === 'string' && text.length <= 8192).toBe(true);
        }
      }),
    );
  });
});
