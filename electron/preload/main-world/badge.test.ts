import { describe, expect, it } from 'vitest';
import { openPage } from './test-world';

describe('P21 badges', () => {
  it.each([
    ['setAppBadge()', { kind: 'flag' }],
    ['setAppBadge(undefined)', { kind: 'flag' }],
    ['setAppBadge(0)', { kind: 'none' }],
    ['setAppBadge(null)', { kind: 'none' }],
    ['setAppBadge("")', { kind: 'none' }],
    ['setAppBadge(false)', { kind: 'none' }],
    ['setAppBadge(true)', { kind: 'count', count: 1 }],
    ['setAppBadge(10.6)', { kind: 'count', count: 10 }],
    ['setAppBadge(-0.5)', { kind: 'none' }],
    ['setAppBadge("3")', { kind: 'count', count: 3 }],
    ['setAppBadge(" 300.000 ")', { kind: 'count', count: 300 }],
    ['setAppBadge(Number.MAX_SAFE_INTEGER)', { kind: 'count', count: Number.MAX_SAFE_INTEGER }],
    ['clearAppBadge()', { kind: 'none' }],
  ])('P21 %s', async (call, badge) => {
    const world = openPage();
    expect(await world.run(`navigator.${call}`)).toBe(undefined);
    expect(world.sent).toEqual([{ kind: 'badge', badge }]);
  });

  it.each([
    '-1',
    'NaN',
    'Infinity',
    '-Infinity',
    'Number.MAX_SAFE_INTEGER + 1',
    '"Foo"',
    '{}',
    '5n',
    'Symbol()',
    '1e308',
  ])('P22 setAppBadge(%s) is rejected with TypeError', async (value) => {
    const world = openPage();
    expect(await world.run(`navigator.setAppBadge(${value}).catch((error) => error.name)`)).toBe('TypeError');
    expect(world.sent).toEqual([]);
  });

  it.each([
    ['on something else', 'Navigator.prototype.setAppBadge.call({})', 'TypeError'],
    [
      'in a frame of another origin',
      `ancestors = ['https://x.example']; navigator.setAppBadge(1)`,
      'SecurityError',
    ],
    ['in a frame that is gone', 'view = null; navigator.setAppBadge(1)', 'InvalidStateError'],
  ])('P22 rejected %s', async (_, source, name) => {
    expect(
      await openPage().run(
        `globalThis.p = (() => { ${source.replace(/([^;]+)$/, 'return $1')} })(); p.catch((error) => error.name)`,
      ),
    ).toBe(name);
  });
});
