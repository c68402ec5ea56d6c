import { type Message, MessageType } from 'dbus-next';
import { opened } from './desktop-bus.js';
import { createFeed, type Feed } from './desktop-feed.js';

export interface DesktopNotification {
  /** Given by the daemon; the same again when an older one was replaced. */
  readonly id: number;
  readonly appName: string;
  readonly title: string;
  readonly body: string;
  /** A file, a URL or a themed name; empty when the picture comes in the hints. */
  readonly icon: string;
  /** The picture sent along, if one was. */
  readonly image: NotificationImage | undefined;
  readonly actions: readonly { readonly key: string; readonly label: string }[];
  readonly hints: Readonly<Record<string, unknown>>;
  /** The one it replaced, or 0. */
  readonly replacesId: number;
  /** What the app asked for; -1 leaves it to the daemon, 0 is for ever. */
  readonly expireMs: number;
  /** When the call reached the bus: epoch milliseconds with a fraction. */
  readonly receivedAtMs: number;
}

export interface NotificationImage {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, or four when it has transparency. */
  readonly hasAlpha: boolean;
  readonly pixels: Buffer;
}

export interface DunstLog {
  readonly shown: Feed<DesktopNotification>;
  /** Reason 1 expired, 2 dismissed by the user, 3 closed by the app or by us. */
  readonly closed: Feed<{ readonly id: number; readonly reason: number }>;
  readonly invoked: Feed<{ readonly id: number; readonly action: string }>;
  /** Those that are neither clicked nor closed yet. */
  open(): readonly DesktopNotification[];
  hear(message: Message, receivedAtMs: number): void;
  forget(): void;
  forgetOpen(): void;
}

/** Puts together from bus traffic what reached the notification daemon and what became of it. */
export function createDunstLog(): DunstLog {
  const shown = createFeed<DesktopNotification>('notification');
  const closed = createFeed<{ readonly id: number; readonly reason: number }>('closed notification');
  const invoked = createFeed<{ readonly id: number; readonly action: string }>('clicked notification');
  const calls = new Map<string, Omit<DesktopNotification, 'id'>>();
  const onScreen = new Map<number, DesktopNotification>();
  const hearAnswer = (message: Message) => {
    const key = `${message.destination} ${message.replySerial}`;
    const call = calls.get(key);
    if (!call) return;
    calls.delete(key);
    if (message.type !== MessageType.METHOD_RETURN) return;
    const one = { ...call, id: Number(message.body[0]) };
    onScreen.set(one.id, one);
    shown.add(one);
  };
  const hearSignal = (message: Message) => {
    const [id, detail] = message.body as [number, unknown];
    if (message.member === 'ActionInvoked') invoked.add({ id, action: String(detail) });
    if (message.member !== 'NotificationClosed') return;
    onScreen.delete(id);
    closed.add({ id, reason: Number(detail) });
  };
  return {
    shown,
    closed,
    invoked,
    open: () => [...onScreen.values()],
    hear: (message, receivedAtMs) => {
      if (message.type === MessageType.METHOD_RETURN || message.type === MessageType.ERROR)
        hearAnswer(message);
      else if (message.interface !== 'org.freedesktop.Notifications') return;
      else if (message.type === MessageType.SIGNAL) hearSignal(message);
      else if (message.member === 'Notify') {
        calls.set(`${message.sender} ${message.serial}`, toCall(message, receivedAtMs));
      }
    },
    forget: () => {
      shown.clear();
      closed.clear();
      invoked.clear();
    },
    forgetOpen: () => onScreen.clear(),
  };
}

function toCall(message: Message, receivedAtMs: number): Omit<DesktopNotification, 'id'> {
  const [appName, replacesId, icon, title, body, actions, hints, expireMs] = opened(message.body);
  const words = actions as readonly string[];
  return {
    appName: String(appName),
    replacesId: Number(replacesId),
    icon: String(icon),
    image: toImage(hints as Record<string, unknown>),
    title: String(title),
    body: String(body),
    actions: words.flatMap((key, index) => (index % 2 === 0 ? [{ key, label: words[index + 1] ?? '' }] : [])),
    hints: hints as Record<string, unknown>,
    expireMs: Number(expireMs),
    receivedAtMs,
  };
}

type ImageHint = readonly [
  width: number,
  height: number,
  rowBytes: number,
  hasAlpha: boolean,
  bits: number,
  channels: number,
  pixels: Buffer,
];

function toImage(hints: Readonly<Record<string, unknown>>): NotificationImage | undefined {
  const hint = hints['image-data'] ?? hints['image_data'] ?? hints['icon_data'];
  if (hint === undefined) return undefined;
  const [width, height, , hasAlpha, , , pixels] = hint as ImageHint;
  return { width, height, hasAlpha, pixels };
}
