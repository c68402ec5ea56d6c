import { expect, test, type Page } from '@playwright/test';
import { startDesktop, type Desktop } from '../../support/desktop';
import { startPlainBrowser, type PlainBrowser } from '../lib/browser.js';
import { startZulip, type Zulip } from './zulip.js';

// The page towards a shell: title, icon, bridge, notifications, addresses, and what it does when trouble comes.
test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let browser: PlainBrowser;
let zulip: Zulip;
let page: Page;

interface Seen {
  readonly events: readonly unknown[][];
  readonly notified: readonly { title: string; body: string; tag: string; closed?: boolean }[];
}

test.beforeAll(async () => {
  [desktop, zulip] = await Promise.all([startDesktop(), startZulip({ retryMs: 50 })]);
  browser = await startPlainBrowser(desktop.env);
  page = browser.page;
  await page.addInitScript(() => {
    const seen: { events: unknown[][]; notified: object[] } = { events: [], notified: [] };
    const heard = new Map<string, (...args: readonly unknown[]) => void>();
    const electron_bridge = {
      send_event: (...event: unknown[]) => seen.events.push(event) > 0,
      on_event: (name: string, hear: () => void) => void heard.set(name, hear),
      new_notification: (
        title: string,
        options: NotificationOptions,
        dispatch: (type: string) => boolean,
      ) => {
        const shown = {
          ...{ title, dir: 'auto', lang: '', body: options.body, tag: options.tag, icon: options.icon },
          click: () => dispatch('click'),
          close: () => void Object.assign(shown, { closed: true }),
        };
        seen.notified.push(shown);
        return shown;
      },
    };
    Object.assign(window, { electron_bridge, seen, heard });
  });
});

test.afterAll(async () => {
  await browser?.close();
  await zulip?.stop();
  await desktop?.stop();
});

const seen = () =>
  page.evaluate(() => JSON.parse(JSON.stringify(Reflect.get(window, 'seen'))) as unknown) as Promise<Seen>;

test('signs in, and tells a desktop of the organisation and of counts, by title, icon and bridge', async () => {
  await page.goto(zulip.url);
  await expect(page).toHaveTitle('Log in | Team chat | Zulip');
  await page.fill('#id_username', 'alice@zulip.test');
  await page.fill('#id_password', 'alice-pw');
  await page.click('button[type=submit]');
  await expect(page).toHaveTitle('Inbox - Team chat - Zulip');
  await expect.poll(() => zulip.queues('alice').waitedAt).toBe(1);
  const icon = page.locator('#favicon');
  await expect(icon).toHaveAttribute('href', /favicon\.svg$/);
  zulip.say('bob', 'general', 'lunch', 'hello');
  zulip.tellDirectly('bob', ['alice'], 'between us');
  await expect(page).toHaveTitle('(2) Inbox - Team chat - Zulip');
  await expect(icon).toHaveAttribute('href', /^blob:/);
  const { events } = await seen();
  expect(events).toEqual(
    expect.arrayContaining([
      ['realm_name', 'Team chat'],
      ['realm_icon_url', '/user_avatars/realm/icon.png?version=1'],
      ['total_unread_count', 2],
    ]),
  );
  expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'zulip_test') as object))).toContain(
    'get_message',
  );
  expect(await page.locator('#page-params').count()).toBe(0);
});

test('notifies as the vendor words it, of what the settings and mutes leave', async () => {
  await page.reload();
  await expect.poll(() => zulip.queues('alice')).toEqual({ count: 1, waitedAt: 1 });
  zulip.say('bob', 'general', 'lunch', 'nothing for anybody');
  const mention = zulip.say('bob', 'general', 'lunch', '@**Alice Adams** <b>look</b>');
  zulip.say('bob', 'general', 'lunch', '@**Alice Adams** again');
  zulip.tellDirectly('bob', ['alice', 'carol'], 'we three');
  zulip.tellDirectly('carol', ['alice', 'bob', 'dave', 'helper'], 'a long list');
  zulip.set('alice', 'design talk', 'is_muted', true);
  zulip.say('bob', 'design talk', 'x', '@**all** not in a muted stream');
  zulip.say('bob', 'design talk', '', '@**Alice Adams** but by name');
  zulip.setTopic('alice', 'general', 'followed', 3);
  zulip.say('bob', 'general', 'Followed', 'no mention at all');
  await expect
    .poll(async () => (await seen()).notified.map(({ title, body }) => [title, body]))
    .toEqual([
      ['Bob Brown (#general > lunch)', '@Alice Adams <b>look</b>'],
      ['2 messages from Bob Brown (#general > lunch)', '@Alice Adams again'],
      ['Bob Brown (to you and Carol Clark)', 'we three'],
      ['Carol Clark (to you and Bob Brown, Dave Dunn, and Helper)', 'a long list'],
      ['Bob Brown (#design talk > general chat)', '@Alice Adams but by name'],
      ['Bob Brown (#general > Followed)', 'no mention at all'],
    ]);
  const { notified } = await seen();
  expect(notified.map(({ closed }) => closed === true).slice(0, 3)).toEqual([true, false, false]);
  expect(notified[0]?.tag).toBe(String(mention));
  await page.evaluate(() =>
    (Reflect.get(window, 'seen') as { notified: { click(): void }[] }).notified[1]?.click(),
  );
  await expect(page.locator('.selected_message')).toContainText('again');
  expect(await page.evaluate(() => location.hash)).toBe(
    `#narrow/channel/3-general/topic/lunch/near/${mention + 1}`,
  );
});

test('follows addresses without loading, with an id alone, the older words, and what the bridge tells', async () => {
  await page.evaluate(() => Object.assign(window, { mark: 1 }));
  for (const [hash, title] of [
    ['#narrow/channel/4', '#design talk'],
    ['#narrow/stream/3-whatever/topic/lunch', '#general > lunch'],
    ['#narrow/channel/3/topic/a.20b.2Ec', '#general > a b.c'],
    ['#narrow/dm/9,10-group', 'Bob Brown, Carol Clark'],
    ['#narrow/pm-with/9-pm', 'Bob Brown'],
    ['#recent', 'Recent conversations'],
  ] as const) {
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(page).toHaveTitle(new RegExp(`(^|\\) )${title} - Team chat - Zulip$`));
  }
  expect(await page.evaluate(() => Reflect.get(window, 'mark') as unknown)).toBe(1);
});

test('tries again after trouble, loads anew without its queue, and leaves when the session is over', async () => {
  zulip.faults.answer(500, { path: /json\/events/, times: 2 });
  zulip.say('bob', 'general', 'lunch', 'after trouble');
  await expect.poll(() => zulip.queues('alice').waitedAt).toBe(1);
  await page.evaluate(() => Object.assign(window, { mark: 1 }));
  await zulip.halt({ losesQueues: true });
  await zulip.resume();
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'mark') as unknown).catch(() => 1))
    .toBe(undefined);
  await expect.poll(() => zulip.queues('alice').waitedAt).toBe(1);
  zulip.endSessions('alice');
  await expect(page).toHaveTitle('Log in | Team chat | Zulip');
});
