import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, type Session, type WebContents } from 'electron/main';
import type { ServiceId } from '../core/model/service';
import { isOnScreen, selectService } from '../core/state/selectors';
import { recipeById } from '../recipes/index';
import { handleDownloads } from './effects/downloads';
import type { IconStore } from './effects/icon-store';
import { listenForKeys } from './effects/keys';
import { watchSiteIcon } from './effects/site-icons';
import { createServiceGate, startServiceChannel } from './ipc/service-channel';
import type { Log } from './log';
import type { Platform } from './platform';
import { createRefusals } from './refusals';
import { gateDialogs, type DialogPort } from './security/page-dialogs';
import { createLoginDesk, type LoginDesk } from './security/logins';
import { guardNavigation, toChildOptions } from './security/navigation-guard';
import { createPermissionDesk, type PermissionDesk } from './security/permissions';
import { createServiceSessions, type ServiceSessions } from './security/sessions';
import type { AppStore, Stop } from './store/app-store';
import { timers } from './timers';
import { createServicePages, type ServicePages } from './views/service-pages';
import { pagePreferences, startServiceViews, type ServiceViews } from './views/service-views';
import { reportViewEvents } from './views/view-events';
import { startWorkerBridge, type WorkersPort } from './views/worker-bridge';
import type { PreloadSession } from './views/worker-bridge-preload';
import { createWorkerRecords } from './views/worker-bridge-records';
import type { ShellWindow } from './windows/shell-window';

interface StartPagesDeps {
  readonly store: AppStore;
  readonly shell: ShellWindow;
  readonly icons: IconStore;
  readonly preloadFile: string;
  /** The bundle that runs in services' workers. */
  readonly workerFile: string;
  readonly platform: Platform;
  readonly openExternal: (address: string) => boolean;
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly log: Log;
}

/** All that hosts the services' pages. */
export interface Pages {
  readonly views: ServiceViews;
  readonly pages: ServicePages;
  readonly sessions: ServiceSessions;
  readonly permissions: PermissionDesk;
  readonly logins: LoginDesk;
  readonly stop: Stop;
}

const hostsOf = (recipeId: string) => {
  const recipe = recipeById(recipeId);
  return { hosts: recipe?.hosts ?? [], signInHosts: recipe?.signInHosts ?? [] };
};

/** Electron 33's types do not know what 35 brought. */
const toPreloadSession = (session: Session): PreloadSession | undefined =>
  'registerPreloadScript' in session ? (session as unknown as PreloadSession) : undefined;

