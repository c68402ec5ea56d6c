import type { Service } from '../model/service';
import type { AppState } from './app-state';
import { selectServiceSession } from './selectors';

/** Gives the services that see something of the screen, in the order in which they are kept. */
export const selectSharing = (state: AppState): readonly Service[] =>
  state.persisted.services.filter(({ id }) => selectServiceSession(state, id).shares.length > 0);
