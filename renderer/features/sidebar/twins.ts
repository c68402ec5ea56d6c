import type { ServiceProjection } from '../../../electron/core/ipc/projection';

/** Gives the services that look like another: accounts of one kind of service without a picture of their own. */
export function twinsOf(services: readonly ServiceProjection[]): ReadonlySet<string> {
  const plain = services.filter(({ iconUrl }) => iconUrl === undefined);
  const counts = new Map<string, number>();
  for (const { recipeId } of plain) counts.set(recipeId, (counts.get(recipeId) ?? 0) + 1);
  return new Set(plain.filter(({ recipeId }) => (counts.get(recipeId) ?? 0) > 1).map(({ id }) => id));
}
