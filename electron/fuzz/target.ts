import process from 'node:process';
import * as fc from 'fast-check';

/** A parser that is tried with whatever may come. */
export interface FuzzTarget {
  /** As in `docs/fuzzing.md` and in the names of files of the corpus. */
  readonly name: string;
  /** How many inputs one run holds on average: frames of one line come several at a time. */
  readonly perRun: number;
  /** What is tried: fails where the parser threw, took too long, or gave what it does not promise. */
  readonly property: fc.IProperty<[unknown]> | fc.IAsyncProperty<[unknown]>;
  /** Tries one input that broke it once. */
  readonly tryOne: (input: unknown) => void | Promise<void>;
}

/** Longest that one input may take, in ms: what is well takes a tenth of it at rest, what grows with the square far more. The fastest of five tries counts, for the first may have come with other work. */
const INPUT_MS_MAX = 1000;

/** Makes a target of a parser that answers at once. `check` throws for what must not be. */
export function targetOf<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void,
  msMax = INPUT_MS_MAX,
): FuzzTarget {
  const tryOne = (input: unknown): void => {
    let fastestMs = timed(() => check(input as T));
    for (let again = 0; again < 4 && fastestMs > msMax; again += 1)
      fastestMs = Math.min(
        fastestMs,
        timed(() => check(input as T)),
      );
    // Which is slow in itself.
    checkPrototypes();
    if (fastestMs > msMax) throw new Error(`took ${Math.round(fastestMs)} ms`);
  };
  return { name, perRun: 1, property: fc.property(inputs, tryOne), tryOne };
}

/** The same for what is told several things, one after the other, and answers later. */
export function lineTargetOf<T>(
  name: string,
  frame: fc.Arbitrary<T>,
  perRun: number,
  check: (frames: readonly T[]) => Promise<void>,
): FuzzTarget {
  const tryOne = async (input: unknown): Promise<void> => {
    await check(input as readonly T[]);
    checkPrototypes();
  };
  const frames = fc.array(frame, { minLength: 1, maxLength: perRun, size: 'max' });
  return {
    name,
    perRun: perRun / 2,
    property: fc.asyncProperty(frames, tryOne),
    tryOne,
  };
}

/** What other threads of the process take counts for the processor, what other programs take for the clock: the less of both. */
function timed(work: () => void): number {
  const startMs = performance.now();
  const start = process.cpuUsage();
  work();
  return Math.min(process.cpuUsage(start).user / 1000, performance.now() - startMs);
}

/** Whatever was parsed, no object of ours has a member more. */
function checkPrototypes(): void {
  for (const name in {}) {
    Reflect.deleteProperty(Object.prototype, name);
    throw new Error(`every object has a member ${name} now`);
  }
}
