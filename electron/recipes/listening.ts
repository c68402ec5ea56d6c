import type { Channel, ChannelId } from '../core/model/channel';
import type { Mention } from '../core/model/message';

/**
 * What hears an asleep service: one connection to its server, without a page. See `docs/spec/listening.md`. Runs in the
 * process of listeners, may throw (told as `lost`), keeps nothing beyond its end: what the next one has to know it gives
 * to `remember`.
 */
export type Listen = (start: ListenStart, port: ListenPort) => StopListening;

/** Ends the connection; nothing is told after. */
export type StopListening = () => void;

/** What one connection starts from. */
export interface ListenStart {
  /** The service's start page, as the person added it. */
  readonly url: string;
  /** What the service's own session signs in with. */
  readonly credentials: Credentials;
  /**
   * What the last connection of the same sign-in remembered last; whatever shape, so it is parsed. Undefined for the
   * first: what came before is then told by counts alone and never as notifications.
   */
  readonly resume: unknown;
}

/** What a service's session signs in with. Secret: never logged, never in an error's text. */
export interface Credentials {
  /** Cookies of the service's start page by name, those that its recipe asks for. */
  readonly cookies: Readonly<Record<string, string>>;
  /** What the recipe took of the page, by names of its own. */
  readonly values: Readonly<Record<string, string>>;
}

/** What a listener works with; all of one service. After its end nothing of it answers any more. */
export interface ListenPort {
  readonly nowMs: () => number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  readonly after: (delayMs: number, act: () => void) => () => void;
  /** Asks the server; rejects with {@link ListenProblem} where nothing came back. Every status is an answer. */
  readonly request: (request: ListenRequest) => Promise<ListenAnswer>;
  /** Opens a WebSocket. The listener hears exactly one `onClose` unless it is stopped before. */
  readonly connect: (request: SocketRequest, hear: SocketEvents) => ListenSocket;
  /** Tells what was heard, in order. */
  readonly tell: (told: ListenerTold) => void;
  /** Plain JSON, at most 16 kB: what the next connection needs, true once all told before it is kept. */
  readonly remember: (resume: object) => void;
  /** Ends the connection: `lost` is tried anew after a while, the others are not. Only the first counts. */
  readonly end: (why: ListenEnd, reason: string) => void;
}

/** `refused`: the server does not take the credentials any more. `unfit`: nothing there that could be listened to. */
export type ListenEnd = 'lost' | 'refused' | 'unfit';

export interface ListenRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Longest wait for the whole answer; 30,000 where not said. A long poll says more. */
  readonly timeoutMs?: number;
}

export interface ListenAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most 16 MB; more counts as a problem. */
  readonly text: string;
}

/** Why a server was not reached. */
export class ListenProblem extends Error {
  constructor(readonly kind: 'network' | 'certificate' | 'proxy' | 'timeout' | 'too-big') {
    super(kind);
  }
}

export interface SocketRequest {
  /** `ws:` or `wss:`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SocketEvents {
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  /** `status` is that of the HTTP answer where the server did not want a WebSocket. */
  readonly onClose: (why: { readonly code: number; readonly status?: number }) => void;
}

export interface ListenSocket {
  readonly send: (text: string) => void;
  readonly close: () => void;
}

/** What a listener tells. */
export type ListenerTold =
  /** All is known and what comes next is heard as it comes. Told once in a connection, after the first `channels`. */
  | { readonly kind: 'live' }
  /** All channels, as the adapter would tell them; what is missing is gone. At most 2,000. */
  | { readonly kind: 'channels'; readonly channels: readonly Channel[] }
  /** These changed or are new; the others are as they were. */
  | {
      readonly kind: 'channels-changed';
      readonly channels: readonly Channel[];
      readonly gone?: readonly ChannelId[];
    }
  /** What the person goes by there, for mentions. */
  | { readonly kind: 'own-names'; readonly names: readonly string[] }
  /** What the page would show as a notification, with the same words. Also for what was missed meanwhile. */
  | HeardNotification
  /** The person has read it elsewhere: its notification goes from the desktop. */
  | { readonly kind: 'read'; readonly channelId: ChannelId };

export interface HeardNotification {
  readonly kind: 'notification';
  readonly title: string;
  readonly body: string;
  readonly iconUrl?: string | undefined;
  /** As the page would tag it. */
  readonly tag: string;
  readonly channelId: ChannelId;
  readonly sender?: string | undefined;
  readonly mention: Mention;
  readonly isThreadReply: boolean;
  /** As the adapter's hint names it, given by the server: page and listener may both tell it, once is shown. */
  readonly messageId: string;
  /** When it was sent, by the server's clock. */
  readonly sentAtMs?: number | undefined;
}

/** How a recipe's services sign in, for those that can be listened to. Plain data in the manifest. */
export interface ListeningManifest {
  /** Cookies of the start page that make the sign-in; all must be there but those that end in `?`. */
  readonly cookies?: readonly string[];
  /** Entries of the page's localStorage (or, failing that, sessionStorage), by the name the listener finds them under. */
  readonly stored?: Readonly<Record<string, string>>;
  /** The recipe's `credentials.ts` takes more of the page, in the preload's own world. */
  readonly takesMore?: boolean;
}
