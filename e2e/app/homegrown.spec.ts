import { expect, test, type Page } from '@playwright/test';
import { startHomegrown, type Homegrown } from '../servers/homegrown/homegrown';
import { barOf } from '../support/bar';
import { startDesktop, type Desktop } from '../support/desktop';
import { startFoyer, type Foyer } from '../support/foyer';
import { countOf } from '../support/inbox';
import { seedService } from '../support/seed';

// A chat of the older kind, by the recipe for any website: full page loads between views, sessions in memory, Socket.IO.
test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let foyer: Foyer;
const chats = new Map<string, Homegrown>();

test.beforeAll(async () => {
  desktop = await startDesktop();
  for (const name of ['both', 'polling', 'websocket'] as const)
    chats.set(name, await startHomegrown(name === 'both' ? {} : { transports: [name] }));
  foyer = await startFoyer({
    env: desktop.env,
    seed: {
      services: [
        ...[...chats].map(([id, { url }]) => seedService({ id, recipeId: 'website', name: `By ${id}`, url })),
        seedService({
          id: 'other',
          recipeId: 'website',
          name: 'Other',
          url: chatOf('both').url.replace('homegrown.localhost', '127.0.0.1'),
        }),
      ],
      activeServiceId: 'both',
    },
  });
});

test.afterAll(async () => {
  await foyer?.quit();
  await Promise.all([...chats.values()].map((chat) => chat.stop()));
  await desktop?.stop();
});

const chatOf = (name: string): Homegrown => {
  const chat = chats.get(name);
  if (chat === undefined) throw new Error(`no chat called ${name}`);
  return chat;
};
const onBar = (name: RegExp) => barOf(foyer.shell).getByRole('button', { name });
const pageOf = (name: string): Promise<Page> => foyer.servicePage(new URL(chatOf(name).url).host);
const notified = (text: string) => desktop.nextNotification(({ body }) => body.includes(text));

async function signIn(name: string): Promise<Page> {
  await onBar(new RegExp(`^By ${name}`)).click();
  const page = await pageOf(name);
  await page.fill('input[name=name]', 'alice');
  await page.click('button');
  await expect(page.locator('#people .on')).toHaveCount(3);
  return page;
}

/** All that the bar says of a service from now on. */
async function watchBar(name: string): Promise<() => Promise<readonly string[]>> {
  const seen = await foyer.shell.evaluateHandle((start) => {
    const said: string[] = [];
    const look = () => {
      for (const button of document.querySelectorAll('nav button')) {
        const label = button.getAttribute('aria-label') ?? button.textContent ?? '';
        if (label.startsWith(start) && said.at(-1) !== label) said.push(label);
      }
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    look();
    return said;
  }, name);
  return () => seen.evaluate((said) => [...said]);
}

for (const name of ['polling', 'websocket'])
  test(`U5 counts and notifications survive full page loads, over ${name}`, async () => {
    const chat = chatOf(name);
    const page = await signIn(name);
    await expect.poll(() => chat.transports()).toEqual([name]);
    const bar = onBar(new RegExp(`^By ${name}`));
    const first = notified(`soup by ${name}`);
    chat.say('bob', 'lunch', `soup by ${name}`);
    chat.say('carol', 'lunch', 'and bread');
    expect((await first).title).toContain('bob in lunch');
    await expect(bar).toHaveAccessibleName(/2 unread/);

    const said = await watchBar(`By ${name}`);
    // Its title is without a count for a while, and no longer than Foyer has patience.
    chat.setCountDelay(300);
    await page.click('a[href="/group/office"]');
    await expect.poll(() => chat.transports()).toEqual([name]);
    await expect(page).toHaveTitle('(2) office');
    // While the other view is open.
    const second = notified(`cake by ${name}`);
    chat.say('bob', 'lunch', `cake by ${name}`);
    await second;
    await expect(bar).toHaveAccessibleName(/3 unread/);
    for (const label of await said()) expect(label).toMatch(/[23] unread/);

    // Its own click leads to the group: read there, the count goes.
    await desktop.click((await second).id);
    await expect(page).toHaveURL(/group\/lunch$/);
    await expect(page.locator('#messages li')).toHaveCount(3);
    await expect(bar).not.toHaveAccessibleName(/unread/);
  });

test('N10 a click on a notification of a page that a navigation replaced brings up the service', async () => {
  const chat = chatOf('both');
  const page = await signIn('both');
  // It begins by long-polling and goes over.
  await expect.poll(() => chat.transports()).toEqual(['websocket']);
  const arriving = notified('are you there');
  chat.say('bob', 'lunch', 'are you there');
  const { id } = await arriving;
  await page.click('a[href="/group/office"]');
  await expect(page).toHaveTitle('(1) office');
  await onBar(/^Other/).click();
  await desktop.click(id);
  await expect(onBar(/^By both/)).toHaveAttribute('aria-current', /page|true/);
  await expect(page).toHaveTitle('(1) office');
  chat.setOnline(['alice']);
  await page.click('a[href="/people"]');
  await expect(page.locator('#people .on')).toHaveCount(1);
  chat.setOnline(['alice', 'bob', 'carol']);
  await expect(page.locator('#people .on')).toHaveCount(3);
});

test('U5 a server that is away takes no count along, and what comes afterwards is heard', async () => {
  const chat = chatOf('both');
  const bar = onBar(/^By both/);
  await expect(bar).toHaveAccessibleName(/1 unread/);
  const page = await pageOf('both');
  await chat.halt();
  await expect
    .poll(() =>
      page.evaluate(() => Reflect.get(Reflect.get(window, 'socket') as object, 'connected') as unknown),
    )
    .toBe(false);
  await expect(bar).toHaveAccessibleName(/1 unread/);
  await chat.resume();
  await expect.poll(() => chat.transports().length).toBe(1);
  const next = notified('back again');
  chat.say('bob', 'office', 'back again');
  await next;
  await expect(bar).toHaveAccessibleName(/2 unread/);
});

test('U5 a session that is lost leaves what is unread unknown, and nothing counts as read by that', async () => {
  const chat = chatOf('both');
  const unread = () => countOf(foyer.shell, { serviceId: 'both', isUnread: true });
  const before = await unread();
  expect(before).toBeGreaterThan(0);
  await expect(onBar(/^By both/)).toHaveAccessibleName(/2 unread/);
  const said = await watchBar('By both');
  chat.forgetSessions();
  await chat.halt();
  await chat.resume();
  const page = await pageOf('both');
  await expect(page).toHaveTitle('Sign in');
  await expect(onBar(/^By both/)).not.toHaveAccessibleName(/unread/);
  // The count that was known, until none is: never another.
  const labels = await said();
  expect(labels[0]).toMatch(/2 unread/);
  for (const label of labels) expect(label).toMatch(/2 unread|^(?!.*unread)/);
  expect(await unread()).toBe(before);
  await signIn('both');
  const next = notified('good morning');
  chat.say('bob', 'lunch', 'good morning');
  await next;
  await expect(onBar(/^By both/)).toHaveAccessibleName(/1 unread/);
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
});
