import type { i18n as I18n } from 'i18next';
import type { RecipeManifest } from '../../../electron/recipes/types';

/** Gives what a recipe is, in the language of the interface where there are words for it. */
export function toRecipeDescription(i18n: I18n, recipe: RecipeManifest): string {
  const words: unknown = i18n.getResource(i18n.language, 'translation', `recipes.${recipe.id}.description`);
  return typeof words === 'string' ? words : recipe.description;
}
