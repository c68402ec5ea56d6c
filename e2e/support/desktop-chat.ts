import { test as base } from '@playwright/test';
import type { Service } from '../../electron/core/model/service.js';
import { type Desktop, startDesktop } from './desktop.js';
import { type Foyer, removeProfile, startFoyer } from './foyer.js';
import { type PlainChat, startPlainChat } from './plain-chat.js';

interface EachTest {
  /** Starts the app with these services, the first of them on top; the end of the test ends it. */
  readonly launch: (...services: readonly Service[]) => Promise<Foyer>;
}
interface AllTests {
  readonly desktop: Desktop;
  readonly chat: PlainChat;
}

/** A test on a desktop of its own, beside a plain chat that does what it is told. */
export const test = base.extend<EachTest, AllTests>({
  desktop: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern.
    async ({}, use) => {
      const desktop = await startDesktop();
      await use(desktop);
      await desktop.stop();
    },
    { scope: 'worker' },
  ],
  chat: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern.
    async ({}, use) => {
      const chat = await startPlainChat();
      await use(chat);
      await chat.stop();
    },
    { scope: 'worker' },
  ],
  launch: async ({ desktop }, use) => {
    const started: Foyer[] = [];
    await use(async (...services) => {
      const seed = { services, activeServiceId: services[0]?.id ?? null };
      const foyer = await startFoyer({ env: desktop.env, seed });
      started.push(foyer);
      return foyer;
    });
    for (const foyer of started) {
      await foyer.quit();
      await removeProfile(foyer.profile);
    }
    desktop.forget();
  },
});
