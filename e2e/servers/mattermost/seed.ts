import type { ChannelMembership, ServerChannel } from '@mattermost/types/channels';
import type { Team } from '@mattermost/types/teams';
import type { UserProfile } from '@mattermost/types/users';
import { idOf } from './ids.js';
import type { ServerFacts, ServerState } from './model.js';
import type { MattermostSeed, SeedTeam, SeedUser } from './seed-types.js';

/** The state of a server that nobody has used yet. Ids follow from names, so that a seed gives the same ones each time. */
export function seedState(seed: MattermostSeed, facts: Partial<ServerFacts>): ServerState {
  const state: ServerState = {
    siteName: facts.siteName ?? 'Mattermost',
    version: facts.version ?? '11.9.0',
    collapsesThreads: facts.collapsesThreads ?? true,
    users: {},
    teams: {},
    channels: {},
    members: {},
    posts: {},
    order: {},
    threads: {},
    sessions: {},
    lastTimeMs: Date.now(),
  };
  const atMs = state.lastTimeMs;
  for (const user of seed.users) {
    const profile = newProfile(user, atMs);
    state.users[profile.id] = {
      profile,
      password: user.password ?? `${user.name}-pw`,
      preferences:
        user.collapsesThreads === undefined
          ? {}
          : { 'display_settings--collapsed_reply_threads': user.collapsesThreads ? 'on' : 'off' },
      status: 'online',
    };
  }
  const everybody = seed.users.map((user) => user.name);
  for (const one of seed.teams) {
    const team = newTeam(one, atMs);
    const memberIds = (one.members ?? everybody).map((name) => idOf('user', name));
    state.teams[team.id] = { team, memberIds };
    addChannel(
      state,
      { teamId: team.id, name: 'town-square', displayName: 'Town Square', type: 'O' },
      memberIds,
    );
  }
  for (const one of seed.channels) {
    const teamId = idOf('team', one.team);
    const memberIds = one.members?.map((name) => idOf('user', name)) ?? state.teams[teamId]?.memberIds ?? [];
    addChannel(
      state,
      { teamId, name: one.name, displayName: one.displayName ?? one.name, type: one.isPrivate ? 'P' : 'O' },
      memberIds,
    );
  }
  return state;
}

export interface NewChannel {
  readonly teamId: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: 'O' | 'P' | 'D' | 'G';
  readonly creatorId?: string;
}

/** Puts an empty channel with these members into the state. */
export function addChannel(
  state: ServerState,
  given: NewChannel,
  memberIds: readonly string[],
): ServerChannel {
  const atMs = state.lastTimeMs;
  const channel: ServerChannel = {
    id: idOf('channel', given.teamId, given.name),
    create_at: atMs,
    update_at: atMs,
    delete_at: 0,
    team_id: given.teamId,
    type: given.type,
    display_name: given.displayName,
    name: given.name,
    header: '',
    purpose: '',
    last_post_at: 0,
    last_root_post_at: 0,
    creator_id: given.creatorId ?? '',
    scheme_id: '',
    group_constrained: false,
    total_msg_count: 0,
    total_msg_count_root: 0,
  };
  state.channels[channel.id] = channel;
  state.order[channel.id] = [];
  state.members[channel.id] = {};
  for (const userId of memberIds) addMember(state, channel, userId);
  return channel;
}

/** Puts somebody into a channel, who has read all that is in it. */
export function addMember(state: ServerState, channel: ServerChannel, userId: string): ChannelMembership {
  const member: ChannelMembership = {
    channel_id: channel.id,
    user_id: userId,
    roles: 'channel_user',
    last_viewed_at: 0,
    msg_count: channel.total_msg_count,
    msg_count_root: channel.total_msg_count_root,
    mention_count: 0,
    mention_count_root: 0,
    urgent_mention_count: 0,
    notify_props: {
      desktop: 'default',
      email: 'default',
      push: 'default',
      mark_unread: 'all',
      ignore_channel_mentions: 'default',
      channel_auto_follow_threads: 'off',
    },
    last_update_at: state.lastTimeMs,
    scheme_user: true,
    scheme_admin: false,
  };
  (state.members[channel.id] ??= {})[userId] = member;
  return member;
}

function newProfile(user: SeedUser, atMs: number): UserProfile {
  return {
    id: idOf('user', user.name),
    create_at: atMs,
    update_at: atMs,
    delete_at: 0,
    username: user.name,
    password: '',
    auth_service: '',
    email: `${user.name}@chat.test`,
    nickname: '',
    first_name: user.firstName ?? '',
    last_name: user.lastName ?? '',
    position: '',
    roles: 'system_user',
    props: {},
    notify_props: {
      desktop: user.notify ?? 'mention',
      desktop_sound: 'true',
      calls_desktop_sound: 'true',
      email: 'true',
      mark_unread: 'all',
      push: 'mention',
      push_status: 'online',
      comments: 'never',
      first_name: 'false',
      channel: 'true',
      mention_keys: (user.mentionKeys ?? []).join(','),
      highlight_keys: '',
      desktop_threads: 'all',
    },
    last_password_update: atMs,
    last_picture_update: 0,
    locale: 'en',
    mfa_active: false,
    last_activity_at: atMs,
    is_bot: false,
    bot_description: '',
    terms_of_service_id: '',
    terms_of_service_create_at: 0,
  };
}

function newTeam({ name, displayName }: SeedTeam, atMs: number): Team {
  return {
    id: idOf('team', name),
    create_at: atMs,
    update_at: atMs,
    delete_at: 0,
    display_name: displayName ?? name,
    name,
    description: '',
    email: '',
    type: 'O',
    company_name: '',
    allowed_domains: '',
    invite_id: '',
    allow_open_invite: true,
    scheme_id: '',
    group_constrained: false,
  };
}
