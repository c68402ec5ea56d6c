import type { Organisation, Settings, Stream, User } from './model.js';

/** Who and what is there at the start. */
export interface ZulipSeed {
  readonly users: readonly UserSeed[];
  readonly streams: readonly StreamSeed[];
  /** Groups that may be mentioned, with the short names of their members. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

export interface UserSeed {
  /** Short name: `alice` signs in as `alice@zulip.test` with `alice-pw`. */
  readonly short: string;
  readonly name: string;
  readonly isBot?: boolean;
  readonly alertWords?: readonly string[];
  readonly settings?: Partial<Settings>;
}

export interface StreamSeed {
  readonly name: string;
  readonly isPrivate?: boolean;
  /** Short names; all when left out. */
  readonly members?: readonly string[];
}

export const defaultSeed: ZulipSeed = {
  users: [
    { short: 'alice', name: 'Alice Adams', alertWords: ['deploy'] },
    { short: 'bob', name: 'Bob Brown' },
    { short: 'carol', name: 'Carol Clark' },
    { short: 'dave', name: 'Dave Dunn' },
    { short: 'helper', name: 'Helper', isBot: true },
  ],
  streams: [
    { name: 'general' },
    { name: 'design talk' },
    { name: 'secret', isPrivate: true, members: ['alice', 'bob'] },
    { name: 'elsewhere', members: ['bob', 'carol'] },
  ],
  groups: { team: ['alice', 'bob'] },
};

/** As a new account has them. */
const settings: Settings = {
  enable_desktop_notifications: true,
  enable_stream_desktop_notifications: false,
  enable_followed_topic_desktop_notifications: true,
  wildcard_mentions_notify: true,
  enable_followed_topic_wildcard_mentions_notify: true,
  pm_content_in_desktop_notifications: true,
  desktop_icon_count_display: 1,
};

const FIRST_USER_ID = 8;
const FIRST_STREAM_ID = 3;
const FIRST_MESSAGE_ID = 40;

export interface OrganisationFacts {
  readonly name: string;
  readonly version: string;
  readonly featureLevel: number;
}

/** Makes the organisation of a seed. */
export function plant(seed: ZulipSeed, facts: OrganisationFacts): Organisation {
  const users = seed.users.map((one, index): User => {
    const { short, name, isBot = false, alertWords = [] } = one;
    return {
      id: FIRST_USER_ID + index,
      email: emailOf(short),
      name,
      password: `${short}-pw`,
      apiKey: `${short}-key`.padEnd(32, '0'),
      isBot,
      alertWords,
      settings: { ...settings, ...one.settings },
    };
  });
  const idOf = (short: string): number => users.find(({ email }) => email === emailOf(short))?.id ?? 0;
  const everybody = seed.users.map(({ short }) => short);
  const streams = seed.streams.map(({ name, isPrivate = false, members = everybody }, index): Stream => ({
    id: FIRST_STREAM_ID + index,
    name,
    isPrivate,
    subscriptions: new Map(members.map((short) => [idOf(short), newSubscription()])),
  }));
  return {
    ...facts,
    users: new Map(users.map((user) => [user.id, user])),
    streams: new Map(streams.map((stream) => [stream.id, stream])),
    groups: new Map(Object.entries(seed.groups).map(([name, members]) => [name, members.map(idOf)])),
    messages: new Map(),
    topicPolicies: new Map(),
    sessions: new Map(),
    lastMessageId: FIRST_MESSAGE_ID,
    lastStreamId: FIRST_STREAM_ID + streams.length,
  };
}

export const emailOf = (short: string): string => `${short}@zulip.test`;

export const newSubscription = () => ({
  is_muted: false,
  pin_to_top: false,
  desktop_notifications: null,
  wildcard_mentions_notify: null,
});
