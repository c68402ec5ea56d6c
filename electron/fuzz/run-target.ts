import process from 'node:process';
import * as fc from 'fast-check';
import type { FuzzTarget } from './target';

/** What trying a parser came to. */
export interface FuzzResult {
  readonly name: string;
  /** Inputs that were tried. */
  readonly inputs: number;
  /** Time of the processor. */
  readonly tookMs: number;
  /** The first that broke it, with all taken away that it does not need; undefined where none did. */
  readonly broken: BrokenBy | undefined;
}

export interface BrokenBy {
  readonly input: unknown;
  readonly seed: number;
  readonly path: string;
  readonly reason: string;
}

/** Tries so many inputs, the same ones for the same seed. */
export async function runTarget(target: FuzzTarget, inputs: number, seed: number): Promise<FuzzResult> {
  const start = process.cpuUsage();
  const numRuns = Math.ceil(inputs / target.perRun);
  const details = await fc.check(target.property as fc.IAsyncProperty<[unknown]>, { seed, numRuns });
  const { failed, counterexample, errorInstance, counterexamplePath } = details;
  return {
    name: target.name,
    inputs: Math.round(details.numRuns * target.perRun),
    tookMs: Math.round(process.cpuUsage(start).user / 1000),
    broken: failed
      ? {
          input: counterexample?.[0],
          seed,
          path: counterexamplePath ?? '',
          reason: errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : 'failed',
        }
      : undefined,
  };
}
