import type { Translate } from '../../../core/model/translate';
import type { BusAnswer, SessionBus } from '../../session-bus/bus';
import { Typed } from '../../session-bus/wire';
import type { Picture } from '../../icons/picture';
import type { DesktopNotification, NotificationButton, Presenter, PresenterEvents } from './presenter';
import { toTitle } from './notification-title';

const DAEMON = {
  name: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;
const URGENCY_NORMAL = 1;

export interface LinuxPresenterPort {
  readonly bus: Pick<SessionBus, 'call' | 'watch'>;
  /** Gives the `file:` URL of a picture, written if it is not there yet. */
  readonly urlOf: (picture: Picture) => Promise<string | undefined>;
  readonly translate: Translate;
  /** As desktops know the app: the desktop file's name without its ending. */
  readonly desktopEntry: string;
}

interface Entry {
  readonly notification: DesktopNotification;
  /** The daemon's number for it; 0 when it has none. */
  number: Promise<number>;
  isOver: boolean;
}

interface Daemon {
  owner: string | undefined;
  capabilities: Promise<ReadonlySet<string>> | undefined;
  /** Settles when all that were asked for so far are ready to be sent. */
  turn: Promise<unknown>;
}

/**
 * Creates the presenter of Linux desktops: `org.freedesktop.Notifications` spoken straight over the session bus.
 * Nothing waits for the daemon. One that hangs is told all when it wakes; one that is absent makes `failed`.
 */
export function createLinuxPresenter(events: PresenterEvents, port: LinuxPresenterPort): Presenter {
  const entries = new Map<string, Entry>();
  const idByNumber = new Map<number, string>();
  const daemon: Daemon = { owner: undefined, capabilities: undefined, turn: Promise.resolve() };

  const capabilities = (): Promise<ReadonlySet<string>> => {
    daemon.capabilities ??= port.bus.call({ ...DAEMON, member: 'GetCapabilities' }).then(toCapabilities);
    return daemon.capabilities;
  };

  const withdraw = (number: number): void => {
    idByNumber.delete(number);
    if (number > 0)
      void port.bus.call({ ...DAEMON, member: 'CloseNotification', signature: 'u', body: [number] });
  };

  const send = async (entry: Entry, older: Promise<number>): Promise<number> => {
    const { notification } = entry;
    const preparing = Promise.all([
      capabilities(),
      notification.picture === undefined ? undefined : port.urlOf(notification.picture),
    ]);
    // Each waits for those before it, so that a picture still to be written does not change the order of messages.
    const turn = Promise.all([daemon.turn, preparing]);
    daemon.turn = turn;
    await turn;
    const [can, imageUrl] = await preparing;
    const replaced = await older;
    if (entry.isOver) return replaced;
    const answer = await port.bus.call({
      ...DAEMON,
      member: 'Notify',
      signature: 'susssasa{sv}i',
      body: toNotify(notification, replaced, can, imageUrl, port),
      timeoutMs: 'never',
    });
    const number = answer.kind === 'reply' && typeof answer.body[0] === 'number' ? answer.body[0] : 0;
    if (number !== replaced) idByNumber.delete(replaced);
    if (entry.isOver) return number;
    if (number === 0) {
      end(notification.id);
      events.failed(notification.id, answer.kind === 'failed' ? answer.reason : 'no number');
      return 0;
    }
    idByNumber.set(number, notification.id);
    events.shown(notification.id);
    return number;
  };

  const end = (id: string): Entry | undefined => {
    const entry = entries.get(id);
    if (entry !== undefined) entry.isOver = true;
    entries.delete(id);
    return entry;
  };

  const dismissAll = (): void => {
    const ids = [...idByNumber.values()];
    idByNumber.clear();
    for (const id of ids) if (end(id) !== undefined) events.dismissed(id);
  };

  const stopWatching = port.bus.watch(DAEMON, {
    onOwner: (owner) => {
      if (daemon.owner !== undefined) dismissAll();
      daemon.owner = owner;
      daemon.capabilities = undefined;
      if (owner !== undefined) void capabilities();
    },
    onSignal: (member, [number, detail]) => {
      const id = typeof number === 'number' ? idByNumber.get(number) : undefined;
      if (id === undefined) return;
      if (member === 'ActionInvoked' && detail === 'default') events.clicked(id);
      else if (member === 'ActionInvoked' && entries.get(id)?.notification.actions.some(isCalled(detail)))
        events.acted(id, String(detail));
      if (member !== 'NotificationClosed' || typeof number !== 'number') return;
      idByNumber.delete(number);
      if (end(id) !== undefined) events.dismissed(id);
    },
  });

  return {
    show: (notification, replacedId) => {
      const older = replacedId === undefined ? undefined : end(replacedId);
      const entry: Entry = { notification, number: Promise.resolve(0), isOver: false };
      entries.set(notification.id, entry);
      entry.number = send(entry, older?.number ?? Promise.resolve(0));
    },
    close: (id) => {
      void end(id)?.number.then(withdraw);
    },
    stop: stopWatching,
  };
}

const isCalled =
  (id: unknown) =>
  (action: NotificationButton): boolean =>
    action.id === id;

const toCapabilities = (answer: BusAnswer): ReadonlySet<string> => {
  const names = answer.kind === 'reply' ? answer.body[0] : undefined;
  // One that does not say can be clicked, like nearly all.
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : ['actions']);
};

function toNotify(
  notification: DesktopNotification,
  replaced: number,
  can: ReadonlySet<string>,
  imageUrl: string | undefined,
  { translate, desktopEntry }: LinuxPresenterPort,
): readonly unknown[] {
  const { serviceName, isQuiet, isLasting } = notification;
  // KDE draws where a notification comes from by itself; elsewhere the title has to say it.
  const hasOrigin = serviceName !== undefined && can.has('x-kde-origin-name');
  const summary = toTitle({ title: notification.title, serviceName, hasOrigin }, translate);
  const body = can.has('body-markup') ? escapeMarkup(notification.body) : notification.body;
  const buttons = [{ id: 'default', label: translate('notification.open') }, ...notification.actions];
  const actions = can.has('actions') ? buttons.flatMap(({ id, label }) => [id, label]) : [];
  const hints = {
    'desktop-entry': new Typed('s', desktopEntry),
    urgency: new Typed('y', URGENCY_NORMAL),
    ...(hasOrigin ? { 'x-kde-origin-name': new Typed('s', serviceName) } : {}),
    ...(imageUrl === undefined ? {} : { 'image-path': new Typed('s', imageUrl) }),
    ...(isQuiet ? { 'suppress-sound': new Typed('b', true) } : {}),
  };
  return ['Foyer', replaced, '', summary, body, actions, hints, isLasting ? 0 : -1];
}

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
