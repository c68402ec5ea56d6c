import type { WebSocketBroadcast } from '@mattermost/client';
import type { ServerState, World } from './model.js';

export const NOBODY_LEFT_OUT: WebSocketBroadcast = {
  omit_users: {},
  user_id: '',
  channel_id: '',
  team_id: '',
};

type Data = Readonly<Record<string, unknown>>;

/** Tells one person, on all their devices. */
export function tellUser({ tell }: World, userId: string, event: string, data: Data): void {
  tell({ kind: 'event', event, data, broadcast: { ...NOBODY_LEFT_OUT, user_id: userId }, to: [userId] });
}

/** Tells all who are in the channel. */
export function tellChannel({ state, tell }: World, channelId: string, event: string, data: Data): void {
  tell({
    kind: 'event',
    event,
    data,
    broadcast: { ...NOBODY_LEFT_OUT, channel_id: channelId },
    to: memberIds(state, channelId),
  });
}

/** Tells all who are in the team, in that channel or not. */
export function tellTeam({ state, tell }: World, teamId: string, event: string, data: Data): void {
  tell({
    kind: 'event',
    event,
    data,
    broadcast: { ...NOBODY_LEFT_OUT, team_id: teamId },
    to: [...(state.teams[teamId]?.memberIds ?? [])],
  });
}

/** Who is in the channel. */
export function memberIds(state: ServerState, channelId: string): string[] {
  return Object.keys(state.members[channelId] ?? {});
}