/** Joins views, sessions, guards and the service channel: every page of a service passes here once. */
export function startPages(deps: StartPagesDeps): Pages {
  const { store, shell, log, newId, nowMs } = deps;
  const refusals = createRefusals(store, log, timers.after);
  const refuse = (serviceId: ServiceId, reason: string): void => refusals.count(serviceId, reason);
  const clickedAtMs = new Map<ServiceId, number>();
  store.onAction('notification-clicked', ({ notificationId }, _after, before) => {
    const clicked = before.session.notifications.find((one) => one.id === notificationId);
    if (clicked !== undefined) clickedAtMs.set(clicked.serviceId, nowMs());
  });
  const permissions = createPermissionDesk({ store, hostsOf, newId, nowMs, refuse });
  const logins = createLoginDesk(store, newId, nowMs);
  const pages = createServicePages({ store, hostsOf, openExternal: deps.openExternal, newId, nowMs });
  const sessions = createServiceSessions({
    store,
    equip: (serviceId, session) => {
      permissions.guard(serviceId, session);
      handleDownloads(session, store, newId, nowMs, (reason) => refuse(serviceId, reason));
    },
    withoutPage: (serviceId, work) => views.withoutPage(serviceId, work),
    onProblem: (text, error) => log.problem(text, error),
  });

  const records = createWorkerRecords(nowMs);
  const channelDeps = { ...pages.channelDeps, refuse: refusals.count, workers: records };
  const gate = createServiceGate(channelDeps);
  const workerBundle = readFileSync(deps.workerFile, 'utf8');

  const bridgeWorkers = (serviceId: ServiceId, contents: WebContents, session: Session): void => {
    const stop = startWorkerBridge(
      {
        debugger: contents.debugger,
        // Electron's overloads of `on` cannot be matched to one signature.
        workers: session.serviceWorkers as WorkersPort,
        frames: () => contents.mainFrame.framesInSubtree,
        hasWorkers: session.storagePath !== null && existsSync(join(session.storagePath, 'Service Worker')),
        preloads: toPreloadSession(session),
      },
      {
        serviceId,
        senderId: contents.id,
        gate,
        records,
        bundlePath: deps.workerFile,
        bundle: workerBundle,
        token: newId(),
        onProblem: (reason) => log.problem(`worker of ${serviceId}: ${reason}`),
      },
    );
    contents.on('destroyed', stop);
  };

  /** The part that a view and its child windows share. */
  const connectPage = (serviceId: ServiceId, contents: WebContents, isSeen: () => boolean) => {
    pages.add(serviceId, contents);
    listenForKeys(store, contents, deps.platform);
    return gateDialogs(
      // Electron's overloads of `on` do not name its own events.
      contents as unknown as DialogPort,
      isSeen,
      (reason) => refuse(serviceId, reason),
      log,
    );
  };

  const connectView = (serviceId: ServiceId, contents: WebContents, session: Session): void => {
    const isSeen = (): boolean => isOnScreen(store.getState(), serviceId);
    const dialogs = connectPage(serviceId, contents, isSeen);
    bridgeWorkers(serviceId, contents, session);
    reportViewEvents(serviceId, contents, {
      ...deps,
      isExpectedToAnswer: () => isSeen() && !dialogs.isOpen(),
    });
    watchSiteIcon(serviceId, contents, session, deps);
    guardNavigation(contents, {
      serviceOf: () => selectService(store.getState(), serviceId),
      hostsOf,
      openExternal: deps.openExternal,
      childOptions: () => toChildOptions(session, pagePreferences(session, deps.preloadFile)),
      connectChild: (child) =>
        void connectPage(serviceId, child, () => BrowserWindow.fromWebContents(child)?.isFocused() === true),
      notificationClickedAtMs: () => clickedAtMs.get(serviceId) ?? Number.NEGATIVE_INFINITY,
      refuse: (reason) => refuse(serviceId, reason),
      nowMs,
    });
  };

  const views = startServiceViews({
    store,
    window: shell.window,
    shellView: shell.shellView,
    preloadFile: deps.preloadFile,
    prepareSession: sessions.prepare,
    connect: (service, view) => connectView(service.id, view.webContents, sessions.prepare(service)),
  });
  const stopChannel = startServiceChannel(ipcMain, channelDeps, gate);
  app.on('login', (event, contents, _details, info, callback) => {
    const serviceId = contents === null || contents === undefined ? undefined : pages.serviceOf(contents.id);
    if (serviceId === undefined) return;
    event.preventDefault();
    logins.ask({ serviceId, host: info.host, realm: info.realm, isProxy: info.isProxy }, (credentials) => {
      if (credentials === undefined) callback();
      else callback(credentials.username, credentials.password);
    });
  });
  for (const { id, icon } of store.getState().persisted.services) {
    if (icon.kind !== 'site') continue;
    void deps.icons.read(id).then((png) => {
      if (png !== undefined) store.dispatch({ kind: 'site-icon-changed', serviceId: id });
    });
  }
  const stopClearing = store.onAction('data-clearing-requested', ({ serviceId }) => records.clear(serviceId));
  const stopForgetting = store.onAction('service-removal-final', ({ serviceId }) => {
    gate.forget(serviceId);
    records.forget(serviceId);
    void deps.icons.remove(serviceId);
  });
  return {
    views,
    pages,
    sessions,
    permissions,
    logins,
    stop: () => {
      stopChannel();
      refusals.stop();
      stopClearing();
      stopForgetting();
      sessions.stop();
      views.stop();
    },
  };
}
