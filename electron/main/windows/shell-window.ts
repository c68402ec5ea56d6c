import { BaseWindow, nativeTheme, WebContentsView, type Session } from 'electron/main';
import { decideLayout, isSameLayout } from '../../core/decide/decide-layout';
import { isApart } from '../../core/state/select-own-windows';
import { selectNotification } from '../../core/state/selectors';
import type { PlatformFacts } from '../platform';
import { SHELL_URL } from '../security/app-protocol';
import type { AppStore, Stop } from '../store/app-store';
import { reportWindow } from './report-window';
import { revivePage } from './revive-page';
import { shellPreferences, type ShellPageDeps } from './shell-preferences';
import { paintGround, toWindowOptions } from './window-options';

/** The window with the shell's own page; services' pages are put into it by the views. */
export interface ShellWindow {
  readonly window: BaseWindow;
  readonly shellView: WebContentsView;
  /** Of what other pages of the shell's are made, too. */
  readonly page: ShellPageDeps;
  readonly stop: Stop;
}

interface ShellWindowDeps {
  readonly store: AppStore;
  readonly facts: PlatformFacts;
  readonly session: Session;
  readonly preloadFile: string;
}

/** Opens the window where it was and keeps what the state knows of it true. */
export function openShellWindow({ store, facts, session, preloadFile }: ShellWindowDeps): ShellWindow {
  const { window: place } = store.getState().persisted;
  const window = new BaseWindow({
    ...toWindowOptions(place),
    title: 'Foyer',
    ...(facts.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' as const } : {}),
  });
  const shellView = new WebContentsView({
    webPreferences: shellPreferences({ session, preloadFile }),
  });
  shellView.setBackgroundColor('#00000000');
  window.contentView.addChildView(shellView);
  // To maximise a window is to show it, so one that starts hidden waits with both.
  const first = { isShown: false };
  const reveal = (how: 'front' | 'behind'): void => {
    if (!first.isShown && place.maximized) window.maximize();
    first.isShown = true;
    if (how === 'behind') return window.showInactive();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const bringToFront = (): void => reveal('front');
  const { startAtLogin } = store.getState().persisted.settings;
  const isHiddenLogin = facts.wasOpenedAtLogin && startAtLogin === 'hidden';
  if (!facts.startHidden && !isHiddenLogin) bringToFront();

  const stops = [
    watchLayout(store, window, shellView),
    watchTheme(store, window),
    reportShell(store, window),
    store.onAction('window-show-requested', bringToFront),
    store.onAction('notification-clicked', ({ notificationId }, after, before) => {
      const clicked = selectNotification(before, notificationId);
      if (after !== before && !isApart(after, clicked?.serviceId ?? null)) bringToFront();
    }),
    store.onAction('summary-clicked', bringToFront),
    store.onAction('service-focus-requested', ({ serviceId }, after) => {
      if (!isApart(after, serviceId)) bringToFront();
    }),
    revealWithoutTray(store, () => {
      if (!window.isVisible()) reveal('behind');
    }),
  ];
  reviveShell(store, shellView);
  const url = facts.devServerUrl ?? SHELL_URL;
  void shellView.webContents.loadURL(url);
  return {
    window,
    shellView,
    page: { session, preloadFile, url },
    stop: () => stops.forEach((stop) => stop()),
  };
}

/** How long a tray may be away, as when its host restarts, before a hidden window has to show itself. */
const TRAY_PATIENCE_MS = 5_000;

/** Hidden and without a tray there would be no way to the window. */
function revealWithoutTray(store: AppStore, show: () => void): Stop {
  const timer: { id: NodeJS.Timeout | undefined } = { id: undefined };
  const stop = store.onAction('tray-availability-changed', ({ available }) => {
    clearTimeout(timer.id);
    timer.id = available ? undefined : setTimeout(show, TRAY_PATIENCE_MS);
  });
  return () => {
    clearTimeout(timer.id);
    stop();
  };
}

/** What it had open over the pages is gone with its process. */
function reviveShell(store: AppStore, { webContents }: WebContentsView): void {
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) store.dispatch({ kind: 'overlay-changed', open: false });
  });
  revivePage(store, webContents, { ownId: undefined, isThere: () => !webContents.isDestroyed() });
}

function watchLayout(store: AppStore, window: BaseWindow, shellView: WebContentsView): Stop {
  return store.watch(
    decideLayout,
    (layout) => {
      shellView.setBounds({ ...layout.shell });
      // Giving it the keyboard brings the window to the front, which is for the person to do.
      const isPageThere = layout.visibleServiceId !== undefined && !layout.shellOnTop;
      if (!isPageThere && window.isFocused()) shellView.webContents.focus();
    },
    isSameLayout,
  );
}

/** The taskbar follows the system, not the person's choice for Foyer; Electron tells the two apart from 34 on. */
function isSystemDark(): boolean {
  const ofSystem: unknown = Reflect.get(nativeTheme, 'shouldUseDarkColorsForSystemIntegratedUI');
  return typeof ofSystem === 'boolean' ? ofSystem : nativeTheme.shouldUseDarkColors;
}

function watchTheme(store: AppStore, window: BaseWindow): Stop {
  const report = (): void => {
    paintGround(window);
    store.dispatch({ kind: 'system-theme-changed', dark: isSystemDark() });
  };
  nativeTheme.on('updated', report);
  const stop = store.watch(
    (state) => state.persisted.settings.theme,
    (theme) => {
      if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
    },
  );
  report();
  return () => {
    nativeTheme.off('updated', report);
    stop();
  };
}

/** Tells the state where the window is and whether it can be seen. */
function reportShell(store: AppStore, window: BaseWindow): Stop {
  reportWindow(window, {
    changed: ({ content, ...seen }) =>
      store.dispatch({ kind: 'window-changed', window: { ...seen, content: { x: 0, y: 0, ...content } } }),
    placed: (place) => store.dispatch({ kind: 'window-placed', place }),
  });
  return () => window.removeAllListeners();
}
