import type { DesktopAPI } from '@mattermost/desktop-api';
import type { Page } from '@playwright/test';

/** What the page under test called, each with its arguments. */
export type Call = readonly [name: string, ...given: unknown[]];

interface Doubled {
  readonly calls: Call[];
  readonly listeners: Record<string, ((...given: never[]) => void)[]>;
  isEchoing: boolean;
}

/** Puts a desktop before the page that notes what it is told, says history back and can click. */
export async function lendDesktop(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const doubled: Doubled = { calls: [], listeners: {}, isEchoing: true };
    const note = (name: string, ...given: unknown[]) => {
      doubled.calls.push([name, ...given]);
      console.debug(`called ${name}`);
    };
    const listen =
      (name: string) =>
      (listener: (...given: never[]) => void): (() => void) => {
        (doubled.listeners[name] ??= []).push(listener);
        return () => undefined;
      };
    const desktopAPI: Partial<DesktopAPI> = {
      isDev: () => Promise.resolve(false),
      getAppInfo: () => {
        note('getAppInfo');
        return Promise.resolve({ name: 'Double', version: '6.1.0' });
      },
      reactAppInitialized: () => note('reactAppInitialized'),
      setSessionExpired: (isExpired) => note('setSessionExpired', isExpired),
      onUserActivityUpdate: listen('activity'),
      onLogin: () => note('onLogin'),
      onLogout: () => note('onLogout'),
      updateTheme: () => note('updateTheme'),
      sendNotification: (...given) => {
        note('sendNotification', ...given);
        return Promise.resolve({ status: 'success' });
      },
      onNotificationClicked: listen('click'),
      setUnreadsAndMentions: (...given) => note('setUnreadsAndMentions', ...given),
      onBrowserHistoryPush: listen('push'),
      sendBrowserHistoryPush: (path) => {
        note('sendBrowserHistoryPush', path);
        if (doubled.isEchoing) for (const echo of doubled.listeners['push'] ?? []) echo(path as never);
      },
    };
    Object.assign(window, { desktopAPI, doubled });
  });
}

/** What was called since the page was loaded. */
export function callsOf(page: Page): Promise<readonly Call[]> {
  return page.evaluate(() => (window as unknown as { doubled: Doubled }).doubled.calls);
}

/** Returns when that is called, though the page leaves at once; to be asked before. */
export async function nextCall(page: Page, name: string): Promise<void> {
  await page.waitForEvent('console', (message) => message.text() === `called ${name}`);
}

/** The last call of that name, without the name. */
export async function lastCall(page: Page, name: string): Promise<readonly unknown[] | undefined> {
  return (await callsOf(page)).findLast(([called]) => called === name)?.slice(1);
}

/** Says something to the page as a desktop does. */
export async function tellPage(
  page: Page,
  listener: 'click' | 'push',
  ...given: readonly string[]
): Promise<void> {
  await page.evaluate(
    ([name, values]) => {
      const { listeners } = (window as unknown as { doubled: Doubled }).doubled;
      for (const one of listeners[name] ?? []) one(...(values as never[]));
    },
    [listener, given] as const,
  );
}

/** Has the desktop say history back, or not. */
export async function setEchoing(page: Page, isEchoing: boolean): Promise<void> {
  await page.evaluate((value) => {
    (window as unknown as { doubled: Doubled }).doubled.isEchoing = value;
  }, isEchoing);
}
