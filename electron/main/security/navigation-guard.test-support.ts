import { EventEmitter } from 'node:events';
import type { BrowserWindow, WebContents } from 'electron/main';
import { vi } from 'vitest';
import type { LinkDecision } from '../../core/decide/decide-link';
import type { Browser } from '../../core/model/browser';
import { aService } from '../../core/fixtures.test-support';
import { guardNavigation } from './navigation-guard';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/** What is used of a page. */
export class FakePage extends EventEmitter {
  url = 'https://a.test/room';
  isClosed = false;
  openHandler: OpenHandler = () => ({ action: 'deny' });
  readonly getURL = () => this.url;
  readonly setWindowOpenHandler = (handler: OpenHandler) => (this.openHandler = handler);
  readonly isDestroyed = () => this.isClosed;
  readonly close = () => (this.isClosed = true);
  readonly input = (type: string) => this.emit('input-event', {}, { type });
  readonly opens = (url: string, disposition: 'new-window' | 'foreground-tab' | 'other' = 'foreground-tab') =>
    this.openHandler({ url, disposition } as never).action === 'allow';
  readonly goes = (url: string) => this.passes('will-navigate', url, true);
  readonly isRedirected = (url: string, isMainFrame = true) => this.passes('will-redirect', url, isMainFrame);
  private passes(name: string, url: string, isMainFrame: boolean): boolean {
    const event = { url, isMainFrame, preventDefault: vi.fn() };
    this.emit(name, event);
    return event.preventDefault.mock.calls.length === 0;
  }
}

/** Where links go in these tests. */
interface Ways {
  link: LinkDecision;
  own: LinkDecision | undefined;
  /** How windows for links load. */
  loading: () => Promise<void>;
  /** How long the service's sessions take to go their way. */
  way: Promise<void> | undefined;
  /** The service's own. */
  browser: Browser | undefined;
}

export const outside: LinkDecision = { kind: 'outside', browser: undefined, reason: 'other-site' };

export function setUp() {
  const ways: Ways = {
    link: outside,
    own: undefined,
    loading: () => Promise.resolve(),
    way: undefined,
    browser: undefined,
  };
  const guests: (FakePage & { loaded: string[] })[] = [];
  const openInService = vi.fn();
  const tellFollowed = vi.fn();
  const childOptions = vi.fn(() => ({ width: 5 }));
  const aWindow = (webContents: FakePage) =>
    Object.assign(new EventEmitter(), { webContents, setMenuBarVisibility: vi.fn() });

  const clock = { nowMs: 100_000, notificationClickedAtMs: Number.NEGATIVE_INFINITY };
  const page = new FakePage();
  const openExternal = vi.fn(() => true);
  const refuse = vi.fn();
  const tellRefused = vi.fn();
  const openHere = guardNavigation(page as unknown as WebContents, {
    serviceOf: () => aService('a'),
    hostsOf: () => ({ hosts: [], signInHosts: [] }),
    decideLink: () => ways.link,
    decideOwnLink: () => ways.own,
    openExternal,
    browser: () => ways.browser,
    openInService,
    makeGuest: () => {
      const loaded: string[] = [];
      const loadURL = (url: string) => (loaded.push(url), ways.loading());
      const guest = Object.assign(new FakePage(), { loaded, loadURL });
      guests.push(guest);
      return aWindow(guest) as unknown as BrowserWindow;
    },
    whenOnItsWay: () => ways.way,
    tellFollowed,
    childOptions,
    connectChild: vi.fn(),
    notificationClickedAtMs: () => clock.notificationClickedAtMs,
    refuse,
    tellRefused,
    nowMs: () => clock.nowMs,
  });
  const openChild = () => {
    const child = new FakePage();
    const window = aWindow(child);
    page.emit('did-create-window', window);
    return { child, window };
  };
  const told = { openInService, tellFollowed, childOptions };
  return { clock, page, ways, guests, openHere, openExternal, refuse, tellRefused, openChild, ...told };
}
