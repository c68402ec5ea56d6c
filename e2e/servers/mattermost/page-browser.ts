import type { Page } from '@playwright/test';
import { type PlainBrowser, startPlainBrowser } from '../lib/browser.js';
import type { Cookie, Mattermost } from './mattermost.js';

/** The vendor's desktop adds this to the user agent. */
const DESKTOP_AGENT = ' Mattermost/6.1.0';

export interface PageBrowser extends PlainBrowser {
  /** Takes the user agent of the vendor's desktop, or that of a browser. */
  beDesktop(isDesktop: boolean): Promise<void>;
  /** Opens a path signed in as that person and, unless told otherwise, waits until the page listens. */
  visit(mattermost: Mattermost, user: string, path: string, isWaiting?: boolean): Promise<void>;
  /** Leaves the page and forgets who was signed in and what pages kept. */
  forget(): Promise<void>;
}

/** A window that shows the page, at first under the user agent of a browser. */
export async function startPageBrowser(env: Readonly<Record<string, string>>): Promise<PageBrowser> {
  const browser = await startPlainBrowser(env);
  await browser.page.waitForFunction(() => document.title === 'ready');
  const agent = await browser.page.evaluate(() => navigator.userAgent);
  return {
    ...browser,
    beDesktop: async (isDesktop) => {
      await browser.app.evaluate(
        ({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.webContents.setUserAgent(given),
        isDesktop ? agent + DESKTOP_AGENT : agent,
      );
    },
    visit: async (mattermost, user, path, isWaiting = true) => {
      const cookies = await mattermost.cookiesFor(user);
      await browser.app.evaluate(
        ({ session }, given: readonly Cookie[]) =>
          Promise.all(given.map((cookie) => session.defaultSession.cookies.set(cookie))).then(
            () => undefined,
          ),
        cookies,
      );
      await browser.page.goto(mattermost.url + path);
      if (isWaiting) await mattermost.whenListening(user);
    },
    forget: async () => {
      await browser.page.goto('about:blank');
      await browser.app.evaluate(({ session }) => session.defaultSession.clearStorageData());
    },
  };
}

/** The list at the side as a person reads it. */
export function readSidebar(page: Page) {
  return page.locator('#SidebarContainer .SidebarLink').evaluateAll((links) =>
    links.map((link) => ({
      name: link.childNodes[0]?.textContent?.trim() ?? '',
      mentions: Number(link.querySelector('.badge')?.textContent ?? 0),
      isUnread: link.classList.contains('unread-title'),
      isMuted: link.classList.contains('muted'),
    })),
  );
}

/** Has the page believe that the person looks at it, or elsewhere. */
export async function setFocus(page: Page, isFocused: boolean): Promise<void> {
  await page.evaluate((name) => window.dispatchEvent(new Event(name)), isFocused ? 'focus' : 'blur');
}
