import * as z from 'zod/mini';
import type { Level } from '../model/rule';
import { toCount } from '../model/unread';
import { channelMessages, hint } from './channel-messages';
import { credentialsMessage } from './credential-messages';
import type { DeviceChoice } from '../model/devices';
import { clipped, flag, toDeviceNames, toIconUrl } from './message-fields';
import { messageLimits } from './service-limits';
import { safeParse } from '../model/safe-parse';

export { messageLimits, serviceChannels } from './service-limits';

const id = z.string().check(z.minLength(1), z.maxLength(messageLimits.name));
const iconUrl = z.pipe(
  z.unknown(),
  z.transform((value: unknown): string | undefined => toIconUrl(value)),
);
const webUrl = z.string().check(z.maxLength(messageLimits.url), z.regex(/^https?:\/\//i));
const timestampMs = z.optional(z.catch(z.number().check(z.gte(0), z.lte(8.64e15)), 0));
const action = z.object({ action: clipped(messageLimits.name), title: clipped(messageLimits.title) });
const actions = z.pipe(
  z.unknown(),
  z.transform((value: unknown): unknown =>
    Array.isArray(value) ? value.slice(0, messageLimits.actions) : undefined,
  ),
);

const deviceNames = z.pipe(
  z.unknown(),
  z.transform((value: unknown): readonly string[] => toDeviceNames(value)),
);
const few = z.number().check(z.int(), z.gte(0), z.lte(9999));

const notificationShow = z.object({
  kind: z.literal('notification-show'),
  pageId: id,
  title: clipped(messageLimits.title),
  body: clipped(messageLimits.body),
  icon: z.optional(iconUrl),
  tag: clipped(messageLimits.tag),
  silent: flag,
  requireInteraction: flag,
  renotify: flag,
  timestampMs,
  lang: z.optional(clipped(messageLimits.name)),
  dir: z.optional(z.catch(z.enum(['auto', 'ltr', 'rtl']), 'auto')),
  origin: z.enum(['page', 'worker']),
  actions: z.optional(z.pipe(actions, z.catch(z.optional(z.array(action)), undefined))),
  /** What the service's adapter knows of it. */
  hint: z.optional(z.catch(z.optional(hint), undefined)),
  /** For `origin: 'worker'`: the registration it belongs to. */
  scope: z.optional(webUrl),
  /** For `origin: 'worker'`: what the page side needs to rebuild the notification; opaque to main. */
  state: z.optional(z.string().check(z.maxLength(messageLimits.state))),
});

const badgeValue = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('count'),
    count: z.pipe(
      z.unknown(),
      z.transform((value: unknown): number => (typeof value === 'number' ? toCount(value) : 0)),
    ),
  }),
  z.object({ kind: z.literal('flag') }),
  z.object({ kind: z.literal('none') }),
]);

const schema = z.discriminatedUnion('kind', [
  notificationShow,
  z.object({ kind: z.literal('notification-close'), pageId: id }),
  z.object({ kind: z.literal('badge'), badge: badgeValue }),
  z.object({ kind: z.literal('notification-list'), requestId: id, scope: webUrl }),
  z.object({ kind: z.literal('worker-ready') }),
  z.object({ kind: z.literal('worker-focus'), url: webUrl }),
  z.object({ kind: z.literal('worker-open'), url: webUrl }),
  z.object({ kind: z.literal('worker-done'), requestId: id }),
  /** So many tracks of microphone, camera and screen are live in the frame. */
  z.object({
    kind: z.literal('capture'),
    tracks: few,
    /** How many of them are of a camera, and of the screen. */
    cameras: z.optional(few),
    screens: z.optional(few),
    /** How often its document asked for the screen so far, and how often it came or failed to. */
    asks: z.optional(few),
    shares: z.optional(few),
  }),
  /** What cameras and microphones there are, by name. */
  z.object({ kind: z.literal('devices'), cameras: deviceNames, microphones: deviceNames }),
  /** Whether the person typed something into the frame that is there still; `files`: they gave it some. */
  z.object({ kind: z.literal('unsent'), what: z.enum(['text', 'files', 'nothing']) }),
  ...channelMessages,
  credentialsMessage,
  /** The preload held back this many messages of a page that sends too many. */
  z.object({ kind: z.literal('flood'), dropped: z.number().check(z.gte(1), z.lte(1e9)) }),
]);

/** What a service page (its frames and its worker) may say to main. Parsed, clipped, never trusted further. */
export type ServiceMessage = z.infer<typeof schema>;
export type NotificationShow = Extract<ServiceMessage, { readonly kind: 'notification-show' }>;
export type CaptureSaid = Extract<ServiceMessage, { readonly kind: 'capture' }>;
export type PageBadge = z.infer<typeof badgeValue>;
export type ServiceMessageRefusal = 'not-a-message' | 'too-big' | 'unknown-kind' | 'bad-shape';
export type ParsedServiceMessage =
  | { readonly ok: true; readonly message: ServiceMessage }
  | { readonly ok: false; readonly reason: ServiceMessageRefusal };

