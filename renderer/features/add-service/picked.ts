import type { RecipeManifest } from '../../../electron/recipes/types';

/** What was picked; `typed` is an address to begin with. */
export interface Picked {
  readonly recipe: RecipeManifest;
  readonly typed: string;
}
