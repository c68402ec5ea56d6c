// @ts-check
import { expect, it } from 'vitest';
import { readArgs } from './args.mjs';
import { sandboxArgs } from './set-up.mjs';

const known = { flags: ['full'], values: ['only'] };

it('takes its own options and passes on the others', () => {
  const args = readArgs(['--full', '--only', 'types,lint', '--linux', 'deb', '--x=1'], known);
  expect([...args.flags]).toEqual(['full']);
  expect(args.values).toEqual({ only: 'types,lint' });
  expect(args.rest).toEqual(['--linux', 'deb', '--x=1']);
});

it('reads --name=value and misses a value', () => {
  expect(readArgs(['--only=a=b'], known).values).toEqual({ only: 'a=b' });
  expect(readArgs(['--only'], known).problem).toBe('--only needs a value');
});

it('leaves the sandbox off for root only', () => {
  expect(sandboxArgs(0)).toEqual(['--no-sandbox']);
  expect(sandboxArgs(1000)).toEqual([]);
});
