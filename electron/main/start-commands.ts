import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { app, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron/main';
import { hostedPlaces, listenable, recipeById, recipes } from '../recipes/index';
import { writeClipboard } from './clipboard';
import { createDiagnosticsDesk } from './diagnostics/diagnostics';
import { createDiscoveryPort } from './discovery/ask';
import { checkAddress } from './discovery/check-address';
import { createDiscover, DISCOVERY_TIMEOUT_MS } from './discovery/discover';
import type { IconStore } from './icons/icon-store';
import { createSiteIconKeeper } from './icons/site-icon-keeper';
import { createHandlers } from './ipc/handlers';
import { createRuleTableMaker } from './ipc/rule-table-maker';
import { type CommandPort, serveCommands } from './ipc/serve-commands';
import { COMMAND_CHANNEL } from '../core/ipc/contract';
import { lockedCommands } from '../core/ipc/lock-contract';
import { isLocked } from '../core/state/veil';
import type { Inbox } from './inbox/inbox';
import type { LockDesk } from './lock/lock-desk';
import type { FileCodec } from './lock/vault';
import type { Switcher } from './switcher/switcher';
import type { SyncDesk } from './sync/desk';
import { createAppBackups } from './moving/app-backups';
import { createAppMoving } from './moving/app-moving';
import { createLicences } from './licences/licences';
import type { KeptLog } from './log';
import type { OutsideDesk } from './outside/outside-desk';
import type { PlatformFacts } from './platform';
import { createProcessDesk } from './processes/process-desk';
import { sealPort } from './seal';
import { canSeal } from './seal-port';
import { bytesOfProcesses } from './sleep/machine-memory';
import { pidsOf } from './sleep/pages-memory';
import type { Browsers } from './security/browsers';
import { isShellFrame } from './security/lock-down';
import type { Pages } from './start-pages';
import type { AppStore, Stop } from './store/app-store';
import { createKeptAnswers } from './store/kept-answers';
import { createUserFiles } from './windows/user-files';
import { createDialogs } from './windows/dialogs';
import type { ShellWindow } from './windows/shell-window';

interface StartCommandsDeps {
  readonly store: AppStore;
  readonly facts: PlatformFacts;
  readonly commandDoor: CommandDoor;
  readonly shell: ShellWindow;
  readonly pages: Pages;
  readonly inbox: Inbox;
  readonly switcher: Switcher;
  readonly lock: LockDesk;
  readonly sync: () => Promise<SyncDesk>;
  /** Resolves when what was changed is on the disk. */
  readonly keep: () => Promise<void>;
  readonly outside: OutsideDesk;
  readonly browsers: Browsers;
  readonly icons: IconStore;
  /** The data folder, and the program that reads databases of other apps. */
  readonly folder: string;
  readonly codec: FileCodec;
  readonly databaseFile: string;
  /** The program that derives keys of passphrases. */
  readonly lockFile: string;
  /** Of the built app. */
  readonly outFolder: string;
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly log: KeptLog;
}

type CommandDoor = CommandPort<Pick<IpcMainInvokeEvent, 'senderFrame'>>;

/**
 * Hears the shell's commands from now on; they wait until there is who answers them. Its page asks for the state before its
 * code is there, and must not be told that nobody listens.
 */
export function openCommandDoor(): CommandDoor {
  type Listener = Parameters<CommandDoor['handle']>[1];
  const waiting: ((listener: Listener) => void)[] = [];
  const listener = new Promise<Listener>((resolve) => waiting.push(resolve));
  ipcMain.handle(COMMAND_CHANNEL, async (event, request) => (await listener)(event, request));
  return {
    handle: (_channel, given) => waiting.forEach((resolve) => resolve(given)),
    removeHandler: (channel) => ipcMain.removeHandler(channel),
    handleNow: (channel, given) => {
      const heard = (event: IpcMainEvent, request: unknown): void => {
        event.returnValue = given(event, request);
      };
      ipcMain.on(channel, heard);
      return () => ipcMain.off(channel, heard);
    },
  };
}

/** Serves the shell window's commands with everything they reach. */
export function startCommands(deps: StartCommandsDeps): Stop {
  const { store, facts, shell, pages, inbox, icons, newId, nowMs, log } = deps;
  const discover = createDiscover({
    ...createDiscoveryPort({
      certificates: pages.certificates,
      trusted: () => store.getState().persisted.certificates,
      recallProxy: pages.logins.recallProxy,
    }),
    hosted: hostedPlaces,
    timeoutMs: DISCOVERY_TIMEOUT_MS,
  });
  const about = {
    version: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    node: process.versions.node,
  };
  const files = createUserFiles(shell.window);
  const handlers = createHandlers({
    store,
    facts: { ...facts, listenable },
    about,
    licences: createLicences({
      outFolder: deps.outFolder,
      // Beside the executable; in an app of macOS among its resources.
      electronFolders: [dirname(process.execPath), process.resourcesPath],
      electron: process.versions.electron,
    }),
    newId,
    nowMs,
    checkAddress: async (recipeId, address) => {
      const recipe = recipeById(recipeId);
      return recipe === undefined
        ? { kind: 'refused', reason: 'unreachable' }
        : checkAddress(recipe, address, discover);
    },
    discover,
    keepSiteIcon: createSiteIconKeeper(store, icons, (error) => log.problem('icon not kept', error)),
    ...createDialogs(shell.window),
    files,
    diagnostics: createDiagnosticsDesk({
      store,
      log,
      about,
      facts,
      files,
      writeClipboard,
      nowMs,
      recipeIds: recipes.map(({ id }) => id),
      metrics: () => app.getAppMetrics(),
      random: Math.random,
    }),
    backups: createAppBackups({
      window: shell.window,
      folder: deps.folder,
      codec: deps.codec,
      lockFile: deps.lockFile,
    }),
    moving: createAppMoving({
      window: shell.window,
      folder: deps.folder,
      codec: deps.codec,
      processFile: deps.databaseFile,
      engineFile: facts.engineFile,
    }),
    inbox,
    table: createRuleTableMaker({ store, channels: inbox.channels, nowMs }),
    answerPermission: pages.permissions.answer,
    trustCertificate: pages.certificates.trust,
    answerOwnCertificate: pages.ownCertificates.answer,
    answerLogin: pages.logins.answer,
    switcher: deps.switcher,
    lock: deps.lock,
    sync: deps.sync,
    outside: deps.outside,
    shares: pages.shares,
    listBrowsers: deps.browsers.list,
    canKeepSignIns: () => canSeal(sealPort(facts.platform)),
    seal: sealPort(facts.platform),
    processes: createProcessDesk({
      metrics: () => app.getAppMetrics(),
      bytesOf: (metrics) =>
        bytesOfProcesses(
          metrics.map(({ pid }) => pid),
          facts.platform,
          () => metrics,
        ),
      pidsByService: () => {
        const on = store.getState().persisted.services.filter(({ enabled }) => enabled);
        return new Map(on.map(({ id }) => [id, pidsOf(pages.pages, id)]));
      },
      shellPids: () => pages.views.shellPages().map((page) => page.getOSProcessId()),
      cores: availableParallelism(),
      nowMs,
    }),
    restart: (isSafeMode) => {
      app.relaunch(facts.restartWith(isSafeMode));
      store.dispatch({ kind: 'quit-requested' });
    },
    goBack: (serviceId) => pages.views.viewOf(serviceId)?.webContents.navigationHistory.goBack(),
  });
  return serveCommands(
    deps.commandDoor,
    handlers,
    (event) =>
      pages.views.shellPages().some(({ mainFrame }) => isShellFrame(event.senderFrame, mainFrame, facts)),
    (name) => !isLocked(store.getState()) || lockedCommands.has(name),
    createKeptAnswers(() => store.getState().persisted, deps.keep),
    (reason, error) => log.problem(reason, error),
  );
}
