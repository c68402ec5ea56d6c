import { expect, test } from '@playwright/test';
import { startConverse } from '../servers/converse';
import { startProsody } from '../servers/prosody';
import { startDesktop } from '../support/desktop';
import { startFoyer } from '../support/foyer';
import { seedService } from '../support/seed';
import { startXmppPerson } from '../support/xmpp-person';

// A second real chat: its title never changes, its notifications have no tag, and "all read" is setAppBadge(0).
test('Converse over XMPP: a mention and a direct message are counted, notified, clicked and read', async () => {
  const [prosody, desktop] = await Promise.all([startProsody(), startDesktop()]);
  const converse = await startConverse({ prosody, title: 'Project rooms' });
  const bob = await startXmppPerson(prosody, 'bob', ['busy']);
  const foyer = await startFoyer({
    env: desktop.env,
    seed: {
      services: [
        seedService({
          id: 'rooms',
          recipeId: 'converse',
          name: 'Project rooms',
          url: converse.signedInUrl('alice', 'projects'),
        }),
        seedService({ id: 'other', recipeId: 'website', name: 'Other', url: converse.url }),
      ],
      activeServiceId: 'rooms',
    },
  });
  try {
    const onBar = (name: RegExp) => foyer.shell.getByRole('button', { name });
    const page = await foyer.servicePage('projects');
    await expect(page.locator('converse-rooms-list .list-item')).toHaveCount(3);
    // What is said in the room on screen counts as read; the rooms come up in no fixed order.
    await page.evaluate(() => (location.hash = '#converse/room?jid=general@rooms.chat.test'));
    await expect(page.locator('converse-muc-heading')).toContainText('general');
    await expect(onBar(/^Project rooms/)).not.toHaveAccessibleName(/unread/);
    await onBar(/^Other/).click();

    const mention = desktop.nextNotification((one) => one.body.includes('look'));
    await bob.say('busy', 'alice: look <b>here</b> & there');
    const arrived = await mention;
    expect(arrived.title).toBe('bob says · Project rooms');
    // dunst takes markup: what the person wrote must arrive as text.
    expect(arrived.body).toBe('alice: look &lt;b&gt;here&lt;/b&gt; &amp; there');
    await expect(onBar(/^Project rooms/)).toHaveAccessibleName(/1 unread/);

    const direct = desktop.nextNotification((one) => one.body.includes('between us'));
    await bob.tell('alice', 'between us');
    expect((await direct).title).toBe('Bob Brown says · Project rooms');
    await expect(onBar(/^Project rooms/)).toHaveAccessibleName(/2 unread/);
    await expect.poll(() => desktop.launcher.last()?.count).toBe(2);

    await desktop.click((await direct).id);
    await expect(onBar(/^Project rooms/)).toHaveAttribute('aria-current', /page|true/);
    await expect(page.locator('converse-chat textarea.chat-textarea')).toBeVisible();
    await expect(onBar(/^Project rooms/)).toHaveAccessibleName(/1 unread/);
    await page.evaluate(() => (location.hash = '#converse/room?jid=busy@rooms.chat.test'));
    await expect(onBar(/^Project rooms/)).not.toHaveAccessibleName(/unread/);
    await expect.poll(() => desktop.launcher.last()?.isCountVisible).toBe(false);
  } finally {
    await foyer.quit();
    await bob.leave();
    await converse.stop();
    await Promise.all([prosody.stop(), desktop.stop()]);
  }
});
