import type { ProbeKit } from '../types';

/** What the parts of Mattermost's probe hand to one another, beside the desk. */
export interface MattermostKit extends ProbeKit {
  rest: MattermostRest;
  asks: MattermostAsks;
  posts: MattermostPosts;
  /** The page's `Notification`, without announcing. */
  Shown: PageNotification;
  model: MattermostModel;
}

/** What came of a question to the server. */
export type RestAnswer =
  | { readonly kind: 'ok'; readonly value: unknown }
  /** Nobody is signed in any more. */
  | { readonly kind: 'signed-out' }
  /** The server will not, or knows no such thing. */
  | { readonly kind: 'refused'; readonly status: number }
  /** It does not answer, or not now. */
  | { readonly kind: 'later'; readonly waitMs: number };

/** The server's REST, with the page's own cookies. */
export interface MattermostRest {
  /** Where the server is on its host: empty, or a path such as `/chat`. */
  readonly base: () => string;
  /** Asks; `path` is below `/api/v4`. Never rejects. */
  readonly ask: (
    path: string,
    body?: { readonly method: 'POST' | 'PUT'; readonly value: unknown },
  ) => Promise<RestAnswer>;
  /** True when the page says that somebody is signed in; the server may see that otherwise. */
  readonly hasUserCookie: () => boolean;
}

/** What is used of the class; types of the page's world are not known here. */
export interface PageNotification {
  new (
    title: string,
    options: { readonly body: string; readonly tag: string; readonly silent: boolean },
  ): object;
  readonly permission: string;
  requestPermission(): Promise<string>;
}

export type Plain = Readonly<Record<string, unknown>>;

/** What the server last said, as far as it is needed; nothing of it is checked yet. */
export interface MattermostKnown {
  me: Plain | undefined;
  config: Plain;
  teams: readonly Plain[];
  preferences: readonly Plain[];
  readonly channels: Map<string, Plain>;
  /** By channel. */
  readonly members: Map<string, Plain>;
  readonly people: Map<string, Plain>;
  /** Those with something unread. */
  threads: readonly Plain[];
  isCollapsing: boolean;
}

/** The questions; each keeps what is answered, and rejects where there is no answer. */
export interface MattermostAsks {
  readonly known: MattermostKnown;
  readonly facts: () => Promise<void>;
  readonly preferences: () => Promise<void>;
  readonly channels: () => Promise<void>;
  readonly channel: (id: string) => Promise<void>;
  readonly threads: () => Promise<void>;
  /** Why one of them rejected. */
  readonly why: (error: unknown) => Exclude<RestAnswer, { readonly kind: 'ok' }>;
}

/** A message that came, without its words. */
export interface Posted {
  readonly channelId: string;
  readonly postId: string;
  readonly isReply: boolean;
  /** The name of whoever wrote it. */
  readonly sender: string;
  readonly mention: 'personal' | 'group' | 'none';
  /** A number made of its words: tells which notification is of which message. */
  readonly print: number;
}

/** What is known of a notification that is about to be made. */
export interface About {
  /** Its title and text, as far as they are needed to know it by. */
  readonly title: string;
  readonly body: string;
  readonly channelId: string;
  readonly postId: string;
  readonly sender: string;
  readonly isReply: boolean;
  readonly mention: Posted['mention'] | undefined;
}

/** The last messages that came. */
export interface MattermostPosts {
  readonly add: (post: Omit<Posted, 'print'> & { readonly message: string }) => void;
  /** Says at once which message the next notification is of; of the page's own neither channel nor address are known. */
  readonly announce: (title: string, body: string, channelId?: string, url?: string) => void;
  readonly about: () => About | undefined;
}

/** What is known of the server, and what has to be asked again. */
export interface MattermostModel {
  /** All is asked anew, at once. */
  readonly askAll: () => void;
  /** So is one channel. */
  readonly askChannel: (channelId: string) => void;
  /** So is what the person set, and with it the threads. */
  readonly askPreferences: () => void;
  /** So are the threads. */
  readonly askThreads: () => void;
  /** The page has a line to the server now, or has lost it. */
  readonly hearLine: (isOpen: boolean) => void;
  /** What the page shows as unread: where it changes and nothing was heard, something was missed. */
  readonly doubt: (seen: string) => void;
  readonly signedOut: () => void;
  readonly isSignedIn: () => boolean | undefined;
  /** Resolves once the channel is among those told, or it takes too long. */
  readonly whenListed: (channelId: string) => Promise<void>;
  readonly mute: (channelId: string, props: unknown) => void;
  /** Tells the server that the person has read the channel, and its threads. */
  readonly read: (channelId: string) => void;
  /** The person's id and words that mean them; lower case. */
  readonly self: () => { readonly id: string; readonly words: readonly string[] };
  /** Hands over all that is known, and what was announced last. */
  readonly tell: () => void;
}
