import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { shell as systemShell } from 'electron/common';
import { app, Menu, powerMonitor, protocol } from 'electron/main';
import { PROJECTION_CHANNEL } from '../core/ipc/contract';
import { enableFeature, withholdFromPages } from './chromium-features';
import { listenForKeys, startSwitching } from './effects/keys';
import { startLeftovers } from './effects/leftovers';
import { startProjection } from './effects/projection';
import { startRemovals } from './effects/removals';
import { listenable } from '../recipes/index';
import { spareGraphics } from './graphics/spare-graphics';
import { createIconStore } from './icons/icon-store';
import { createServiceIconFinder } from './icons/service-icon';
import { readStart } from './lock/read-start';
import { createVault } from './lock/vault';
import { openLog } from './open-log';
import { readPeerPlaces, readPlatform, readSystemLanguages } from './platform';
import { appScheme, readFirstFiles } from './security/app-protocol';
import { createBrowsers } from './security/browsers';
import { lockDown } from './security/lock-down';
import { createOpenExternal } from './security/open-external';
import { createOpenFile } from './security/open-file';
import { openCommandDoor, startCommands } from './start-commands';
import { openInbox, startInbox } from './start-inbox';
import { startClock } from './start-clock';
import { startInPage } from './start-in-page';
import { startLocking } from './start-lock';
import { askOrRun, createOutside, openDoor, startOutside, wayIn } from './start-outside';
import { startPages } from './start-pages';
import { startShell } from './start-shell';
import { startSleep } from './start-sleep';
import { startSwitcher } from './start-switcher';
import { startSync } from './start-sync';
import { startWalls } from './start-walls';
import { createAppStore, stopAll } from './store/app-store';
import type { LoadedPersisted } from './store/disk';
import { startTexts } from './texts';
import { timers } from './timers';
import { createStills } from './sleep/stills';
import { startRetry } from './views/retry';
import { startDesktop } from './start-desktop';
import { startKeeping, type Keeping } from './store/keep';
import { startWriterThread } from './store/start-writer-thread';
import { createThreadWriter } from './store/thread-writer';

const newId = (): string => randomUUID();
const { nowMs } = timers;
const facts = readPlatform();
const { log, logFile } = openLog(app.getPath('userData'), facts.isDev, nowMs);
const here = import.meta.dirname;
const preload = (name: string): string => join(here, '../preload', `${name}.cjs`);

// Electron would show a modal box, which at quit nobody sees and which keeps the process for ever.
process.on('uncaughtException', (error) => log.problem('bug', error));
process.on('unhandledRejection', (error) => log.problem('bug', error));
protocol.registerSchemesAsPrivileged([appScheme]);
// As root Chromium cannot run its sandbox and is told so on the command line.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
withholdFromPages();
if (facts.isWayland) enableFeature('GlobalShortcutsPortal');
const watchGraphics = spareGraphics({
  ...timers,
  folder: app.getPath('userData'),
  electron: process.versions.electron,
  hasSwitch: (name) => app.commandLine.hasSwitch(name),
  spare: () => app.commandLine.appendSwitch('disable-gpu'),
  compositing: () => app.getGPUFeatureStatus().gpu_compositing,
  onProblem: (error) => log.problem('graphics not remembered', error),
});
const way = wayIn(facts);
void askOrRun(way, run);

