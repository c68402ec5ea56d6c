import type { ServerChannel } from '@mattermost/types/channels';
import { channelByName, directChannel, groupChannel } from './acts/channels.js';
import { userByName } from './acts/people.js';
import { directName, groupName } from './ids.js';
import type { ServerState, World } from './model.js';

/**
 * How tests name a channel: `engineering/builds` for one of a team, `alice,bob` for the conversation of these two,
 * `alice,bob,carol` for that of these few.
 */
export type ChannelRef = string;

/** The id of the person of that name. */
export function userIdOf(state: ServerState, name: string): string {
  const user = userByName(state, name);
  if (user === undefined) throw new Error(`The server has no user called ${name}.`);
  return user.profile.id;
}

/** The id of the team of that name. */
export function teamIdOf(state: ServerState, name: string): string {
  const found = Object.values(state.teams).find(({ team }) => team.name === name);
  if (found === undefined) throw new Error(`The server has no team called ${name}.`);
  return found.team.id;
}

/** The channel meant; a conversation of two or a few comes into being by the one who wants it. */
export function reachChannel(world: World, userId: string, ref: ChannelRef): ServerChannel {
  if (ref.includes('/')) return channelOf(world.state, ref);
  const ids = [userId, ...peopleOf(world.state, ref).filter((id) => id !== userId)];
  const [one = '', other = ''] = ids;
  return ids.length === 2 ? directChannel(world, one, other) : groupChannel(world, ids);
}

/** The channel meant, which has to be there. */
export function channelOf(state: ServerState, ref: ChannelRef): ServerChannel {
  const channel = ref.includes('/') ? teamChannel(state, ref) : conversation(state, ref);
  if (channel === undefined) throw new Error(`The server has no channel ${ref}.`);
  return channel;
}

function teamChannel(state: ServerState, ref: ChannelRef): ServerChannel | undefined {
  const [team = '', name = ''] = ref.split('/');
  return channelByName(state, teamIdOf(state, team), name);
}

function conversation(state: ServerState, ref: ChannelRef): ServerChannel | undefined {
  const ids = peopleOf(state, ref);
  const [one = '', other = ''] = ids;
  return channelByName(state, '', ids.length === 2 ? directName(one, other) : groupName(ids));
}

function peopleOf(state: ServerState, ref: ChannelRef): string[] {
  return ref.split(',').map((name) => userIdOf(state, name.trim()));
}
