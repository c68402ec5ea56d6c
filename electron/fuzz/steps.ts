import * as fc from 'fast-check';

/** One change to a sample: `at` says where, `how` in which way, `what` with what. All are taken modulo what there is. */
export interface Step {
  readonly at: number;
  readonly how: number;
  readonly what: number;
}

/** A sample by its number, and what is done to it. */
export interface Script {
  readonly sample: number;
  readonly steps: readonly Step[];
}

const STEPS_MAX = 8;
const NUMBER_MAX = 0x3fff_ffff;

/**
 * Gives scripts, which are cheap to make and shrink by leaving steps out: of what broke a parser the few changes are left
 * that it takes.
 */
class ScriptArbitrary extends fc.Arbitrary<Script> {
  generate(random: fc.Random): fc.Value<Script> {
    const sample = random.nextInt(0, NUMBER_MAX);
    const steps: Step[] = [];
    // Half of all have one change or none, few have many.
    for (
      let left = random.nextInt(0, 0xff);
      left > 24 && steps.length < STEPS_MAX;
      left = Math.floor(left * 0.62)
    )
      steps.push({
        at: random.nextInt(0, NUMBER_MAX),
        how: random.nextInt(0, NUMBER_MAX),
        what: random.nextInt(0, NUMBER_MAX),
      });
    return new fc.Value({ sample, steps }, undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Script {
    return typeof value === 'object' && value !== null && 'steps' in value;
  }

  shrink({ sample, steps }: Script): fc.Stream<fc.Value<Script>> {
    const without = steps.map((_, left) => ({ sample, steps: steps.filter((__, at) => at !== left) }));
    return fc.stream(without.map((one) => new fc.Value<Script>(one, undefined)).values());
  }
}

/** Scripts for samples. */
export const scripts: fc.Arbitrary<Script> = new ScriptArbitrary();

/** Gives one of a list, whatever the number. @throws for an empty list */
export function pick<T>(list: readonly T[], number: number): T {
  if (list.length === 0) throw new Error('nothing to pick from');
  return list[number % list.length] as T;
}
