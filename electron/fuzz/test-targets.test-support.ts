import { describe, expect, it } from 'vitest';
import { runTarget } from './run-target';
import type { FuzzTarget } from './target';

/** Inputs of each parser in a test run; `npm run fuzz` tries a million. */
const INPUTS = 10_000;
/** The same ones each time: what is new is found at night. */
const SEED = 20_261_126;
/** How long one may take beside much other work; each input has its own limit by the processor. */
const TIMEOUT_MS = 90_000;

/** Tries each of these parsers in a test of its own. */
export function testTargets(targets: readonly FuzzTarget[]): void {
  describe(`${INPUTS} inputs that nobody meant`, () => {
    it.each(targets.map((target) => [target.name, target] as const))(
      'break nothing: %s',
      async (_, target) => {
        const { inputs, broken } = await runTarget(target, INPUTS, SEED);
        // Why, before what: an input may be long.
        expect(broken?.reason).toBeUndefined();
        expect(broken).toBeUndefined();
        expect(inputs).toBeGreaterThanOrEqual(INPUTS);
      },
      TIMEOUT_MS,
    );
  });
}
