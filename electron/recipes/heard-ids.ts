import { listOf, own } from './raw';

/** Most that are remembered, and the most characters of them: what a listener remembers is small. */
const IDS_MAX = 300;
const CHARACTERS_MAX = 9000;

/** Which messages a listener told lately: about the moment a line is cut they may come twice. */
export interface HeardIds {
  readonly has: (id: string) => boolean;
  readonly add: (id: string, nowMs: number) => void;
  /** Nothing older than that can come again. */
  readonly forgetBefore: (ms: number) => void;
  /** For the next connection: plain JSON. */
  readonly toList: () => readonly (readonly [string, number])[];
}

/** Creates it from what the last connection remembered of `toList`, in whatever shape. */
export function createHeardIds(remembered: unknown): HeardIds {
  const ids = new Map<string, number>();
  const now = { characters: 0 };
  const forgetOldest = (): void => {
    for (const [id] of ids) {
      ids.delete(id);
      now.characters -= id.length;
      return;
    }
  };
  const add = (id: string, nowMs: number): void => {
    if (ids.has(id)) return;
    ids.set(id, nowMs);
    now.characters += id.length;
    while (ids.size > IDS_MAX || now.characters > CHARACTERS_MAX) forgetOldest();
  };
  for (const one of listOf(remembered).slice(-IDS_MAX)) {
    const [id, ms] = [own(one, '0'), own(one, '1')];
    if (typeof id === 'string' && typeof ms === 'number') add(id, ms);
  }
  return {
    has: (id) => ids.has(id),
    add,
    forgetBefore: (ms) => {
      for (const [, addedMs] of ids) {
        // In the order in which they were added.
        if (addedMs >= ms) return;
        forgetOldest();
      }
    },
    toList: () => [...ids],
  };
}
