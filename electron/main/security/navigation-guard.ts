import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron/main';
import {
  decideNavigation,
  type NavigationCause,
  type RecipeHosts,
} from '../../core/decide/decide-navigation';
import type { Service } from '../../core/model/service';
import { createTokenBucket } from '../../core/model/token-bucket';

/** Most windows one service may have open beside its view. */
const CHILD_WINDOWS_MAX = 4;
/** New windows (or pages opened outside) of one service: a few at once, then one for each click or in two seconds. */
const OPENING_RATE = { burst: 3, perSecond: 0.5 } as const;
/** How long after a click or a key a page may open something, a little more than browsers give. */
const GESTURE_MS = 8_000;
const GESTURES: ReadonlySet<string> = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'gestureTap']);
/** How long after a click or a key a link is taken to be the one that was followed. */
const CLICK_MS = 1_000;
/** Links with another scheme, of one service, that are told of. */
const TELLING_RATE = { burst: 1, perSecond: 0.2 } as const;
/** Of these each stands for one thing to open; keys do not, or typing would open many. */
const CLICKS: ReadonlySet<string> = new Set(['mouseDown', 'gestureTap']);

interface GuardDeps {
  readonly serviceOf: () => Service | undefined;
  readonly hostsOf: (recipeId: string) => RecipeHosts;
  readonly openExternal: (address: string) => boolean;
  /** Options of a sealed child window with these features; its page gets the same walls as the view's. */
  readonly childOptions: (features: string) => BrowserWindowConstructorOptions;
  /** Joins a child window to what listens to the service's pages. */
  readonly connectChild: (window: BrowserWindow) => void;
  /** When the person last clicked a notification of the service. */
  readonly notificationClickedAtMs: () => number;
  /** Told what was refused; logs it and counts it for the service. */
  readonly refuse: (reason: string) => void;
  /** Told when the person followed a link that no program is opened for. */
  readonly tellRefused: (scheme: string) => void;
  readonly nowMs: () => number;
}

/** Keeps a service's page where it belongs: links leave for the browser, sign-ins and own windows stay, all else is refused. */
export function guardNavigation(contents: WebContents, deps: GuardDeps): void {
  const children = new Set<WebContents>();
  const openings = createTokenBucket(OPENING_RATE);
  const tellings = createTokenBucket(TELLING_RATE);
  const gesture = { atMs: Number.NEGATIVE_INFINITY };

  /** Gives why nothing may be opened now, in a window or outside. */
  const whyNot = (): string | undefined => {
    const askedAtMs = Math.max(gesture.atMs, deps.notificationClickedAtMs());
    if (deps.nowMs() - askedAtMs > GESTURE_MS) return 'nobody asked for it';
    return openings.take(deps.nowMs()) ? undefined : 'too many';
  };

  const decide = (address: string, cause: NavigationCause, from: WebContents) => {
    const service = deps.serviceOf();
    return service === undefined
      ? ({ kind: 'refuse', reason: 'not-an-address' } as const)
      : decideNavigation(address, cause, from.getURL(), service, deps.hostsOf(service.recipeId));
  };

  /** Counts it; a person who clicked is told why nothing happened. */
  const refuse = (what: 'navigation' | 'window', reason: string, address: string): void => {
    deps.refuse(`${what}: ${reason}`);
    const now = deps.nowMs();
    if (reason === 'scheme' && now - gesture.atMs <= CLICK_MS && tellings.take(now))
      deps.tellRefused(new URL(address).protocol.slice(0, -1));
  };

  const guardPage = (page: WebContents, isChild: boolean): void => {
    const onNavigate = (cause: NavigationCause) => (event: { preventDefault: () => void; url: string }) => {
      const decision = decide(event.url, cause, page);
      if (decision.kind === 'in-view') return;
      // A child window is there for signing in and other own errands: it may go where the web goes.
      if (isChild && decision.kind === 'open-outside' && /^https?:/i.test(event.url)) return;
      event.preventDefault();
      if (decision.kind === 'refuse') return refuse('navigation', decision.reason, event.url);
      const reason = whyNot();
      if (reason === undefined) deps.openExternal(event.url);
      else deps.refuse(`opening outside: ${reason}`);
    };
    page.on('input-event', (_event, input) => {
      if (GESTURES.has(input.type)) gesture.atMs = deps.nowMs();
      if (CLICKS.has(input.type)) openings.give();
    });
    page.on('will-navigate', onNavigate('navigate'));
    page.on('will-redirect', (event) => {
      if (event.isMainFrame) onNavigate('redirect')(event);
    });
    page.setWindowOpenHandler(({ url, disposition, features }) => {
      const decision = decide(url, disposition === 'new-window' ? 'pop-up' : 'new-tab', page);
      if (decision.kind === 'refuse') {
        refuse('window', decision.reason, url);
        return { action: 'deny' };
      }
      const isFull = decision.kind === 'child-window' && children.size >= CHILD_WINDOWS_MAX;
      const reason = isFull ? 'too many' : whyNot();
      if (reason !== undefined) {
        deps.refuse(`window: ${reason}`);
        return { action: 'deny' };
      }
      if (decision.kind === 'child-window')
        return { action: 'allow', overrideBrowserWindowOptions: deps.childOptions(features) };
      deps.openExternal(url);
      return { action: 'deny' };
    });
    page.on('did-create-window', (window) => {
      const child = window.webContents;
      children.add(child);
      window.setMenuBarVisibility(false);
      window.on('closed', () => children.delete(child));
      deps.connectChild(window);
      guardPage(child, true);
    });
  };

  guardPage(contents, false);
  contents.on('destroyed', () => {
    for (const child of children) if (!child.isDestroyed()) child.close({ waitForBeforeUnload: false });
  });
}
