import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron/main';
import {
  CHILD_SIZE_MIN,
  decideChildSize,
  toChildTitle,
  type Size,
} from '../../core/decide/decide-child-size';

/** Electron adds options of its own when it makes a view's window. */
type WindowOption = keyof BrowserWindowConstructorOptions;

/**
 * What a page does not choose. Electron takes any option of a window from the features of `window.open`, by its name:
 * a page could have a window that is not shown, lies over all others, or has no frame. `undefined` is Electron's default.
 */
const forced: Readonly<Record<string, unknown>> = {
  show: true,
  frame: true,
  opacity: 1,
  focusable: true,
  movable: true,
  closable: true,
  resizable: true,
  minimizable: true,
  maximizable: true,
  center: true,
  autoHideMenuBar: true,
  hasShadow: true,
  alwaysOnTop: false,
  fullscreen: false,
  simpleFullscreen: false,
  kiosk: false,
  modal: false,
  skipTaskbar: false,
  transparent: false,
  enableLargerThanScreen: false,
  hiddenInMissionControl: false,
  acceptFirstMouse: false,
  minWidth: CHILD_SIZE_MIN.width,
  minHeight: CHILD_SIZE_MIN.height,
  ...Object.fromEntries(
    (
      'x y maxWidth maxHeight fullscreenable title titleBarStyle titleBarOverlay trafficLightPosition roundedCorners ' +
      'thickFrame parent type icon name appShim accentColor backgroundColor backgroundMaterial vibrancy visualEffectState ' +
      'darkTheme disableAutoHideCursor tabbingIdentifier useContentSize windowStatePersistence zoomToPageWidth ' +
      'paintWhenInitiallyHidden'
    )
      .split(' ')
      .map((name) => [name, undefined]),
  ),
};

/** Options of a window that a page opens: the service's own session, the same walls, and nothing of the page's but its size. */
export const toChildOptions = (
  session: Session,
  preferences: BrowserWindowConstructorOptions['webPreferences'],
  features: string,
  area: Size,
): BrowserWindowConstructorOptions => ({
  ...(forced as Partial<Record<WindowOption, never>>),
  ...decideChildSize(features, area),
  webPreferences: { ...preferences, session },
});

/** What is used of a page's window. */
export type TitledWindow = Pick<BrowserWindow, 'setTitle' | 'isDestroyed'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'getURL' | 'getTitle' | 'on'>;
};

/** Keeps the host of its page at the head of a window's title. */
export function titleChild(window: TitledWindow): void {
  const { webContents } = window;
  const say = (title: string): void => {
    if (!window.isDestroyed()) window.setTitle(toChildTitle(webContents.getURL(), title));
  };
  webContents.on('page-title-updated', (event, title) => {
    // Electron would put the page's own words there.
    event.preventDefault();
    say(title);
  });
  webContents.on('did-navigate', () => say(''));
  say('');
}
