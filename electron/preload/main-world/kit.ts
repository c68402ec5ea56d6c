import type { ProbeDesk } from '../../recipes/types';

/**
 * What the parts of the main-world code hand to one another. Each part is one self-contained function: its source is
 * taken with `toString()` and run in the page's (or worker's) own world, so it may use types and its argument, nothing else.
 * The kit lives at `globalThis[key]` while the parts run, and is deleted by the last one before any script of the page.
 */
export interface Kit {
  primordials: Primordials;
  codec: Codec;
  convert: Convert;
  link: Link;
  notifications: Notifications;
  /** Missing where a document cannot capture anything. */
  captures?: CaptureBook;
  /** There where the service has an adapter. */
  probe: ProbeDesk;
}

/** The way to the preload: JSON text both ways, so that no object of the page crosses. */
export interface Link {
  /** Unguessable and unique to this document; prefix of the ids made in it. */
  readonly seed: string;
  readonly send: (text: string) => void;
  readonly listen: (hear: (text: string) => void) => void;
}

/** The builtins as they were before the page's first script could replace any. */
export interface Primordials {
  readonly apply: (fn: unknown, self: unknown, args: readonly unknown[]) => unknown;
  readonly construct: (type: unknown, args: readonly unknown[]) => unknown;
  readonly getter: (owner: object | undefined, name: string) => (self: unknown) => unknown;
  readonly define: (owner: object, name: PropertyKey, descriptor: PropertyDescriptor) => void;
  readonly ownValue: (owner: unknown, name: string) => unknown;
  readonly freeze: <T>(value: T) => T;
  readonly isArray: (value: unknown) => value is unknown[];
  readonly slice: (text: string, from: number, to: number) => string;
  readonly startsWith: (text: string, start: string) => boolean;
  readonly stringify: (value: unknown) => string;
  readonly parse: (text: string) => unknown;
  readonly clone: (value: unknown) => unknown;
  readonly later: (run: () => void, delayMs: number) => void;
  readonly now: () => number;
  readonly promise: <T>(
    run: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
  ) => Promise<T>;
  readonly settle: <T>(promise: unknown, done: (value: T) => void, failed: (reason: unknown) => void) => void;
  /** ECMAScript's ToString and ToNumber, for what is neither symbol nor bigint. */
  readonly string: (value: unknown) => string;
  readonly number: (value: unknown) => number;
  readonly typeError: (message: string) => Error;
  readonly domError: (message: string, name: string) => Error;
  /** The name of what the browser throws; `''` for anything else. */
  readonly domErrorName: (error: unknown) => string;
  readonly listen: (target: object, type: string, hear: (event: Event) => void, capture: boolean) => void;
  readonly unlisten: (target: object, type: string, hear: (event: Event) => void) => void;
  readonly dispatch: (target: object, event: Event) => boolean;
  readonly event: (type: string, cancelable: boolean) => Event;
  /** Whether the browser made the event; a page can make any, but not pass it off as such. */
  readonly isTrusted: (event: Event) => boolean;
  readonly EventTarget: typeof EventTarget;
  /** Absolute address, or `''` where it cannot be parsed; relative to the document or the worker's script. */
  readonly resolveUrl: (url: string) => string;
  readonly wellFormed: (text: string) => string;
  readonly isWindow: boolean;
  /** Whether this document has the origin of the page that holds it; always so for a worker. */
  readonly isOwnOrigin: () => boolean;
  /** Whether the document is still shown; false once its frame was taken out. */
  readonly isActive: () => boolean;
}

/** Structured data as text and back: what `structuredClone` keeps, as far as the service needs it again. */
export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

export interface PageAction {
  readonly action: string;
  readonly title: string;
  readonly icon: string;
}

/** All that a `Notification` object shows of itself. */
export interface NotificationState {
  readonly title: string;
  readonly dir: string;
  readonly lang: string;
  readonly body: string;
  readonly tag: string;
  readonly image: string;
  readonly icon: string;
  readonly badge: string;
  readonly vibrate: readonly number[];
  readonly timestamp: number;
  readonly renotify: boolean;
  readonly silent: boolean | null;
  readonly requireInteraction: boolean;
  readonly data: unknown;
  readonly actions: readonly PageAction[];
}

/** Web IDL's conversions, with the errors it wants. */
export interface Convert {
  /** @throws TypeError (or whatever the page's own `toString` throws) as Web IDL wants it. */
  readonly notification: (
    title: unknown,
    options: unknown,
    prefix: string,
    maxActions: number,
  ) => NotificationState;
  readonly filterTag: (filter: unknown) => string;
  /** @throws TypeError for what is no `[EnforceRange] unsigned long long`. */
  readonly count: (value: unknown, prefix: string) => number;
}

/** A notification as its object knows it. */
export interface Shown {
  readonly id: string;
  readonly target: object;
  readonly state: NotificationState;
  /** Shown by a registration: its events go to the worker, not to the object. */
  readonly persistent: boolean;
  closed: boolean;
  readonly handlers: Record<string, { value: unknown; run: (event: Event) => void } | undefined>;
}

export interface Notifications {
  readonly permission: () => string;
  readonly maxActions: number;
  /** Makes a `Notification` object of a state without showing it; closing it tells main. */
  restore: (pageId: string, state: NotificationState) => object;
  /** Sends what is to be shown; returns its id. */
  readonly show: (state: NotificationState, origin: 'page' | 'worker', scope: string) => string;
  /** Puts one on screen; an older one of the same tag gives way. */
  readonly place: (shown: Shown) => void;
  readonly fire: (shown: Shown, type: string, cancelable: boolean) => void;
  readonly close: (shown: Shown) => void;
  readonly nextId: () => string;
  /** Hears of each before main does; an adapter's probe may take its place. */
  beforeShow: (state: NotificationState) => void;
  readonly send: (message: Readonly<Record<string, unknown>>) => void;
}

/** What is captured in this document, as main is told of it. */
export interface CaptureBook {
  /** The screen was asked for by hand. */
  readonly asked: () => void;
  /** The screen failed to come though it was given. */
  readonly failed: () => void;
  /** Takes what a stream is made of for captured; `isOurs`: it is the screen, and this very document asked for it. */
  readonly adopt: (stream: unknown, isOfScreen: boolean, isOurs: boolean) => void;
  /** A track was copied: the copy of one that was captured is, too. */
  readonly copied: (copy: unknown, from: unknown) => void;
  /** The same of a stream. */
  readonly copiedAll: (copy: unknown, from: unknown) => void;
  /** True for a track that shows the screen, has not ended, and was not handed over. */
  readonly isScreenHere: (track: unknown) => boolean;
  /** The page stopped a track; says whether it was such a one before. */
  readonly stopped: (track: unknown, wasScreenHere: boolean) => void;
}
