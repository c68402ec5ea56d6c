import type { Translate } from '../../../core/model/translate';
import type { Picture } from '../../icons/picture';
import type { DesktopNotification, Presenter, PresenterEvents } from './presenter';
import { toTitle } from './notification-title';

/** What is used of Electron's `Notification`. */
export interface NativeNotification {
  /** `index` is of the action; older and newer Electron tell it in different places. */
  readonly on: (
    event: 'show' | 'click' | 'close' | 'failed' | 'action',
    listener: (details: unknown, index?: unknown) => void,
  ) => void;
  readonly show: () => void;
  readonly close: () => void;
}

export interface NativeOptions {
  readonly title: string;
  readonly body: string;
  /** macOS draws it below the title; elsewhere it is empty. */
  readonly subtitle: string;
  readonly silent: boolean;
  readonly timeoutType: 'default' | 'never';
  readonly picture: Picture | undefined;
  /** What the buttons say; empty where the system has none. */
  readonly actions: readonly string[];
  /** Same again for one that takes another's place; for systems that replace by it. */
  readonly slot: string;
}

export interface NativePresenterPort {
  readonly create: (options: NativeOptions) => NativeNotification;
  /** True where a notification of the same slot replaces the older one by itself. */
  readonly canReplace: boolean;
  readonly hasSubtitle: boolean;
  /** See {@link hasButtons}. */
  readonly hasActions: boolean;
  readonly translate: Translate;
}

interface Entry {
  readonly native: NativeNotification;
  readonly slot: string;
}

/** Creates the presenter of macOS and Windows, on Electron's own notifications. */
export function createNativePresenter(events: PresenterEvents, port: NativePresenterPort): Presenter {
  // Held here too because Electron drops the events of one that is garbage collected.
  const entries = new Map<string, Entry>();

  const take = (id: string): Entry | undefined => {
    const entry = entries.get(id);
    entries.delete(id);
    return entry;
  };

  const listen = (native: NativeNotification, { id, actions }: DesktopNotification): void => {
    native.on('show', () => {
      if (entries.has(id)) events.shown(id);
    });
    native.on('click', () => {
      if (entries.has(id)) events.clicked(id);
    });
    native.on('action', (details, index) => {
      const action = actions[readIndex(details, index)];
      if (action !== undefined && entries.has(id)) events.acted(id, action.id);
    });
    native.on('close', (details) => {
      if (!isStillInCentre(details) && take(id) !== undefined) events.dismissed(id);
    });
    native.on('failed', (_details) => {
      if (take(id) !== undefined) events.failed(id, 'the system refused it');
    });
  };

  return {
    show: (notification, replacedId) => {
      const { id } = notification;
      const older = replacedId === undefined ? undefined : take(replacedId);
      const slot = older?.slot ?? id;
      if (older !== undefined && !port.canReplace) older.native.close();
      const native = port.create(toOptions(notification, slot, port));
      entries.set(id, { native, slot });
      listen(native, notification);
      native.show();
    },
    close: (id) => take(id)?.native.close(),
    stop: () => entries.clear(),
  };
}

function toOptions(
  { title, body, serviceName, picture, isQuiet, isLasting, actions }: DesktopNotification,
  slot: string,
  { hasSubtitle, hasActions, translate }: NativePresenterPort,
): NativeOptions {
  return {
    title: toTitle({ title, serviceName, hasOrigin: hasSubtitle }, translate),
    body,
    subtitle: hasSubtitle ? (serviceName ?? '') : '',
    silent: isQuiet,
    timeoutType: isLasting ? 'never' : 'default',
    picture,
    actions: hasActions ? actions.map(({ label }) => label) : [],
    slot,
  };
}

/**
 * True where Electron's notifications have buttons that tell when they are pressed: on macOS always (they show for a signed
 * app), on Windows since Electron 43 (before, what was pressed was lost unless the app was not running).
 */
export const hasButtons = (platform: string, electronVersion: string): boolean =>
  platform === 'darwin' || (platform === 'win32' && Number.parseInt(electronVersion, 10) >= 43);

function readIndex(details: unknown, index: unknown): number {
  const told =
    typeof details === 'object' && details !== null && 'actionIndex' in details ? details.actionIndex : index;
  return typeof told === 'number' ? told : -1;
}

/** Windows says `close` also when a toast only moves into the notification centre, where it can still be clicked. */
const isStillInCentre = (details: unknown): boolean =>
  typeof details === 'object' && details !== null && 'reason' in details && details.reason === 'timedOut';
