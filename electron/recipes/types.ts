import type { NotificationForm } from '../core/decide/attribute';
import type { MessageHint } from '../core/ipc/channel-messages';
import type { AdapterAbilities, Connection, ServerInfo } from '../core/model/adapter';
import type { RecipeStart } from '../core/model/address';
import type { Channel } from '../core/model/channel';
import type { Level } from '../core/model/rule';
import type { ListeningManifest } from './listening';

/** What a page is told about the browser: as Chrome says it, as Electron says it, or that with words added. */
export type RecipeUserAgent =
  | { readonly kind: 'chrome' }
  | { readonly kind: 'default' }
  | { readonly kind: 'suffix'; readonly suffix: string };

/** Who runs the server: the person's own people, or a company. */
type RecipeCategory = 'self-hosted' | 'hosted' | 'other';

/** What there is to know about a kind of service before any page of it is open. Plain data. */
export interface RecipeManifest {
  /** The folder's name; kept with every service, so it never changes. */
  readonly id: string;
  readonly name: string;
  readonly homepage?: string;
  readonly start: RecipeStart;
  /**
   * Host suffixes that belong to the service: `slack.com` covers `slack.com` and all below it. The host of the
   * person's own start page always belongs too.
   */
  readonly hosts: readonly string[];
  /** Host suffixes the service sends people to for signing in; they may open in the view and come back. */
  readonly signInHosts?: readonly string[];
  /** Host suffixes of links that invite to the service and are no pages of it: `discord.gg`. */
  readonly linkHosts?: readonly string[];
  readonly userAgent: RecipeUserAgent;
  /** How its notifications are worded, tried in order; what none fits names no conversation. */
  readonly notificationForms?: readonly NotificationForm[];
  /** How its services sign in, where they can be heard while they are asleep. */
  readonly listening?: ListeningManifest;
  /** Other words people look for it by, lower case. */
  readonly aliases: readonly string[];
  readonly category: RecipeCategory;
  /** Place in the catalogue before anything is typed; 1 is first, no two alike. */
  readonly popularRank: number;
}

/**
 * How a recipe tells Foyer of channels. The probe meets the page; all else is pure, runs in the preload's own world
 * and may throw: that is told as `adapter-failed`. See `docs/recipes.md`.
 */
export interface Adapter {
  /**
   * Self-contained functions whose source is shipped: they run one after another in the page's world before its first
   * script, find the page's model or are the bridge the page looks for, and hand over raw data.
   */
  readonly probe: ProbePart | readonly ProbePart[];
  /** Makes of raw data what it means. @throws with a short reason when it is not as expected. */
  readonly read: (raw: unknown) => AdapterReport;
  /** The ids of messages in hints are the server's own, no two alike; left out where whoever sends may choose them. */
  readonly hasServerIds?: boolean;
  /** What is known of a notification of the page, beside what tag and wording say. */
  readonly hint?: (said: NotificationSaid, raw: unknown) => MessageHint | undefined;
  /** What to tell the probe so that a wish comes true; undefined when there is no way. */
  readonly toOrder?: (wish: AdapterWish, raw: unknown) => object | undefined;
  /** What to tell the probe of the person, once a minute; left out where the service wants to know nothing. */
  readonly toPresenceOrder?: (presence: Presence) => object;
}

/** `key` names the kit, see {@link ProbeKit}; what parts give one another they put there. */
export type ProbePart = (key: string) => void;

/** What a page says of a notification. */
export interface NotificationSaid {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
}

/** What an adapter says at one moment. Whatever it does not know is left out. */
export interface AdapterReport {
  /** Undefined while the page does not know yet: nothing else is told then. */
  readonly isSignedIn: boolean | undefined;
  /** All of them; at most 2,000 are kept. */
  readonly channels?: readonly Channel[];
  readonly abilities?: AdapterAbilities;
  /** The channel that the page shows now; one that is not among the channels counts as none. */
  readonly openChannelId?: string | undefined;
  readonly server?: ServerInfo;
  /** How the page reaches its server, where it knows. */
  readonly connection?: Connection | undefined;
}

export type AdapterWish =
  /** `messageId` as the adapter's own hint gave it, where the person opens one message. */
  | { readonly kind: 'open'; readonly channelId: string; readonly messageId?: string | undefined }
  | { readonly kind: 'mute'; readonly channelId: string; readonly level: Level }
  /** The person has read it; it stays where it is. */
  | { readonly kind: 'read'; readonly channelId: string };

/** What a service may know of the person. */
export interface Presence {
  /** For how many seconds nobody has touched the machine. */
  readonly idleS: number;
  /** Its screen is locked, or it falls asleep. */
  readonly isGone: boolean;
}

/** What a probe finds at `globalThis[key]` while it is installed. */
export interface ProbeKit {
  readonly probe: ProbeDesk;
}

/** What a probe works with; made of builtins taken before the page's first script. */
export interface ProbeDesk {
  /** Runs it; what it throws is told as the adapter's failure. */
  readonly run: (work: () => void) => void;
  /** The same, later. */
  readonly later: (work: () => void, delayMs: number) => void;
  /** Hands over what the page knows: plain data, anew each time something changed. */
  readonly tell: (raw: object) => void;
  /** Tells that the page is not as expected; the next `tell` takes it back. */
  readonly fail: (reason: string) => void;
  /** Hears what `toOrder` gave. */
  readonly onOrder: (hear: (order: unknown) => void) => void;
  /** Hears of each notification of the page before it is told: what `hear` then hands over is there for `hint`. */
  readonly onNotification: (hear: (said: NotificationSaid) => void) => void;
  /** An own member of an object; undefined where there is none. */
  readonly ownValue: (owner: unknown, name: string) => unknown;
  /** The same where it is text; else empty. */
  readonly ownText: (owner: unknown, name: string) => string;
  /** Hears of each change of the page's address while its document stays: by its links, its history, its own scripts. */
  readonly onRoute: (hear: () => void) => void;
  /** Hears of each WebSocket the page opens from now on, before the page has it; the page gets the socket it would get. */
  readonly onSocket: (hear: (socket: PageSocket) => void) => void;
}

/** A WebSocket of the page. */
export interface PageSocket {
  readonly url: string;
  /** Hears it before the page does; what `heard` throws is told as the adapter's failure. */
  readonly on: (type: 'open' | 'close' | 'message', heard: (event: object) => void) => void;
}
