import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { runOrder } from './orders.test-support';

it('E44 E47 E49 E51 E52 in every order of edits, cuts, copies, ends and clocks all machines come to have the same, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      expect(await runOrder(seed, 40)).toEqual({ isSame: true, lost: [], back: [] });
    }),
    { numRuns: 60 },
  );
});
