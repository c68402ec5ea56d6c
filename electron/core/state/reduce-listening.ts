import { toOwnNames } from '../model/service';
import type { AppState } from './app-state';
import { withoutCredentials, withPersisted, withService, withServiceSession, withSession } from './change';
import { withKnownScopes } from './known-scopes';
import type { ListeningAction } from './listening-actions';
import { selectServiceSession } from './selectors';

/** Applies what listeners hear. */
export function reduceListening(state: AppState, action: ListeningAction): AppState {
  switch (action.kind) {
    case 'service-listen-set': {
      const { serviceId, listen } = action;
      const set = withService(state, serviceId, { listen });
      return listen === 'yes' ? set : withoutCredentials(set, serviceId);
    }
    case 'listening-changed': {
      const { listening: kind, reason, nowMs: sinceMs, serviceId } = action;
      const { listening } = selectServiceSession(state, serviceId);
      return listening.kind === kind
        ? state
        : withServiceSession(state, serviceId, { listening: { kind, reason, sinceMs } });
    }
    case 'channels-heard': {
      const { serviceId, channels } = action;
      // The page is nearer.
      if (selectServiceSession(state, serviceId).adapter.kind === 'speaking') return state;
      return withServiceSession(withKnownScopes(state, serviceId, channels), serviceId, { channels });
    }
    case 'own-names-heard':
      return withServiceSession(state, action.serviceId, { heardNames: toOwnNames(action.names) });
    case 'read-heard': {
      const { serviceId, channelId } = action;
      const notifications = state.session.notifications.filter(
        (one) => one.serviceId !== serviceId || one.message.channel?.id !== channelId,
      );
      return notifications.length === state.session.notifications.length
        ? state
        : withSession(state, { notifications });
    }
    case 'credentials-kept': {
      const { kept } = action;
      const service = state.persisted.services.find(({ id }) => id === kept.serviceId);
      // Said no meanwhile, or gone.
      if (service?.listen !== 'yes') return state;
      const others = state.persisted.credentials.filter(({ serviceId }) => serviceId !== kept.serviceId);
      return withPersisted(state, { credentials: [...others, kept] });
    }
    case 'credentials-forgotten':
      return withoutCredentials(state, action.serviceId);
  }
}
