import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron/main';
import {
  decideNavigation,
  type NavigationCause,
  type RecipeHosts,
} from '../../core/decide/decide-navigation';
import type { LinkDecision } from '../../core/decide/decide-link';
import type { Browser } from '../../core/model/browser';
import type { Service, ServiceId } from '../../core/model/service';
import { createTokenBucket } from '../../core/model/token-bucket';

/** Most windows one service may have open beside its view. */
const CHILD_WINDOWS_MAX = 4;
/** New windows (or pages opened outside) of one service: a few at once, then one for each click or in two seconds. */
const OPENING_RATE = { burst: 3, perSecond: 0.5 } as const;
/** How long after a click or a key a page may open something, a little more than browsers give. */
const GESTURE_MS = 8_000;
const GESTURES: ReadonlySet<string> = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'gestureTap']);
/**
 * How long after a click or a key a link is taken to be the one that was followed: then it is told of where no program is
 * opened for it, and may open in another service.
 */
const CLICK_MS = 1_000;
/** Links with another scheme, of one service, that are told of. */
const TELLING_RATE = { burst: 1, perSecond: 0.2 } as const;
/** Of these each stands for one thing to open; keys do not, or typing would open many. */
const CLICKS: ReadonlySet<string> = new Set(['mouseDown', 'gestureTap']);

/** A load that gave way to another one, or to a download. */
const GAVE_WAY: ReadonlySet<string> = new Set(['ERR_ABORTED', 'ERR_FAILED']);

