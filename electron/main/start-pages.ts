import { ipcMain, webFrameMain } from 'electron/main';
import type { ServiceId } from '../core/model/service';
import { ownerAt, togetherWith } from '../core/model/storage-group';
import { isSilenced } from '../core/state/select-policy';
import { selectService } from '../core/state/selectors';
import { recipeById } from '../recipes/index';
import { formsOf, hostsOf } from '../recipes/recipe-facts';
import { createPageConnector } from './connect-page';
import { createWorkerConnector } from './connect-workers';
import { createDownloadDesk, type DownloadDesk } from './downloads/downloads';
import { systemFiles } from './downloads/download-files';
import { startPageSound } from './effects/page-sound';
import { startPageZoom } from './effects/page-zoom';
import { startServerMute } from './effects/server-mute';
import type { IconStore } from './icons/icon-store';
import { showKeptIcons } from './icons/show-kept-icons';
import { createServiceGate, startServiceChannel } from './ipc/service-channel';
import { createCredentialDesk, type CredentialDesk } from './listeners/credentials';
import type { Log } from './log';
import type { OwnerOf } from './owner-of';
import type { Platform } from './platform';
import { createRefusals } from './refusals';
import { createDownloadMarker, systemMarkPort } from './security/download-marks';
import type { OpenExternal } from './security/open-external';
import { createServiceSessions, type ServiceSessions } from './security/sessions';
import { readSources } from './sharing/read-sources';
import { createShareDesk, type ShareDesk } from './sharing/share-desk';
import { startMemoryOfPages } from './sleep/pages-memory';
import { startReloads } from './sleep/reloads';
import { createSleepFacts, type SleepFacts } from './sleep/sleep-facts';
import { createQuestions, type Questions } from './start-questions';
import { startTweaks } from './start-tweaks';
import type { Stills } from './sleep/stills';
import { createSystemSpelling } from './spelling/system-spelling';
import { stopAll, type AppStore, type Stop } from './store/app-store';
import { timers } from './timers';
import { createTurns, ownTurns } from './turns';
import { createCaptures } from './views/captures';
import { createServicePages, type ServicePages } from './views/service-pages';
import { startServiceViews, type ServiceViews } from './views/service-views';
import { createWorkerRecords } from './views/worker-bridge-records';
import type { ShellWindow } from './windows/shell-window';

interface StartPagesDeps {
  readonly store: AppStore;
  readonly shell: ShellWindow;
  readonly icons: IconStore;
  readonly stills: Stills;
  readonly preloadFile: string;
  /** The bundle that runs in services' workers. */
  readonly workerFile: string;
  readonly platform: Platform;
  readonly isWayland: boolean;
  /** Nothing the person made runs in pages. */
  readonly isSafeMode: boolean;
  readonly openExternal: OpenExternal;
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly log: Log;
}

/** All that hosts the services' pages. */
export interface Pages extends Omit<Questions, 'join'> {
  readonly views: ServiceViews;
  readonly pages: ServicePages;
  readonly sessions: ServiceSessions;
  readonly credentials: CredentialDesk;
  readonly sleepFacts: SleepFacts;
  readonly downloads: DownloadDesk;
  readonly shares: ShareDesk;
  readonly stop: Stop;
}

/** Whether there still is such a frame. */
const isFrameThere = (processId: number, routingId: number): boolean =>
  webFrameMain.fromId(processId, routingId) !== undefined;

