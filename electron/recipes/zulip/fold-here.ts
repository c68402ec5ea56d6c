import { addFold } from './fold';
import type { Fold, FoldKit } from './raw';

/** Gives the fold of the page's probe where there is no page. */
export function foldHere(): Fold {
  const key = 'foyer-zulip-fold';
  const kit: Partial<FoldKit> = {};
  // It is self-contained, and so looks for its kit where a page has it.
  Reflect.set(globalThis, key, kit);
  addFold(key);
  Reflect.deleteProperty(globalThis, key);
  return kit.fold as Fold;
}