/** What main says back to the frame (or worker) that sent a message. */
export type ServiceEvent =
  | {
      readonly kind: 'notification-event';
      readonly pageId: string;
      /** `recall` is a click on one that may be gone from the desktop: the person opens it from the inbox. */
      readonly event: 'show' | 'click' | 'close' | 'error' | 'recall';
      readonly action?: string;
    }
  | {
      readonly kind: 'notification-list';
      readonly requestId: string;
      readonly items: readonly { readonly pageId: string; readonly state: string }[];
    }
  /** Answers `worker-ready`: workers that start from now on are met before their script. */
  | { readonly kind: 'worker-met' }
  | { readonly kind: 'to-worker'; readonly scope: string; readonly token: string; readonly text: string }
  /** Which camera and microphone the frame gets where it asks for any. */
  | ({ readonly kind: 'devices-chosen' } & DeviceChoice)
  /** The frame is to end what it sees of the screen. */
  | { readonly kind: 'share-stop' }
  /** The frame is to say anew what is unsent in it. */
  | { readonly kind: 'unsent-asked' }
  /** For the adapter. */
  | { readonly kind: 'open-channel'; readonly channelId: string; readonly messageId?: string | undefined }
  | { readonly kind: 'read-channel'; readonly channelId: string }
  | { readonly kind: 'mute-channel'; readonly channelId: string; readonly level: Level }
  /** For how many seconds nobody has touched the machine; `isGone` where its screen is locked, or it falls asleep. */
  | { readonly kind: 'presence'; readonly idleS: number; readonly isGone: boolean }
  /** For the preload alone, in a main frame: the person's own style and script for a document of that origin. */
  | {
      readonly kind: 'own-code';
      readonly origin: string;
      readonly css: string;
      readonly js: string;
      /** The document has just begun; else the style alone has changed. */
      readonly isNew: boolean;
    }
  /**
   * For the preload alone, in the main frame of a service's own view: what the service's session signs in with is
   * wanted. `stored` names entries of the page's storage by the name they are wanted under.
   */
  | {
      readonly kind: 'credentials-wanted';
      readonly requestId: string;
      readonly stored: Readonly<Record<string, string>>;
    };

/** The compiler checks that none is missing. */
const kinds: Readonly<Record<ServiceMessage['kind'], true>> = {
  'notification-show': true,
  'notification-close': true,
  badge: true,
  'notification-list': true,
  'worker-ready': true,
  'worker-focus': true,
  'worker-open': true,
  'worker-done': true,
  capture: true,
  devices: true,
  unsent: true,
  channels: true,
  'signed-in': true,
  connection: true,
  'channel-shown': true,
  'adapter-failed': true,
  credentials: true,
  flood: true,
};

/**
 * True for the text of a `capture` as our page side writes it, and for nothing else. Frames of another origin may
 * send it too: a call often lives in one.
 */
export const isCaptureText = (raw: unknown): raw is string =>
  typeof raw === 'string' &&
  /^\{"kind":"capture","tracks":\d{1,4}(?:,"cameras":\d{1,4},"screens":\d{1,4},"asks":\d{1,4},"shares":\d{1,4})?\}$/.test(
    raw,
  );

/** True for the text of an `unsent` as the preload writes it: frames of any origin may send it, of themselves. */
export const isUnsentText = (raw: unknown): raw is string =>
  typeof raw === 'string' && /^\{"kind":"unsent","what":"[a-z]{4,7}"\}$/.test(raw);

/** True for what tells of channels as the preload writes it: it may be larger than other messages. */
export const isChannelsText = (raw: unknown): raw is string =>
  typeof raw === 'string' && raw.startsWith('{"kind":"channels"');

/**
 * Gives the message a page sent, clipped and coerced, or why it is refused. Takes an object or its JSON text (at most
 * 262,144 units, 1,048,576 for channels); what is neither, too big, or of no known kind is refused before anything of it is walked.
 */
export function parseServiceMessage(value: unknown): ParsedServiceMessage {
  const raw = typeof value === 'string' ? fromText(value) : { ok: true as const, raw: value };
  if (!raw.ok) return raw;
  if (typeof raw.raw !== 'object' || raw.raw === null || Array.isArray(raw.raw))
    return refuse('not-a-message');
  const kind: unknown = Object.hasOwn(raw.raw, 'kind') ? Reflect.get(raw.raw, 'kind') : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return refuse('unknown-kind');
  const parsed = safeParse(schema, toCandidate(raw.raw));
  return parsed.success ? { ok: true, message: parsed.data } : refuse('bad-shape');
}

const names = [
  ...Object.keys(notificationShow.shape),
  ...channelMessages.flatMap(({ shape }) => Object.keys(shape)),
  ...['badge', 'requestId', 'url', 'tracks', 'cameras', 'screens', 'asks', 'shares', 'microphones'],
  ...['what', 'dropped', 'values'],
];

/** Reads the known own members and nothing else, so that a million further ones cost nothing. */
function toCandidate(raw: object): Readonly<Record<string, unknown>> {
  const candidate: Record<string, unknown> = {};
  for (const name of names) candidate[name] = Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined;
  return candidate;
}

type Refused = { readonly ok: false; readonly reason: ServiceMessageRefusal };

function refuse(reason: ServiceMessageRefusal): Refused {
  return { ok: false, reason };
}

function fromText(text: string): { readonly ok: true; readonly raw: unknown } | Refused {
  if (text.length > (isChannelsText(text) ? messageLimits.channelsWire : messageLimits.wire))
    return refuse('too-big');
  try {
    return { ok: true, raw: JSON.parse(text) };
  } catch {
    return refuse('not-a-message');
  }
}
