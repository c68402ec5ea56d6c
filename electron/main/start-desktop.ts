import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, globalShortcut, Menu, type BaseWindow } from 'electron/main';
import { nativeImage } from 'electron/common';
import type { Service } from '../core/model/service';
import type { Translate } from '../core/model/translate';
import { overlayIconFile } from '../core/decide/tray-icon';
import { startBadge } from './effects/badge';
import { startBusVerbs } from './effects/bus-verbs';
import { startLauncher } from './effects/launcher';
import { startMenu } from './effects/menu';
import {
  canReplaceNotifications,
  createElectronNotification,
} from './effects/notifications/electron-notification';
import { fetchPicture } from './effects/notifications/fetch-picture';
import { createLinuxPresenter } from './effects/notifications/linux-presenter';
import { createNativePresenter, hasButtons } from './effects/notifications/native-presenter';
import { toNotificationActions } from './effects/notifications/notification-actions';
import { createPictureFiles } from './effects/notifications/picture-files';
import { createPictures } from './effects/notifications/pictures';
import type { Presenter, PresenterEvents } from './effects/notifications/presenter';
import { startServicePictures } from './effects/notifications/service-pictures';
import { startNotifications } from './effects/notifications/start-notifications';
import { startOverlayIcon } from './effects/overlay-icon';
import { startTaskbarProgress } from './effects/taskbar-progress';
import { startSystemKey } from './effects/system-key';
import { startScreenReader } from './effects/screen-reader';
import { readSetting } from './effects/system-dnd/read-setting';
import { startSystemDnd } from './effects/system-dnd/start-system-dnd';
import { startTrayHost } from './effects/tray-host';
import { createElectronTray } from './effects/tray/electron-tray';
import { startTray } from './effects/tray/start-tray';
import { startWindowTitle } from './effects/window-title';
import { decodePicture } from './icons/picture';
import type { Log } from './log';
import type { OutsideDesk } from './outside/outside-desk';
import type { PlatformFacts } from './platform';
import type { FindIcon } from './security/app-protocol';
import { createSessionBus } from './session-bus/session-bus';
import type { SessionBus } from './session-bus/bus';
import type { Pages } from './start-pages';
import type { AppStore, Stop } from './store/app-store';
import { timers } from './timers';

interface DesktopDeps {
  readonly store: AppStore;
  readonly facts: PlatformFacts;
  readonly window: BaseWindow;
  readonly pages: Pages;
  readonly findIcon: FindIcon;
  readonly translate: Translate;
  /** Folder with `tray/`, `overlay/` and `recipes/`. */
  readonly iconsFolder: string;
  readonly outside: OutsideDesk;
  readonly nowMs: () => number;
  readonly log: Log;
}

/** Starts what the desktop sees of Foyer: notifications, tray, badges, menu, window title. */
export function startDesktop(deps: DesktopDeps): Stop {
  const { store, facts, window, pages, iconsFolder, translate, nowMs, log } = deps;
  const bus =
    facts.platform === 'linux'
      ? createSessionBus({ address: facts.sessionBusAddress, load: () => import('dbus-next') })
      : undefined;
  const files = createPictureFiles(app.getPath('temp'));
  const servicePictures = startServicePictures(store, (service) => loadPicture(deps, service));
  const pictures = createPictures({
    fetch: (serviceId, url) => {
      const session = pages.sessions.sessionOf(serviceId);
      return session === undefined
        ? Promise.resolve(undefined)
        : fetchPicture(url, { fetch: (address, options) => session.fetch(address, options) });
    },
    decode: decodePicture,
  });

  const createPresenter = (events: PresenterEvents): Presenter =>
    bus === undefined
      ? createNativePresenter(events, {
          create: createElectronNotification,
          canReplace: canReplaceNotifications(),
          hasSubtitle: facts.platform === 'darwin',
          hasActions: hasButtons(facts.platform, process.versions.electron),
          translate,
        })
      : createLinuxPresenter(events, {
          bus,
          urlOf: files.urlOf,
          translate,
          desktopEntry: facts.desktopFileName.replace(/\.desktop$/, ''),
        });

  const stops = [
    startMenu(store, {
      platform: facts.platform,
      translate,
      show: (menu) => Menu.setApplicationMenu(Menu.buildFromTemplate(menu)),
    }),
    startNotifications(store, {
      createPresenter,
      pictureOf: (service, iconUrl) =>
        (iconUrl === undefined ? undefined : pictures.find(service.id, iconUrl)) ??
        servicePictures.find(service.id),
      actionsOf: (notification, service) => toNotificationActions(notification, service.name, translate),
      nowMs,
      sendToPage: (notification, event) => {
        const { pageId } = notification;
        pages.pages.senderOf(notification)?.reply({ kind: 'notification-event', pageId, event });
      },
    }),
    store.onAction('locked', files.clear),
    // Daemons say why in words of their own.
    store.onAction('notification-failed', () => log.info('notification failed')),
    startSystemDnd(store, { bus, readSetting }),
    startScreenReader({ bus, setSupport: (isOn) => app.setAccessibilitySupportEnabled(isOn) }),
    startTrayHost(store, { bus }),
    startTray(store, {
      create: createElectronTray({ platform: facts.platform, iconsFolder }),
      translate,
      platform: facts.platform,
      after: timers.after,
    }),
    startSystemKey(store, {
      platform: facts.platform,
      register: (accelerator, onPress) => globalShortcut.register(accelerator, onPress),
      unregister: (accelerator) => globalShortcut.unregister(accelerator),
      hide: () => window.hide(),
    }),
    startWindowTitle(store, { translate, setTitle: (title) => window.setTitle(title) }),
    ...(bus === undefined ? [] : [startBusVerbs({ bus, hear: deps.outside.hear })]),
    ...startPlatformBadges(deps, bus),
  ];
  return () => {
    stops.forEach((stop) => stop());
    servicePictures.stop();
    files.clear();
    bus?.close();
  };
}

/** Where the count is shown differs by system. */
function startPlatformBadges(
  { store, facts, window, iconsFolder, translate }: DesktopDeps,
  bus: SessionBus | undefined,
): readonly Stop[] {
  if (bus !== undefined)
    return [startLauncher(store, { bus, desktopFileName: facts.desktopFileName, after: timers.after })];
  const progress = startTaskbarProgress(store, { setProgress: (share) => window.setProgressBar(share) });
  if (facts.platform === 'darwin')
    return [progress, startBadge(store, { setText: (text) => app.dock?.setBadge(text) })];
  return [
    progress,
    startOverlayIcon(store, {
      setMark: (mark, description) => {
        const icon =
          mark === undefined ? null : nativeImage.createFromPath(join(iconsFolder, overlayIconFile(mark)));
        window.setOverlayIcon(icon, description);
      },
      translate,
    }),
  ];
}

/** The service's own picture, or its recipe's. */
async function loadPicture({ findIcon, iconsFolder }: DesktopDeps, service: Service) {
  const own = await findIcon(service.id);
  const file =
    own ?? (await readFile(join(iconsFolder, 'recipes', `${service.recipeId}.png`)).catch(() => undefined));
  return file === undefined ? undefined : decodePicture(file);
}
