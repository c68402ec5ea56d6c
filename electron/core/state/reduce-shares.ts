import type { AppState } from './app-state';
import { withService, withServiceSession } from './change';
import { selectServiceSession } from './selectors';
import type { ShareAction } from './share-actions';

/**
 * Applies what pages see of the screen, which ends with whoever gives it to them, and which camera and microphone they get.
 */
export function reduceShares(state: AppState, action: ShareAction): AppState {
  switch (action.kind) {
    case 'share-begun': {
      const { shares } = selectServiceSession(state, action.serviceId);
      const others = shares.filter(({ id }) => id !== action.share.id);
      return withServiceSession(state, action.serviceId, { shares: [...others, action.share] });
    }
    case 'share-ended': {
      const { shares } = selectServiceSession(state, action.serviceId);
      return withServiceSession(state, action.serviceId, {
        shares: shares.filter(({ id }) => id !== action.shareId),
      });
    }
    case 'share-stop-requested':
      return state;
    case 'devices-heard':
      return withServiceSession(state, action.serviceId, { devices: action.devices });
    case 'service-devices-set':
      return withService(state, action.serviceId, { devices: action.devices });
  }
}
