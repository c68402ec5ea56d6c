import type { Service, ServiceId } from './service';

type Named = Pick<Service, 'id' | 'recipeId' | 'name' | 'url'>;

type Likeness = (one: Named) => string;

/** How a service is found again, the surest first. */
const likenesses: readonly Likeness[] = [
  ({ id }) => id,
  ({ recipeId, url, name }) => JSON.stringify([recipeId, url, name]),
  ({ recipeId, url }) => JSON.stringify([recipeId, url]),
];

/** All but the last: two accounts at one place stay two, when only one of them is here. */
export const sameNameWays: readonly Likeness[] = likenesses.slice(0, 2);

/**
 * Finds services of another computer among those here: by id, else by kind, address and name, else by kind and address
 * in their order. One that is here is found at most once, so that two accounts stay two.
 */
export function matchServices(
  here: readonly Named[],
  there: readonly Named[],
  ways: readonly Likeness[] = likenesses,
): ReadonlyMap<ServiceId, ServiceId> {
  const found = new Map<ServiceId, ServiceId>();
  const taken = new Set<ServiceId>();
  for (const likeness of ways) {
    const free = here.filter(({ id }) => !taken.has(id));
    for (const wanted of there) {
      if (found.has(wanted.id)) continue;
      const match = free.find((one) => !taken.has(one.id) && likeness(one) === likeness(wanted));
      if (match === undefined) continue;
      found.set(wanted.id, match.id);
      taken.add(match.id);
    }
  }
  return found;
}