/** Joins views, sessions, guards and the service channel: every page of a service passes here once. */
export function startPages(deps: StartPagesDeps): Pages {
  const { store, shell, log, newId, nowMs } = deps;
  const services = () => store.getState().persisted.services;
  const allWith = (serviceId: ServiceId) => togetherWith(services(), serviceId);
  const atOrigin = (storageId: ServiceId, url: string) =>
    ownerAt(services(), storageId, url, ({ id }) => pages.isOwnSite(id, url));
  const refusals = createRefusals(store, log, timers.after);
  const refuse = (serviceId: ServiceId, reason: string): void => refusals.count(serviceId, reason);
  const captures = createCaptures({
    store,
    after: timers.after,
    isFrameThere,
    refuse,
  });
  const shares = createShareDesk({
    ...timers,
    store,
    system: deps,
    newId,
    isOwnSite: (serviceId, url) => pages.isOwnSite(serviceId, url),
    readSources,
    isFrameThere,
    refuse,
    onProblem: (error) => log.problem('bug', error),
  });
  const questions = createQuestions({
    store,
    platform: deps.platform,
    captures,
    shares,
    views: () => views,
    refuse,
    newId,
    nowMs,
    log,
  });
  const { permissions, certificates } = questions;
  const credentials = createCredentialDesk({
    serviceOf: (serviceId) => selectService(store.getState(), serviceId),
    listeningOf: (recipeId) => recipeById(recipeId)?.listening,
    pageOf: (serviceId) => views.viewOf(serviceId)?.webContents,
    isOwnSite: (serviceId, url) => pages.isOwnSite(serviceId, url),
    cookiesOf: (service) => sessions.prepare(service).cookies,
    newId,
    after: timers.after,
    refuse,
  });
  const sleepFacts = createSleepFacts(store, deps.stills, (error) => log.problem('bug', error));
  const pages = createServicePages({
    store,
    hostsOf,
    formsOf,
    captures,
    shares,
    credentials,
    hearUnsent: sleepFacts.hearUnsent,
    openExternal: deps.openExternal,
    newId,
    nowMs,
  });
  const downloads = createDownloadDesk({
    store,
    newId,
    nowMs,
    refuse,
    tell: sleepFacts.hearDownload,
    mark: createDownloadMarker(deps.platform, systemMarkPort, log),
    files: systemFiles,
  });
  const spelling = createSystemSpelling(store, deps.platform, log);
  const sessions = createServiceSessions({
    store,
    equip: (storageId, session) => {
      const ownerOf: OwnerOf = (page, url) =>
        (page ? pages.serviceOf(page.id) : undefined) ?? atOrigin(storageId, url);
      permissions.guard(ownerOf, session);
      shares.guard(session);
      certificates.guard(storageId, session);
      sleepFacts.guard(storageId, ownerOf, session);
      downloads.guard(ownerOf, session);
      spelling.guard(storageId, session);
    },
    withoutPage: (serviceId, work) => views.withoutPage(serviceId, work),
    hasPage: (serviceId) => views.viewOf(serviceId) !== undefined,
    onProblem: (text, error) => log.problem(text, error),
  });

  // Before the first page is there.
  const stopWatching = pages.onPage(sleepFacts.watch);
  const stopMemory = startMemoryOfPages(store, pages, deps.platform);

  const records = createWorkerRecords(nowMs, allWith);
  const channelDeps = { ...pages.channelDeps, refuse: refusals.count, workers: records };
  const gate = createServiceGate({ ...channelDeps, turns: createTurns(ownTurns) });
  const connector = createPageConnector({
    ...deps,
    hostsOf,
    pages,
    sessions,
    refuse,
    refusedAt: certificates.refusedAt,
    guardDownloads: downloads.guard,
    connectWorkers: createWorkerConnector({ ...deps, ownerAt: atOrigin, gate, records }),
  });
  const views = startServiceViews({
    store,
    window: shell.window,
    shellView: shell.shellView,
    shellPage: shell.page,
    platform: deps.platform,
    nowMs,
    preloadFile: deps.preloadFile,
    prepareSession: sessions.prepare,
    whenOnItsWay: sessions.whenOnItsWay,
    connect: (service, view) => connector.connect(service, view.webContents, sessions.prepare(service)),
  });
  // In the order of their starting; they end the other way round.
  const stops = [
    refusals.stop,
    captures.stop,
    shares.stop,
    credentials.stop,
    pages.stop,
    sleepFacts.stop,
    downloads.stop,
    spelling.stop,
    stopWatching,
    stopMemory,
    startPageSound(store, { isSilenced, pagesOf: pages.pagesOf, onPage: pages.onPage }),
    startPageZoom(store, { pagesOf: pages.pagesOf, onPage: pages.onPage }),
    startTweaks({ store, pages, hostsOf, isSafeMode: deps.isSafeMode }),
    startServerMute(store, timers),
    questions.stop,
    sessions.stop,
    connector.stop,
    views.stop,
    startReloads(store, {
      nowMs,
      refresh: async (serviceId) => {
        const contents = views.viewOf(serviceId)?.webContents;
        return contents !== undefined && (await sleepFacts.refresh(serviceId, contents));
      },
    }),
    startServiceChannel(ipcMain, channelDeps, gate),
    ...questions.join(pages),
    store.onAction('data-clearing-requested', ({ serviceId }) => allWith(serviceId).forEach(records.clear)),
    store.onAction('cache-clearing-requested', ({ serviceId }) => allWith(serviceId).forEach(records.clear)),
    store.onAction('kept-opened', () => void showKeptIcons(store, deps.icons)),
    store.onAction('service-removal-final', ({ serviceId }) => {
      gate.forget(serviceId);
      records.forget(serviceId);
      void deps.icons.remove(serviceId);
    }),
  ];
  void showKeptIcons(store, deps.icons);
  return {
    views,
    pages,
    sessions,
    ...questions,
    credentials,
    sleepFacts,
    downloads,
    shares,
    stop: () => stopAll(stops.toReversed(), (error) => log.problem('bug', error)),
  };
}
