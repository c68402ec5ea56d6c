import { expect, test } from '@playwright/test';
import { startDesktop } from '../support/desktop.js';
import { startXmppPerson } from '../support/xmpp-person.js';
import { startConverse } from './converse.js';
import { startPlainBrowser } from './lib/browser.js';
import { startProsody } from './prosody.js';

test('Converse signs in by itself, hears a mention and a direct message, and asks for a password otherwise', async () => {
  const [prosody, desktop] = await Promise.all([startProsody(), startDesktop()]);
  const converse = await startConverse({ prosody, title: 'Project rooms' });
  const browser = await startPlainBrowser(desktop.env);
  const { page } = browser;
  try {
    await page.goto(converse.url);
    await expect(page.locator('input[name=password]')).toBeVisible();
    await page.goto(converse.signedInUrl('alice', 'projects'));
    await expect(page.locator('converse-rooms-list .list-item')).toHaveCount(3);
    await expect(page).toHaveTitle('Project rooms');
    const bob = await startXmppPerson(prosody, 'bob', ['busy']);
    const mention = desktop.nextNotification((one) => one.body.includes('look'));
    await bob.say('busy', 'alice: look');
    expect((await mention).title).toBe('bob says');
    const direct = desktop.nextNotification((one) => one.body.includes('between us'));
    await bob.tell('alice', 'between us');
    expect((await direct).title).toBe('Bob Brown says');
    await bob.leave();
  } finally {
    await browser.close();
    await converse.stop();
    await Promise.all([prosody.stop(), desktop.stop()]);
  }
});
