import { notListening } from '../model/listening';
import { toOwnNames } from '../model/service';
import type { AppState } from './app-state';
import {
  withoutCredentials,
  withoutNotice,
  withPersisted,
  withService,
  withServiceSession,
  withSession,
} from './change';
import { withKnownScopes } from './known-scopes';
import type { ListeningAction } from './listening-actions';
import { selectServiceSession } from './selectors';

/** The notice that asks whether a service may be listened to. */
export const listenNoticeId = (serviceId: string): string => `listen:${serviceId}`;

/** Applies what listeners hear. */
export function reduceListening(state: AppState, action: ListeningAction): AppState {
  switch (action.kind) {
    case 'service-listen-set': {
      const { serviceId, listen } = action;
      const set = withoutNotice(withService(state, serviceId, { listen }), listenNoticeId(serviceId));
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
    case 'credentials-taken':
      return take(state, action);
    case 'credentials-forgotten':
      return withoutCredentials(state, action.serviceId);
  }
}

function take(
  state: AppState,
  { serviceId, kept }: Extract<ListeningAction, { readonly kind: 'credentials-taken' }>,
): AppState {
  const service = state.persisted.services.find(({ id }) => id === serviceId);
  // Said no meanwhile, or gone.
  if (service?.listen !== 'yes') return state;
  const others = state.persisted.credentials.filter((one) => one.serviceId !== serviceId);
  const { listening } = selectServiceSession(state, serviceId);
  const isStuck = listening.kind === 'refused' || listening.kind === 'unfit';
  return withServiceSession(
    withPersisted(state, { credentials: kept === undefined ? others : [...others, kept] }),
    serviceId,
    // With others it may go well.
    { canSignIn: true, ...(isStuck ? { listening: notListening } : {}) },
  );
}
