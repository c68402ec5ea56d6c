import { expect, type Page } from '@playwright/test';
import { partitionOf } from '../../electron/core/model/service';
import type { Mattermost } from '../servers/mattermost/mattermost.js';
import type { Foyer } from './foyer';

/** Signs somebody in to Rocket.Chat by the page's own form. */
export async function signInToRocketChat(page: Page, user = 'alice'): Promise<void> {
  await page.fill('[name=usernameOrEmail]', user);
  await page.fill('[name=password]', `${user}-pw`);
  // A page behind another has no place to be clicked at.
  await page.press('[name=password]', 'Enter');
}

/** The same for Mattermost; returns once the form is gone. */
export async function signInToMattermost(page: Page, user: string): Promise<void> {
  // A page that is just being loaded anew takes what is typed with it.
  await expect(async () => {
    await page.fill('#input_loginId', user, { timeout: 2000 });
    await page.fill('#input_password-input', `${user}-pw`, { timeout: 2000 });
    await page.press('#input_password-input', 'Enter', { timeout: 2000 });
    await expect(page.locator('#input_loginId')).toHaveCount(0, { timeout: 2000 });
  }).toPass({ timeout: 20_000 });
}

/** The same for Zulip. */
export async function signInToZulip(page: Page, user: string): Promise<void> {
  await page.fill('#id_username', `${user}@zulip.test`);
  await page.fill('#id_password', `${user}-pw`);
  await page.locator('#login_form').evaluate((form: HTMLFormElement) => form.submit());
  await expect(page.locator('#app-loading.loaded')).toHaveCount(1);
}

/** Signs somebody in to Mattermost behind their page's back: its cookies are those of a new session. */
export async function takeMattermostCookies(
  { app }: Foyer,
  mattermost: Mattermost,
  user: string,
  url: string,
): Promise<void> {
  await app.evaluate(
    async ({ session }, [partition, given]) => {
      for (const cookie of given) await session.fromPartition(partition).cookies.set(cookie);
    },
    [partitionOf(user), await mattermost.cookiesFor(user, url)] as const,
  );
}
