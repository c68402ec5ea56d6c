import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nativeImage } from 'electron/common';
import { app, type BaseWindow } from 'electron/main';
import { overlayIconFile } from '../core/decide/tray-icon';
import { selectService } from '../core/state/selectors';
import { startBadge } from './effects/badge';
import { startLauncher } from './effects/launcher';
import { decodePicture } from './effects/notifications/decode-picture';
import {
  canReplaceNotifications,
  createElectronNotification,
} from './effects/notifications/electron-notification';
import { fetchPicture } from './effects/notifications/fetch-picture';
import { createLinuxPresenter } from './effects/notifications/linux-presenter';
import { createNativePresenter } from './effects/notifications/native-presenter';
import { createPictureFiles } from './effects/notifications/picture-files';
import { createPictures } from './effects/notifications/pictures';
import { startNotifications, type NotificationsPort } from './effects/notifications/start-notifications';
import { startServicePictures } from './effects/notifications/service-pictures';
import { startOverlayIcon } from './effects/overlay-icon';
import { startTrayHost } from './effects/tray-host';
import { createElectronTray } from './effects/tray/electron-tray';
import { startTray } from './effects/tray/start-tray';
import { startWindowTitle } from './effects/window-title';
import type { Log } from './log';
import type { PlatformFacts } from './platform';
import type { FindIcon } from './security/app-protocol';
import { createSessionBus } from './session-bus/session-bus';
import type { Pages } from './start-pages';
import type { AppStore, Stop } from './store/app-store';
import { createTexts } from './texts';
import type { TimerPort } from './views/retry';

interface DesktopDeps extends TimerPort {
  readonly store: AppStore;
  readonly facts: PlatformFacts;
  readonly window: BaseWindow;
  readonly pages: Pages;
  readonly findIcon: FindIcon;
  readonly log: Log;
}

/** Starts what the desktop sees of Foyer: notifications, tray, counts on dock, taskbar and launcher, window title. */
export function startDesktop(deps: DesktopDeps): Stop {
  const { store, facts, window, nowMs, log } = deps;
  const { platform, desktopFileName } = facts;
  const iconsFolder = join(import.meta.dirname, '../icons');
  const translate = createTexts(app.getLocale());
  const bus =
    platform === 'linux'
      ? createSessionBus({ address: facts.sessionBusAddress, load: () => import('dbus-next') })
      : undefined;
  const files = createPictureFiles(app.getPath('temp'));

  const createPresenter: NotificationsPort['createPresenter'] = (events) =>
    bus === undefined
      ? createNativePresenter(events, {
          create: createElectronNotification,
          canReplace: canReplaceNotifications(),
          hasSubtitle: platform === 'darwin',
          translate,
        })
      : createLinuxPresenter(events, {
          bus,
          urlOf: files.urlOf,
          translate,
          desktopEntry: desktopFileName.replace(/\.desktop$/, ''),
        });

  const stops = [
    store.onAction('notification-failed', ({ reason }) => log.info(`notification not shown: ${reason}`)),
    startWindowTitle(store, { setTitle: (title) => window.setTitle(title) }),
    startDesktopNotifications(deps, iconsFolder, createPresenter),
    startTray(store, {
      create: createElectronTray({ platform, iconsFolder }),
      translate,
      platform,
      now: nowMs,
    }),
    startTrayHost(store, { bus }),
    ...(bus === undefined ? [] : [startLauncher(store, { bus, desktopFileName })]),
    ...(platform === 'darwin' ? [startBadge(store, { setText: (text) => app.dock?.setBadge(text) })] : []),
    ...(platform === 'win32' ? [startOverlay(deps, iconsFolder, translate)] : []),
  ];
  return () => {
    stops.forEach((stop) => stop());
    files.stop();
    bus?.close();
  };
}

function startDesktopNotifications(
  { store, pages, findIcon }: DesktopDeps,
  iconsFolder: string,
  createPresenter: NotificationsPort['createPresenter'],
): Stop {
  const own = startServicePictures(store, async (service) => {
    const file =
      (await findIcon(service.id)) ?? (await readFile(join(iconsFolder, `recipes/${service.recipeId}.png`)));
    return decodePicture(Buffer.from(file));
  });
  const given = createPictures({
    fetch: async (serviceId, url) => {
      const service = selectService(store.getState(), serviceId);
      if (service === undefined) return undefined;
      const session = pages.sessions.prepare(service);
      return fetchPicture(url, { fetch: (address, options) => session.fetch(address, options) });
    },
    decode: decodePicture,
  });
  const stop = startNotifications(store, {
    createPresenter,
    pictureOf: (service, iconUrl) =>
      (iconUrl === undefined ? undefined : given.find(service.id, iconUrl)) ?? own.find(service.id),
    sendToPage: (notification, event) =>
      pages.pages
        .senderOf(notification)
        ?.reply({ kind: 'notification-event', pageId: notification.pageId, event }),
  });
  return () => {
    stop();
    own.stop();
  };
}

const startOverlay = (
  { store, window }: DesktopDeps,
  iconsFolder: string,
  translate: ReturnType<typeof createTexts>,
): Stop =>
  startOverlayIcon(store, {
    setMark: (mark, description) =>
      window.setOverlayIcon(
        mark === undefined ? null : nativeImage.createFromPath(join(iconsFolder, overlayIconFile(mark))),
        description,
      ),
    translate,
  });
