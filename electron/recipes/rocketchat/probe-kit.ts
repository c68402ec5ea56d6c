import type { ProbeKit } from '../types';

/** What the parts of Rocket.Chat's probe hand to one another. */
export interface RocketKit extends ProbeKit {
  bridge: Bridge;
  server: Server;
  book: Book;
  asking: Asking;
  missed: Missed;
  reading: Reading;
}

/** What the page told `window.RocketChatDesktop`. */
export interface Bridge {
  readonly title: () => string | undefined;
  readonly version: () => string | undefined;
  /** Goes to a path below the root without loading anything; undefined where the page gave nothing that does. */
  readonly navigate: () => ((path: string) => void) | undefined;
  /** Hears that something of it changed. */
  onChange: () => void;
  /** Hears whether the person is there, and tells the page where it asked to be told. */
  readonly setPresence: (presence: unknown) => void;
  /** Shows a notification as the page would; `onClick` hears that it was clicked. */
  readonly notify: (title: string, options: NotificationOptions, onClick: () => void) => void;
}

/** Who is signed in, as the page keeps it. Never leaves the page's world. */
export interface Login {
  readonly userId: string;
  readonly token: string;
}

/** What came of a question to the server. */
export type Answer =
  /** `pauseMs` is how long the server wants to be left alone. */
  | { readonly kind: 'ok'; readonly body: unknown; readonly pauseMs: number }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'too-many'; readonly waitMs: number }
  /** It cannot be reached, or is ill. */
  | { readonly kind: 'away' }
  /** It speaks as no Rocket.Chat does. */
  | { readonly kind: 'strange' };

/** The server's REST, with the page's own login. */
export interface Server {
  /** False while the page has not said yet where its server is. */
  readonly isKnown: () => boolean;
  /** What comes before every path: `` or `/chat`. */
  readonly root: () => string;
  readonly login: () => Login | undefined;
  /** `path` is below `/api/`. */
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: object) => Promise<Answer>;
}

/** What is known of the person's rooms. */
export interface Book {
  /** Nothing of it is known any more. */
  readonly forget: () => void;
  readonly hasMe: () => boolean;
  readonly learnMe: (me: unknown) => void;
  /** The settings of the server that matter, by their ids. */
  readonly settings: readonly string[];
  readonly learnSettings: (answer: unknown) => void;
  /** Takes answers of `subscriptions.get` and `rooms.get`; a whole one takes the place of all there was. */
  readonly learnRooms: (subscriptions: unknown, rooms: unknown, isWhole: boolean) => void;
  /** Since when the server has to tell what changed; empty while nothing is known. */
  readonly since: () => string;
  /** Takes the detail of `unread-changed-by-subscription`. */
  readonly hearUnread: (detail: unknown) => void;
  /** Takes the detail of `notification`. */
  readonly hearNotification: (detail: unknown) => void;
  /**
   * Of a message that the server has: the notification that the page would have made of it, had it heard; undefined where it
   * heard, or would have made none. From then on it is as one that was heard.
   */
  readonly takeMissed: (message: unknown) => MissedMessage | undefined;
  /** All of it, without what people wrote. */
  readonly raw: () => { readonly heard: readonly object[] };
}

/** A message that nobody told of, in words for a notification. */
export interface MissedMessage {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly username: string;
  /** Where its room is, below the root. */
  readonly path: string;
}

/** Tells of what was said while the page had no line. */
export interface Missed {
  /** Goes to a path below the root. */
  open: (path: string) => void;
  /** Whether the page has a WebSocket; unknown before it ever tried. */
  readonly line: () => 'open' | 'cut' | 'unknown';
}

/** Tells the server what the person has read. */
export interface Reading {
  /** One room after another, threads too, as soon as the server may be told. */
  readonly read: (roomId: string) => void;
}

/** When the server is asked, and what is told of it. */
export interface Asking {
  /** Somebody signed in or out, or it is somebody else; empty when nobody. */
  readonly begin: (who: string) => void;
  /** Something may have changed: asks once it has settled, as soon as the server may be asked. */
  readonly want: (isWhole: boolean) => void;
  /** Tells what is known, where it is known who is there. */
  readonly tell: () => void;
  /** Nobody is signed in. */
  readonly signOut: () => void;
  /** How the server calls its version, the best known. */
  version: string | undefined;
}
