import { describe, expect, it } from 'vitest';
import { resolveInside } from './app-protocol';

describe('resolveInside', () => {
  it('W21 finds files below the folder', () => {
    expect(resolveInside('/app/out/renderer', '/assets/main.js')).toBe('/app/out/renderer/assets/main.js');
  });

  it.each([
    '/../preload/shell.cjs',
    '/%2e%2e/secret',
    '/..%2f..%2fsecret',
    '/assets/../../x',
    '/a%00b',
    '/%zz',
    '/',
  ])('W21 refuses %s', (path) => {
    expect(resolveInside('/app/out/renderer', path)).toBeUndefined();
  });
});
