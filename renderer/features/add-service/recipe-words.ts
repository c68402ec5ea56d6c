import type { TFunction } from 'i18next';
import type { RecipeManifest } from '../../../electron/recipes/types';
import type en from '../../../resources/locales/en.json';

/** Gives what a recipe is; a test sees that there are words for each. */
export const toRecipeDescription = (t: TFunction, { id }: Pick<RecipeManifest, 'id'>): string =>
  t(`recipes.${id as keyof (typeof en)['recipes']}`);
