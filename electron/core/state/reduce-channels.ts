import { noAbilities } from '../model/adapter';
import type { ChannelAction } from './channel-actions';
import type { AppState } from './app-state';
import { focusService, withoutCredentials, withServiceSession } from './change';
import { selectServiceSession } from './selectors';
import { withKnownScopes } from './known-scopes';
import { withAskedMute, withServerMutes, withSettledMute } from './server-mutes';

/** Applies what adapters say of channels. */
export function reduceChannels(state: AppState, action: ChannelAction): AppState {
  const { serviceId } = action;
  switch (action.kind) {
    case 'channels-reported': {
      const { channels, abilities = noAbilities } = action;
      const known = withKnownScopes(state, serviceId, channels);
      // An adapter that can mute nothing (yet) does not know what is muted either.
      const told = abilities.mutes.length === 0 ? known : withServerMutes(known, serviceId, channels);
      const { openChannelId } = selectServiceSession(state, serviceId);
      return withServiceSession(told, serviceId, {
        channels,
        openChannelId: channels.some(({ id }) => id === openChannelId) ? openChannelId : undefined,
        adapter: { kind: 'speaking', ...abilities },
      });
    }
    case 'sign-in-reported':
      return action.isSignedIn
        ? withServiceSession(state, serviceId, { server: action.server })
        : withServiceSession(withoutCredentials(state, serviceId), serviceId, {
            adapter: { kind: 'signed-out' },
            server: action.server,
            channels: undefined,
            openChannelId: undefined,
            // What was unread there is not read because nobody can look any more.
            reports: {},
          });
    case 'connection-reported': {
      const { connection: kind, nowMs } = action;
      if (selectServiceSession(state, serviceId).connection?.kind === kind) return state;
      return withServiceSession(state, serviceId, { connection: { kind, sinceMs: nowMs } });
    }
    case 'adapter-failed':
      return withServiceSession(state, serviceId, {
        adapter: { kind: 'failed', reason: action.reason },
        channels: undefined,
        openChannelId: undefined,
      });
    case 'channel-open-requested':
      return focusService(state, serviceId);
    case 'channel-mute-requested':
      return withAskedMute(state, serviceId, action.channelId, action.level);
    // What is read is what the server then says.
    case 'channel-read-requested':
    case 'service-read-requested':
      return state;
    case 'channel-mute-settled':
      return withSettledMute(state, serviceId, action.channelId);
  }
}
