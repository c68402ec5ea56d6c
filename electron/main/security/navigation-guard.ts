import type { BrowserWindowConstructorOptions, Session, WebContents } from 'electron/main';
import {
  decideNavigation,
  type NavigationCause,
  type RecipeHosts,
} from '../../core/decide/decide-navigation';
import type { Service } from '../../core/model/service';
import type { Log } from '../log';

/** Most windows one service may have open beside its view. */
const CHILD_WINDOWS_MAX = 4;
/** Least time between new windows (or pages opened outside) by one service, after a first few. */
const OPENING_BURST = 3;
const OPENING_REFILL_MS = 2_000;

interface GuardDeps {
  readonly serviceOf: () => Service | undefined;
  readonly hostsOf: (recipeId: string) => RecipeHosts;
  readonly openExternal: (address: string) => boolean;
  /** Options of a sealed child window; its page gets the same walls as the view's. */
  readonly childOptions: () => BrowserWindowConstructorOptions;
  /** Joins a child window's page to what listens to the service's pages. */
  readonly connectChild: (contents: WebContents) => void;
  readonly nowMs: () => number;
  readonly log: Log;
}

/** Keeps a service's page where it belongs: links leave for the browser, sign-ins and own windows stay, all else is refused. */
export function guardNavigation(contents: WebContents, deps: GuardDeps): void {
  const children = new Set<WebContents>();
  const mayOpen = createOpeningLimit(deps.nowMs);

  const decide = (address: string, cause: NavigationCause, from: WebContents) => {
    const service = deps.serviceOf();
    return service === undefined
      ? ({ kind: 'refuse', reason: 'not-an-address' } as const)
      : decideNavigation(address, cause, from.getURL(), service, deps.hostsOf(service.recipeId));
  };

  const guardPage = (page: WebContents, isChild: boolean): void => {
    const onNavigate = (cause: NavigationCause) => (event: { preventDefault: () => void; url: string }) => {
      const decision = decide(event.url, cause, page);
      if (decision.kind === 'in-view') return;
      // A child window is there for signing in and other own errands: it may go where the web goes.
      if (isChild && decision.kind === 'open-outside' && /^https?:/i.test(event.url)) return;
      event.preventDefault();
      if (decision.kind === 'refuse') deps.log.info(`navigation refused: ${decision.reason}`);
      else if (mayOpen()) deps.openExternal(event.url);
      else deps.log.info('opening outside refused: too many');
    };
    page.on('will-navigate', onNavigate('navigate'));
    page.on('will-redirect', (event) => {
      if (event.isMainFrame) onNavigate('redirect')(event);
    });
    page.setWindowOpenHandler(({ url, disposition }) => {
      const decision = decide(url, disposition === 'new-window' ? 'pop-up' : 'new-tab', page);
      if (decision.kind === 'refuse') {
        deps.log.info(`window refused: ${decision.reason}`);
        return { action: 'deny' };
      }
      if (!mayOpen() || (decision.kind === 'child-window' && children.size >= CHILD_WINDOWS_MAX)) {
        deps.log.info('window refused: too many');
        return { action: 'deny' };
      }
      if (decision.kind === 'child-window')
        return { action: 'allow', overrideBrowserWindowOptions: deps.childOptions() };
      deps.openExternal(url);
      return { action: 'deny' };
    });
    page.on('did-create-window', (window) => {
      const child = window.webContents;
      children.add(child);
      window.setMenuBarVisibility(false);
      window.on('closed', () => children.delete(child));
      deps.connectChild(child);
      guardPage(child, true);
    });
  };

  guardPage(contents, false);
  contents.on('destroyed', () => {
    for (const child of children) if (!child.isDestroyed()) child.close({ waitForBeforeUnload: false });
  });
}

/** A few at once, then one in a while: a storm of windows opens no storm of anything. */
export function createOpeningLimit(nowMs: () => number): () => boolean {
  const bucket = { tokens: OPENING_BURST, atMs: nowMs() };
  return () => {
    const now = nowMs();
    bucket.tokens = Math.min(
      OPENING_BURST,
      bucket.tokens + Math.max(0, now - bucket.atMs) / OPENING_REFILL_MS,
    );
    bucket.atMs = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}

/** Options of a child window: the service's own session and the same walls. */
export const toChildOptions = (
  session: Session,
  preferences: BrowserWindowConstructorOptions['webPreferences'],
): BrowserWindowConstructorOptions => ({
  width: 900,
  height: 700,
  autoHideMenuBar: true,
  webPreferences: { ...preferences, session },
});
