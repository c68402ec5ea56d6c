import type { AppState } from './app-state';
import { withSession } from './change';
import { restore } from './reduce-restored';
import type { SyncAction } from './sync-actions';

/** Applies what comes of the person's other machines. */
export function reduceSync(state: AppState, action: SyncAction): AppState {
  switch (action.kind) {
    case 'kept-merged': {
      if (action.persisted === state.persisted) return state;
      const { trail, busyHint } = state.session;
      const next = restore(state, action.persisted);
      const isThere = next.persisted.activeServiceId === state.persisted.activeServiceId;
      // Nobody went anywhere.
      return isThere ? withSession(next, { trail, busyHint }) : next;
    }
    case 'sync-changed':
      return withSession(state, { sync: action.sync });
  }
}
