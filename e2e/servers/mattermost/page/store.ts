import type { Client4 } from '@mattermost/client';
import type { ChannelMembership, ServerChannel } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';
import type { PreferenceType } from '@mattermost/types/preferences';
import type { Team } from '@mattermost/types/teams';
import type { UserThreadWithPost } from '@mattermost/types/threads';
import type { UserProfile } from '@mattermost/types/users';

/** What the page knows. */
export interface Store {
  siteName: string;
  me: UserProfile | undefined;
  status: string;
  isCollapsing: boolean;
  /** Names of preferences by which conversations are off the list: whom they are with, or their own id. */
  closed: ReadonlySet<string>;
  readonly users: Map<string, UserProfile>;
  readonly teams: Map<string, Team>;
  readonly channels: Map<string, ServerChannel>;
  readonly members: Map<string, ChannelMembership>;
  /** Threads with something unread or not, by team, conversations of two or a few left out. */
  readonly threads: Map<string, readonly UserThreadWithPost[]>;
  /** The same with them, for the team on screen. */
  threadsHere: readonly UserThreadWithPost[];
  teamId: string;
  channelId: string;
  threadId: string;
  isInThreads: boolean;
  isFocused: boolean;
  posts: readonly Post[];
}

export function emptyStore(): Store {
  return {
    siteName: '',
    me: undefined,
    status: 'online',
    isCollapsing: false,
    closed: new Set(),
    users: new Map(),
    teams: new Map(),
    channels: new Map(),
    members: new Map(),
    threads: new Map(),
    threadsHere: [],
    teamId: '',
    channelId: '',
    threadId: '',
    isInThreads: false,
    isFocused: document.hasFocus(),
    posts: [],
  };
}

/** Asks for everything but what is said in channels. */
export async function loadAll(store: Store, rest: Client4): Promise<void> {
  const [me, teams, channels, members, users, preferences, config, status] = await Promise.all([
    rest.getMe(),
    rest.getMyTeams(),
    rest.getAllTeamsChannels(),
    rest.getAllChannelsMembers('me', 0, 200),
    rest.getProfiles(0, 200),
    rest.getMyPreferences(),
    rest.getClientConfig(),
    rest.getStatus('me'),
  ]);
  // The library's type says one, the server gives all.
  const all = preferences as unknown as readonly PreferenceType[];
  const chosen = all.find(({ name }) => name === 'collapsed_reply_threads')?.value;
  Object.assign(store, {
    me,
    siteName: config.SiteName,
    status: status.status,
    closed: new Set(
      all.flatMap(({ category, name, value }) =>
        category.endsWith('_channel_show') && value === 'false' ? name : [],
      ),
    ),
    isCollapsing: chosen === undefined ? config.CollapsedThreads.endsWith('_on') : chosen === 'on',
  });
  refill(store.users, users, (one) => one.id);
  refill(store.teams, teams, (one) => one.id);
  refill(store.channels, channels, (one) => one.id);
  refill(store.members, members, (one) => one.channel_id);
  await loadThreads(store, rest);
}

/** Asks for threads of all teams; nothing when they are not collapsed. */
export async function loadThreads(store: Store, rest: Client4): Promise<void> {
  if (!store.isCollapsing) {
    store.threads.clear();
    store.threadsHere = [];
    return;
  }
  for (const { id } of store.teams.values()) {
    const { threads } = await rest.getUserThreads('me', id, { perPage: 200 });
    store.threads.set(
      id,
      threads.filter((thread) => store.channels.get(thread.post.channel_id)?.team_id === id),
    );
    if (id === store.teamId) store.threadsHere = threads;
  }
}

/** Asks for one channel and how far the person has read it. */
export async function loadChannel(store: Store, rest: Client4, channelId: string): Promise<void> {
  const [channel, member] = await Promise.all([
    rest.getChannel(channelId),
    rest.getMyChannelMember(channelId),
  ]);
  store.channels.set(channelId, channel);
  store.members.set(channelId, member);
}

/** The other one of a conversation of two. */
export function otherOf(store: Store, channel: ServerChannel): UserProfile | undefined {
  const otherId = channel.name.split('__').find((id) => id !== store.me?.id) ?? store.me?.id ?? '';
  return store.users.get(otherId);
}

/** True for a conversation that the person took off the list. */
export function isClosed(store: Store, channel: ServerChannel): boolean {
  if (channel.team_id !== '') return false;
  return store.closed.has(channel.id) || store.closed.has(otherOf(store, channel)?.id ?? '');
}

/** What the page calls a channel. */
export function nameOf(store: Store, channel: ServerChannel): string {
  return channel.type === 'D' ? (otherOf(store, channel)?.username ?? '') : channel.display_name;
}

export const isMuted = (member: ChannelMembership | undefined): boolean =>
  member?.notify_props.mark_unread === 'mention';

function refill<T>(map: Map<string, T>, items: readonly T[], key: (item: T) => string): void {
  map.clear();
  for (const item of items) map.set(key(item), item);
}
