import { takeCredentials as element } from './element/credentials';
import type { TakeCredentials } from './take-credentials';

const takers: ReadonlyMap<string, TakeCredentials> = new Map([['element', element]]);

/** Gives what takes more of a recipe's page than its manifest names; undefined where nothing does. */
export const credentialTakerOf = (recipeId: string): TakeCredentials | undefined => takers.get(recipeId);