/** Builds everything and joins it; decides nothing. */
async function run(): Promise<void> {
  const folder = app.getPath('userData');
  const vault = createVault();
  const start = readStart(folder, nowMs());
  const store = createAppStore(start.state, (error) => log.problem('bug', error));
  const browsers = createBrowsers(readPeerPlaces());
  const openExternal = createOpenExternal(systemShell, browsers, log);
  const openFile = createOpenFile(systemShell, log);
  const icons = createIconStore(join(folder, 'icons'), vault);
  const door = openDoor(way);
  app.on('activate', () => store.dispatch({ kind: 'window-show-requested' }));
  app.on('window-all-closed', () => store.dispatch({ kind: 'quit-requested' }));
  lockDown(app, log);
  if (facts.platform !== 'darwin') Menu.setApplicationMenu(null);
  const rendererFolder = join(here, '../renderer');
  const firstFiles = readFirstFiles(rendererFolder);

  await app.whenReady();
  const findIcon = createServiceIconFinder(store, icons);
  const stills = createStills(store, timers.after);
  const commandDoor = openCommandDoor();
  const find = { icon: findIcon, still: stills.find };
  const preloadFile = preload('shell');
  const { shell, isLoaded, stopClosing } = await startShell({
    store,
    facts,
    preloadFile,
    rendererFolder,
    firstFiles,
    find,
  });
  const { window, shellView } = shell;
  // Nothing is told to the page before its commands are served.
  const texts = await startTexts(store, readSystemLanguages(facts), (error) =>
    log.problem('language not read', error),
  );
  // Closed meanwhile, the app ends.
  if (window.isDestroyed() || store.getState().session.quitting) return;
  const pages = startPages({
    store,
    shell,
    icons,
    stills,
    preloadFile: preload('service'),
    workerFile: preload('service-worker'),
    ...{ platform: facts.platform, isWayland: facts.isWayland, isSafeMode: facts.isSafeMode },
    openExternal,
    newId,
    nowMs,
    random: Math.random,
    log,
  });
  listenForKeys(store, shellView.webContents, facts.platform, 'shell');
  const program = (name: string): string => join(here, `${name}-process.js`);
  const writerFile = join(here, 'writer-thread.js');
  const inbox = openInbox({ store, folder, facts, processFile: program('inbox'), codec: vault, log });
  const { platform } = facts;
  const { translate } = texts;
  const switcher = startSwitcher({ store, inbox, folder, codec: vault, platform, translate });
  const rest: { keeping?: Keeping; sleep?: ReturnType<typeof startSleep> } = {};
  /** What works on what is kept, and therefore waits until that can be read. */
  const startRest = (loaded: LoadedPersisted): void => {
    const isComplete = loaded.source === 'main';
    const openWriter = async () =>
      createThreadWriter(() => startWriterThread(writerFile, folder), timers.after);
    rest.keeping = startKeeping(store, { openWriter, codec: vault }, loaded);
    rest.sleep = startSleep({ store, pages, platform, processFile: program('listeners'), newId, log });
    stops.push(
      startInbox({ store, inbox, folder, isComplete, pages, translate, newId, log }),
      startClock(store, log),
      startLeftovers(store, { folder, isComplete }),
    );
    sync.open(isComplete);
  };
  const locking = startLocking({
    store,
    folder,
    vault,
    processFile: program('lock'),
    inbox,
    dropStills: stills.dropAll,
    startRest,
    rewriteState: async () => {
      await Promise.all([rest.keeping?.rewrite(), switcher.flush()]);
    },
    translate,
    log,
  });
  const lock = locking.desk;
  const keep = async (): Promise<void> => rest.keeping?.keep();
  const sync = startSync({
    ...{ store, folder, platform, window, log, keep, codec: vault, lockFile: program('lock') },
    ...{ certificates: pages.certificates, recallProxy: pages.logins.recallProxy },
  });
  const outside = createOutside({
    ...{ store, translate, newId, nowMs, log },
    focusShell: () => shellView.webContents.focus(),
  });
  // In the order of their starting; they end the other way round.
  const stops = [
    texts.stop,
    shell.stop,
    pages.stop,
    startCommands({
      ...{ store, facts, commandDoor, shell, pages, inbox, switcher, icons, folder, lock, outside },
      ...{ newId, nowMs, log },
      browsers,
      sync: sync.desk,
      codec: vault,
      keep,
      databaseFile: program('database'),
      lockFile: program('lock'),
      outFolder: join(here, '..'),
    }),
    switcher.stop,
    startRetry(store, timers),
    startSwitching(store, timers),
    startWalls({ store, shell, pages, log }),
    startRemovals(store, timers),
    locking.stop,
    watchGraphics(store),
    stopClosing,
  ];
  if (start.loaded !== undefined) startRest(start.loaded);
  void isLoaded.then(() => {
    store.dispatch({ kind: 'shell-painted' });
    powerMonitor.on('resume', () => store.dispatch({ kind: 'system-resumed' }));
    stops.push(
      startProjection(
        store,
        {
          after: timers.after,
          send: (projection) => {
            for (const page of pages.views.shellPages()) page.send(PROJECTION_CHANNEL, projection);
          },
        },
        { platform, listenable, isSafeMode: facts.isSafeMode },
      ),
      startDesktop({
        ...{ store, facts, window, pages, findIcon, translate, outside, nowMs, log },
        iconsFolder: join(here, '../icons'),
      }),
      startOutside({ ...way, store, facts, door, outside, log }),
      startInPage({
        ...{ store, platform, shell, pages, translate, openExternal, openFile },
        showFile: (path) => systemShell.showItemInFolder(path),
        newId,
        nowMs,
        onProblem: (error) => log.problem('bug', error),
      }),
    );
  });
  const ending = { isKept: false };
  app.on('will-quit', (event) => {
    if (ending.isKept) return;
    // What was changed last is written before the app ends.
    event.preventDefault();
    stopAll(stops.splice(0).toReversed(), (error) => log.problem('bug', error));
    void Promise.all([
      rest.keeping?.flush(),
      pages.sessions.settle(),
      inbox.stop(),
      switcher.flush(),
      rest.sleep?.stop(),
      sync.stop(),
      logFile.flush(),
    ]).finally(() => {
      ending.isKept = true;
      app.quit();
    });
  });
}
