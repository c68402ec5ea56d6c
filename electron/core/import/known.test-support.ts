import { recipeById } from '../../recipes/index';
import addresses from './ferdium-addresses.json';
import type { KnownKinds } from './to-start';

/** Every kind of service in Ferdium's catalogue, with its address. */
export const catalogue: ReadonlyMap<string, string> = new Map(Object.entries(addresses));

/** Kinds as the app knows them. */
export const known: KnownKinds = {
  recipe: recipeById,
  addressOf: (kind) => catalogue.get(kind),
};
