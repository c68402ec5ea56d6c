import type { Listen } from './listening';

/** What listens to a recipe's services while they are asleep, by the recipe's id; loaded when the first of them sleeps. */
export const listeners: Readonly<Record<string, () => Promise<Listen>>> = {
  element: async () => (await import('./element/listener')).listen,
  mattermost: async () => (await import('./mattermost/listener')).listen,
  rocketchat: async () => (await import('./rocketchat/listener')).listen,
  thelounge: async () => (await import('./thelounge/listener')).listen,
  zulip: async () => (await import('./zulip/listener')).listen,
};

/** Gives the listener of a recipe; undefined where there is none. */
export async function listenerOf(recipeId: string): Promise<Listen | undefined> {
  return Object.hasOwn(listeners, recipeId) ? listeners[recipeId]?.() : undefined;
}