interface GuardDeps {
  readonly serviceOf: () => Service | undefined;
  readonly hostsOf: (recipeId: string) => RecipeHosts;
  /** Where a web link to another site goes. */
  readonly decideLink: (address: string) => LinkDecision;
  /** Where a link to the own site goes that wants a window, if elsewhere than into one. */
  readonly decideOwnLink: (address: string) => LinkDecision | undefined;
  readonly openExternal: (address: string, browser?: Browser) => boolean;
  /** What links of the service open in outside; undefined: the system's. */
  readonly browser: () => Browser | undefined;
  readonly openInService: (serviceId: ServiceId, address: string) => void;
  /** Makes a window for a link to another site, apart from the service's storage. */
  readonly makeGuest: () => BrowserWindow;
  /** Settles once the service's sessions go the way the person wants; undefined where they do by themselves. */
  readonly whenOnItsWay: () => Promise<void> | undefined;
  /** Told where a link went. */
  readonly tellFollowed: (address: string, decision: LinkDecision) => void;
  /** Options of a sealed child window with these features; its page gets the same walls as the view's. A guest's is one, too. */
  readonly childOptions: (features: string, isGuest: boolean) => BrowserWindowConstructorOptions;
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

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** True where it was the proxy that did not let it through, or could not be set: then nothing goes another way. */
const isOfWay = (code: string): boolean => code === '' || /PROX|TUNNEL|SOCKS|_PAC_/.test(code);

/** Whose page it is: the view's, that of a window it opened, or that of a window for links to other sites. */
type Role = 'view' | 'child' | 'guest';

/**
 * Keeps a service's page where it belongs: links leave for where the person has them go, sign-ins and own windows stay, all
 * else is refused. Gives the way to open a link in a window of Foyer's, for the person; it says whether it did not go outside.
 */
export function guardNavigation(contents: WebContents, deps: GuardDeps): (address: string) => boolean {
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

  const isFull = (): boolean => children.size >= CHILD_WINDOWS_MAX;

  const openGuest = (address: string): void => {
    const window = deps.makeGuest();
    adopt(window, 'guest');
    const page = window.webContents;
    const load = async (): Promise<void> => {
      const way = deps.whenOnItsWay();
      if (way !== undefined) await way;
      if (!page.isDestroyed()) await page.loadURL(address);
    };
    load().catch((error: unknown) => {
      if (page.isDestroyed()) return;
      const code = codeOf(error);
      const isBroken = !GAVE_WAY.has(code);
      // One that came as a file left it empty; what cannot be loaded the browser says more about, by its own way.
      if (isBroken && isOfWay(code)) deps.refuse('window: no way there');
      else if (isBroken) deps.openExternal(address, deps.browser());
      if (isBroken || page.getURL() === '') page.close({ waitForBeforeUnload: false });
    });
  };

  /** Opens it as the person asks in a menu; false where it went outside, for there are windows enough. */
  const openHere = (address: string): boolean => {
    const isHere = !isFull();
    if (isHere) openGuest(address);
    else deps.openExternal(address, deps.browser());
    return isHere;
  };

  /** Opens what leads elsewhere, where the person has it go. */
  const follow = (address: string, what: 'opening outside' | 'window', own?: LinkDecision): void => {
    const reason = whyNot();
    if (reason !== undefined) return deps.refuse(`${what}: ${reason}`);
    if (!/^https?:/i.test(address)) return void deps.openExternal(address);
    const decision = asFarAsNow(own ?? deps.decideLink(address));
    if (decision.kind === 'here') openGuest(address);
    else if (decision.kind === 'service') deps.openInService(decision.serviceId, address);
    else deps.openExternal(address, decision.browser);
    deps.tellFollowed(address, decision);
  };

  /** To be led to another service it takes the very click: a page must not send people about. */
  const asFarAsNow = (decision: LinkDecision): LinkDecision => {
    const isLate = decision.kind === 'service' && deps.nowMs() - gesture.atMs > CLICK_MS;
    return isLate || (decision.kind === 'here' && isFull())
      ? { kind: 'outside', browser: deps.browser(), reason: 'not-now' }
      : decision;
  };

  const adopt = (window: BrowserWindow, role: Exclude<Role, 'view'>): void => {
    const child = window.webContents;
    children.add(child);
    window.setMenuBarVisibility(false);
    window.on('closed', () => children.delete(child));
    deps.connectChild(window);
    guardPage(child, role);
  };

  const guardPage = (page: WebContents, role: Role): void => {
    const onNavigate = (cause: NavigationCause) => (event: { preventDefault: () => void; url: string }) => {
      const decision = decide(event.url, cause, page);
      if (decision.kind === 'in-view') return;
      // A child window is there for signing in and other own errands: it may go where the web goes.
      if (role !== 'view' && decision.kind === 'open-outside' && /^https?:/i.test(event.url)) return;
      event.preventDefault();
      if (decision.kind === 'refuse') return refuse('navigation', decision.reason, event.url);
      follow(event.url, 'opening outside');
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
      // A window of a kind of its own, as one that floats over all others.
      if (disposition === 'other') {
        deps.refuse('window: kind');
        return { action: 'deny' };
      }
      const cause = disposition === 'new-window' ? 'pop-up' : 'new-tab';
      const decision = decide(url, cause, page);
      if (decision.kind === 'refuse') {
        refuse('window', decision.reason, url);
        return { action: 'deny' };
      }
      const own = cause === 'new-tab' && decision.reason === 'own-site' ? deps.decideOwnLink(url) : undefined;
      if (decision.kind !== 'child-window' || own !== undefined) {
        follow(url, 'window', own);
        return { action: 'deny' };
      }
      const reason = isFull() ? 'too many' : whyNot();
      if (reason !== undefined) {
        deps.refuse(`window: ${reason}`);
        return { action: 'deny' };
      }
      return {
        action: 'allow',
        overrideBrowserWindowOptions: deps.childOptions(features, role === 'guest'),
      };
    });
    page.on('did-create-window', (window) => adopt(window, role === 'guest' ? 'guest' : 'child'));
  };

  guardPage(contents, 'view');
  contents.on('destroyed', () => {
    for (const child of children) if (!child.isDestroyed()) child.close({ waitForBeforeUnload: false });
  });
  return openHere;
}
