import type { WebContents } from 'electron/main';
import { hasProxy } from '../core/model/proxy';
import { selectApart } from '../core/state/select-own-windows';
import { tweaksOf } from '../core/model/tweaks';
import { startFullScreen, type FullScreenPage } from './effects/full-screen';
import type { Log } from './log';
import { guardAddresses } from './security/page-addresses';
import { guardDevTools } from './security/page-dev-tools';
import type { Pages } from './start-pages';
import { stopAll, type AppStore, type Stop } from './store/app-store';
import { timers } from './timers';
import type { ShellWindow } from './windows/shell-window';

interface StartWallsDeps {
  readonly store: AppStore;
  readonly shell: Pick<ShellWindow, 'window'>;
  readonly pages: Pick<Pages, 'pages' | 'views'>;
  readonly log: Log;
}

/** A world of our own in a page, apart from the preload's and the page's. */
const OWN_WORLD = 1_234;

/** Joins what holds for each page of a service and needs nothing of what hosts it. */
export function startWalls({ store, shell, pages: { pages, views }, log }: StartWallsDeps): Stop {
  const { window } = shell;
  const stops = [
    startFullScreen(store, {
      after: timers.after,
      // Electron's overloads of `on` take one event each.
      onPage: (listener) =>
        pages.onPage((serviceId, contents) => listener(serviceId, contents as unknown as FullScreenPage)),
      leave: (page) => leaveFullScreen(page as unknown as WebContents, log),
      shrinkWindow: () => {
        const own = selectApart(store.getState()).flatMap((id) => views.ownWindowOf(id) ?? []);
        const { fullScreen } = store.getState().session;
        const filled = fullScreen && (views.ownWindowOf(fullScreen.serviceId) ?? window);
        for (const one of [window, ...own])
          if (one !== filled && !one.isDestroyed() && one.isFullScreen()) one.setFullScreen(false);
      },
      onWindowLeft: (listener) => {
        window.on('leave-full-screen', listener);
        return () => window.off('leave-full-screen', listener);
      },
    }),
    // Its pages begin anew when its proxy changes.
    pages.onPage((serviceId, contents) =>
      guardAddresses(contents, hasProxy(tweaksOf(store.getState().persisted.tweaks, serviceId).proxy)),
    ),
    guardDevTools(store, pages.onPage),
  ];
  return () => stopAll(stops.toReversed(), (error) => log.problem('bug', error));
}

function leaveFullScreen(contents: WebContents, log: Log): void {
  if (contents.isDestroyed()) return;
  contents
    .executeJavaScriptInIsolatedWorld(OWN_WORLD, [{ code: 'void document.exitFullscreen()' }])
    .catch((error: unknown) => log.problem('full screen not left', error));
}
