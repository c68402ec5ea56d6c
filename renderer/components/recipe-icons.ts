const urls: Readonly<Record<string, string | undefined>> = import.meta.glob<string>(
  '../../electron/recipes/*/icon.svg',
  { eager: true, query: '?url', import: 'default' },
);

/** Gives the address of a recipe's icon; `undefined` where it has none. */
export const recipeIconUrl = (recipeId: string): string | undefined =>
  urls[`../../electron/recipes/${recipeId}/icon.svg`];
