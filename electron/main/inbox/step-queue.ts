import type { InboxStep } from '../../core/model/inbox';

/** What waits to be written, in order. What is taken stays until it is told to be done. */
export interface StepQueue {
  readonly put: (step: InboxStep) => void;
  /** Gives the first so many, which are then on their way. */
  readonly take: (max: number) => readonly InboxStep[];
  /** Those on their way are written. */
  readonly done: () => void;
  /** Those on their way come to nothing; they wait again. */
  readonly putBack: () => void;
  /** Gives up the first one that waits. */
  readonly dropFirst: () => void;
  readonly size: () => number;
  readonly hasEntries: () => boolean;
  /** How many entries were ever put, how many of these are settled, and how many of those had to be given up. */
  readonly counts: () => { readonly put: number; readonly settled: number; readonly lost: number };
}

/** Makes a queue for at most `max` entries; when more wait, the oldest are given up. */
export function createStepQueue(max: number): StepQueue {
  const steps: InboxStep[] = [];
  const now = { taken: 0, entries: 0, put: 0, settled: 0, lost: 0 };

  const remove = (at: number, count: number): void => {
    const gone = steps.splice(at, count);
    const entries = gone.filter(({ kind }) => kind === 'entry').length;
    now.entries -= entries;
    now.settled += entries;
  };
  const last = (back: number): InboxStep['kind'] | undefined => {
    const at = steps.length - back;
    return at < now.taken ? undefined : steps[at]?.kind;
  };
  /** Stretches in which nothing happened are not written: people come and go all day. */
  const dropEmptyStretch = (): void => {
    if (last(1) === 'came') remove(steps.length - 1, 1);
    else if (last(1) === 'left' && last(2) === 'came') remove(steps.length - 2, 2);
  };
  const dropOldest = (): void => {
    const at = steps.findIndex(({ kind }, index) => index >= now.taken && kind === 'entry');
    if (at < 0) return;
    remove(at, 1);
    now.lost += 1;
  };
  return {
    put: (step) => {
      if (step.kind === 'came') dropEmptyStretch();
      if (step.kind === 'left' && last(1) === 'left') return;
      steps.push(step);
      if (step.kind !== 'entry') return;
      now.put += 1;
      now.entries += 1;
      if (now.entries > max) dropOldest();
    },
    take: (count) => {
      now.taken = Math.min(count, steps.length);
      return steps.slice(0, now.taken);
    },
    done: () => {
      remove(0, now.taken);
      now.taken = 0;
    },
    putBack: () => {
      now.taken = 0;
    },
    dropFirst: () => {
      if (steps[0]?.kind === 'entry') now.lost += 1;
      if (steps.length > 0) remove(0, 1);
    },
    size: () => steps.length,
    hasEntries: () => now.entries > 0,
    counts: () => ({ put: now.put, settled: now.settled, lost: now.lost }),
  };
}
