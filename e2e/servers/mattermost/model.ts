import type { WebSocketBroadcast } from '@mattermost/client';
import type { ChannelMembership, ServerChannel } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';
import type { Team } from '@mattermost/types/teams';
import type { UserProfile } from '@mattermost/types/users';
import type { SharedState, World as WorldOf } from '../lib/shared-state.js';

export { nextTimeMs, step } from '../lib/shared-state.js';

/** How the server is set up. */
export interface ServerFacts {
  /** `Mattermost` when left out. */
  readonly siteName: string;
  /** `11.9.0` when left out. Before 9 a read channel is told by `channel_viewed`, from then on by `multiple_channels_viewed`. */
  readonly version: string;
  /** Whether replies are collapsed into threads for those who never chose; true when left out, as the vendor has it. */
  readonly collapsesThreads: boolean;
}

/** All the server knows: plain JSON, so that several instances can share it. */
export interface ServerState extends ServerFacts {
  readonly users: Record<string, UserRecord>;
  readonly teams: Record<string, TeamRecord>;
  readonly channels: Record<string, ServerChannel>;
  /** Memberships by channel and user. */
  readonly members: Record<string, Record<string, ChannelMembership>>;
  readonly posts: Record<string, Post>;
  /** Ids of posts by channel, oldest first. */
  readonly order: Record<string, string[]>;
  /** By the id of the root post; there from the first reply on. */
  readonly threads: Record<string, ThreadRecord>;
  /** By token. */
  readonly sessions: Record<string, Session>;
  /** The time given last, in ms; each is given once, so that before and after are never in doubt. */
  lastTimeMs: number;
}

export interface UserRecord {
  profile: UserProfile;
  readonly password: string;
  /** Values by `<category>--<name>`. */
  readonly preferences: Record<string, string>;
  status: 'online' | 'away' | 'dnd' | 'offline';
}

export interface TeamRecord {
  readonly team: Team;
  readonly memberIds: string[];
}

export interface ThreadRecord {
  readonly rootId: string;
  readonly channelId: string;
  readonly replyIds: string[];
  readonly participantIds: string[];
  readonly followers: Record<string, ThreadFollower>;
}

export interface ThreadFollower {
  isFollowing: boolean;
  lastViewedAtMs: number;
  unreadMentions: number;
}

export interface Session {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly csrf: string;
  readonly createdAtMs: number;
}

/** An event on its way to the websockets of some users. */
export interface Delivery {
  readonly kind: 'event';
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly broadcast: WebSocketBroadcast;
  readonly to: readonly string[];
  /** Of these each receiver is told only whether they are among them. */
  readonly mentionedIds?: readonly string[];
  readonly followerIds?: readonly string[];
}

/** What instances tell each other: an event for sockets, or that sessions ended. */
export type Told = Delivery | { readonly kind: 'sessions-ended'; readonly tokens: readonly string[] };

export type World = WorldOf<ServerState, Told>;
export type Shared = SharedState<ServerState, Told>;
