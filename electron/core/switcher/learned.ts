import { worthOf, type Usage, type Used } from './usage';

/** What is known of use, made ready to be asked often. */
export interface Learned {
  /** What is known of one entry. */
  readonly usedOf: (key: string) => Used | undefined;
  /** How much what was picked after this query, or one that goes on from it, is worth now; only what was picked repeatedly. */
  readonly pickedAfter: (queryText: string, nowMs: number) => ReadonlyMap<string, number>;
}

/** One pick may have been a mistake: two within some weeks of one another are none. */
const PICKED_TWICE = 1.02;
/** Below this it has been forgotten: about a month after two picks. */
const FORGOTTEN = 0.1;

const made = new WeakMap<Usage, Learned>();

/** Gives it made ready, once for the same. */
export function learnedOf(usage: Usage): Learned {
  const known = made.get(usage);
  if (known !== undefined) return known;
  const learned = learn(usage);
  made.set(usage, learned);
  return learned;
}

function learn(usage: Usage): Learned {
  const byKey = new Map(usage.map((used) => [used.key, used]));
  return {
    usedOf: (key) => byKey.get(key),
    pickedAfter: (queryText, nowMs) => {
      const picked = new Map<string, number>();
      if (queryText === '') return picked;
      for (const { key, queries } of usage) {
        let score = 0;
        let worth = 0;
        for (const query of queries) {
          if (!query.text.startsWith(queryText)) continue;
          score += query.score;
          worth += worthOf(query, nowMs);
        }
        if (score > PICKED_TWICE && worth > FORGOTTEN) picked.set(key, worth);
      }
      return picked;
    },
  };
}
