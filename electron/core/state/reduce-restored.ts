import type { Persisted } from '../model/persisted';
import { newServiceSession, type AppState, type ServiceSession } from './app-state';
import { withoutRemovals, withPersisted, withSession } from './change';
import { trailFrom } from '../model/place';
import { withoutStaleUndo } from './reduce-links';

/**
 * Puts what a backup held in place of what was kept. Pages of services that stay as they were go on; those of others
 * begin anew, and nothing of services that are gone is left before the person.
 */
export function restore(state: AppState, restored: Persisted): AppState {
  const { persisted, session } = state;
  const sessionOf = (id: string): ServiceSession => {
    const before = persisted.services.find((service) => service.id === id);
    const after = restored.services.find((service) => service.id === id);
    const known = session.services[id];
    if (before === undefined || after === undefined || known === undefined) return newServiceSession;
    const isSame =
      before.enabled === after.enabled && before.url === after.url && before.recipeId === after.recipeId;
    return isSame ? known : { ...newServiceSession, siteIconVersion: known.siteIconVersion };
  };
  const ids = new Set(restored.services.map(({ id }) => id));
  // What a page asked or said that is gone, or off, is of no use any more.
  const goesOn = new Set(
    restored.services
      .filter(({ id, enabled }) => enabled && sessionOf(id) === session.services[id])
      .map(({ id }) => id),
  );
  const isLeft = ({ serviceId }: { readonly serviceId: string }): boolean => goesOn.has(serviceId);
  const next = withoutStaleUndo(state, withPersisted(state, restored));
  return withSession(next, {
    services: Object.fromEntries(restored.services.map(({ id }) => [id, sessionOf(id)])),
    ...withoutRemovals(next.session, ids),
    prompts: session.prompts.filter(isLeft),
    notifications: session.notifications.filter(isLeft),
    busyHint: undefined,
    trail: trailFrom(restored.activeServiceId),
    policyVersion: session.policyVersion + 1,
  });
}
