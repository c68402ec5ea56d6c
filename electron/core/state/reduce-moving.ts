import type { AppState } from './app-state';
import type { MovingAction } from './moving-actions';
import { bring } from './reduce-brought';
import { withoutResetUndo } from './reduce-reset';
import { restore } from './reduce-restored';
import { reduceSync } from './reduce-sync';

/** Applies what the person brought from elsewhere, and what comes of their other machines. */
export function reduceMoving(state: AppState, action: MovingAction): AppState {
  switch (action.kind) {
    case 'services-brought':
      return bring(state, action);
    case 'kept-restored':
      // What was is not to come back in parts.
      return withoutResetUndo(restore(state, action.persisted));
    case 'kept-merged':
    case 'sync-changed':
      return reduceSync(state, action);
  }
}
