import { expect, type Page } from '@playwright/test';
import type { PlainBrowser } from '../lib/browser.js';
import { watchPage } from './page-watch.js';
import { type RocketChat, type RocketChatOptions, startRocketChat } from './rocketchat.js';

/** A server and a page of it, as alice has it open. */
export interface Stage {
  readonly server: RocketChat;
  readonly page: Page;
  readonly seen: Awaited<ReturnType<typeof watchPage>>;
}

export interface StageOptions extends RocketChatOptions {
  readonly as?: 'desktop' | 'browser';
  /** Below the root. */
  readonly path?: string;
  readonly isSignedIn?: boolean;
}

/** Runs a server and a window of its own before it, with alice signed in unless told otherwise. */
export async function onStage(
  { app }: PlainBrowser,
  options: StageOptions,
  use: (stage: Stage) => Promise<void>,
): Promise<void> {
  const { as = 'desktop', path = 'home', isSignedIn = true } = options;
  const server = await startRocketChat(options);
  const opening = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow, session }, partition) => {
    session.fromPartition(partition).setCertificateVerifyProc((_request, answer) => answer(0));
    void new BrowserWindow({ webPreferences: { partition } }).loadURL('about:blank');
  }, server.url);
  const page = await opening;
  try {
    const seen = await watchPage(page, as);
    if (isSignedIn)
      await page.addInitScript(
        (items) => {
          for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value);
        },
        await server.storageFor('alice'),
      );
    await page.goto(new URL(path, server.url).href);
    if (isSignedIn) await expect(page.getByRole('navigation', { name: 'Rooms' })).toContainText('general');
    await use({ server, page, seen });
  } finally {
    await page.close();
    await server.stop();
  }
}

/** The number at a room in the page's list. */
export const badgeOf = (page: Page, name: string) =>
  page.locator('nav a', { hasText: name }).locator('.badge');
