import type { ServerState } from '../model.js';

/** Where a person's choice of collapsed threads is kept. */
export const COLLAPSING_PREFERENCE = 'display_settings--collapsed_reply_threads';

/** True when that person sees replies as threads. */
export function collapsesThreads(state: ServerState, userId: string): boolean {
  const chosen = state.users[userId]?.preferences[COLLAPSING_PREFERENCE];
  return chosen === undefined ? state.collapsesThreads : chosen === 'on';
}
