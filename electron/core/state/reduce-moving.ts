import type { AppState } from './app-state';
import type { MovingAction } from './moving-actions';
import { bring } from './reduce-brought';
import { restore } from './reduce-restored';

/** Applies what the person brought from elsewhere. */
export function reduceMoving(state: AppState, action: MovingAction): AppState {
  switch (action.kind) {
    case 'services-brought':
      return bring(state, action);
    case 'kept-restored':
      return restore(state, action.persisted);
  }
}
