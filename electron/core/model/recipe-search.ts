/** The part of a recipe that searching looks at. */
export interface SearchableRecipe {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** How well a word fits, best first. */
const fits = [
  'name-prefix',
  'word-prefix',
  'alias-prefix',
  'alias-word-prefix',
  'name-inside',
  'alias-inside',
] as const;
const NO_FIT = fits.length;

/**
 * Gives the recipes that fit the query, best first; all of them for an empty query.
 *
 * The start of a name beats the start of a word in it, then the start of another name it goes by, then any part.
 * Case, accents and punctuation count for nothing. Of several words each must fit, in any order. Recipes that fit
 * equally well keep the order they came in.
 */
export function searchRecipes<R extends SearchableRecipe>(
  query: string,
  recipes: readonly R[],
): readonly R[] {
  const words = toWords(query);
  if (words.length === 0) return recipes;
  return recipes
    .map((recipe) => ({ recipe, rank: rankOf(recipe, words) }))
    .filter(({ rank }) => rank < NO_FIT)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ recipe }) => recipe);
}

function rankOf(recipe: SearchableRecipe, words: readonly string[]): number {
  const whole = rankOfPart(recipe, words.join(''));
  const each = Math.max(...words.map((word) => rankOfPart(recipe, word)));
  return Math.min(whole, each);
}

/** Compares with the spaces taken out as well, so that `whats app` and `rocketchat` find what they mean. */
function rankOfPart(recipe: SearchableRecipe, part: string): number {
  const name = toWords(recipe.name);
  const aliases = [recipe.id, ...recipe.aliases].map(toWords);
  const tests: Record<(typeof fits)[number], boolean> = {
    'name-prefix': name.join('').startsWith(part),
    'word-prefix': startsAtWord(name, part),
    'alias-prefix': aliases.some((alias) => alias.join('').startsWith(part)),
    'alias-word-prefix': aliases.some((alias) => startsAtWord(alias, part)),
    'name-inside': name.join('').includes(part),
    'alias-inside': aliases.some((alias) => alias.join('').includes(part)),
  };
  const best = fits.findIndex((fit) => tests[fit]);
  return best === -1 ? NO_FIT : best;
}

function startsAtWord(words: readonly string[], part: string): boolean {
  return words.some((_, index) => words.slice(index).join('').startsWith(part));
}

function toWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
