import { emptyPersisted, type Persisted } from './model/persisted';
import type { Service } from './model/service';
import { createInitialState, type AppState } from './state/app-state';

/** Gives a service for tests, as adding it would have made it, named after its id. */
export const aService = (id = 'a', changes: Partial<Service> = {}): Service => ({
  id,
  recipeId: 'website',
  name: id,
  url: `https://${id}.test/`,
  icon: { kind: 'recipe' },
  enabled: true,
  notify: true,
  countInTotal: true,
  permissions: [],
  addedAtMs: 0,
  ...changes,
});

/** Gives the state at a start with these services, the first of them active; `changes` to what is kept come last. */
export const aState = (services: readonly Service[] = [], changes: Partial<Persisted> = {}): AppState =>
  createInitialState({
    ...emptyPersisted,
    services,
    activeServiceId: services[0]?.id ?? null,
    ...changes,
  });
