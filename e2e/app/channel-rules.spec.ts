import { expect, test, type Page } from '@playwright/test';
import { startIrcd, type Ircd } from '../servers/ircd';
import { startLounge, type Lounge } from '../servers/lounge';
import { barOf } from '../support/bar';
import { startDesktop, type Desktop } from '../support/desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from '../support/foyer';
import { command, entryWith, inboxOf, passTime } from '../support/inbox';
import { startIrcPerson, type IrcPerson } from '../support/irc-person';
import { startPlainChat, type PlainChat } from '../support/plain-chat';
import { seedService } from '../support/seed';

// Rules, focus and inbox on a real self-hosted chat, with a real notification daemon: one story, told in order.
test.describe.configure({ mode: 'serial' });

let ircd: Ircd;
let lounge: Lounge;
let desktop: Desktop;
let chat: PlainChat;
let profile: string;
let foyer: Foyer;
let carol: IrcPerson;
let page: Page;

test.beforeAll(async () => {
  ircd = await startIrcd();
  [lounge, desktop, chat, profile] = await Promise.all([
    startLounge({ ircd }),
    startDesktop(),
    startPlainChat(),
    createProfile(),
  ]);
  await lounge.whenJoined();
  carol = await startIrcPerson(ircd, 'carol', ['#general', '#busy', '#private']);
  const services = [
    seedService({
      id: 'lounge',
      recipeId: 'thelounge',
      name: 'Team chat',
      url: lounge.pageUrl,
      ownNames: ['alice'],
    }),
    chat.service('other'),
  ];
  foyer = await startFoyer({ env: desktop.env, profile, seed: { services, activeServiceId: 'lounge' } });
  page = await foyer.servicePage(lounge.pageUrl);
  await page.evaluate((items) => {
    const settings = { ...(JSON.parse(items.settings) as object), notifyAllMessages: true };
    for (const [key, value] of Object.entries({ ...items, settings: JSON.stringify(settings) }))
      localStorage.setItem(key, value);
    location.reload();
  }, lounge.storageFor('alice'));
  await expect(page.locator('.channel-list-item[data-type=channel]:not(.parted-channel)')).toHaveCount(3);
  await room('#general').click();
  await onBar(/Chat other/).click();
});

test.afterAll(async () => {
  await foyer?.quit();
  await carol?.leave();
  await Promise.all([desktop?.stop(), lounge?.stop(), chat?.stop()]);
  await ircd?.stop();
  await removeProfile(profile);
});

const onBar = (name: string | RegExp) => barOf(foyer.shell).getByRole('button', { name });
const room = (name: string) => page.locator(`.channel-list-item[data-name="${name}"]`);
const titles = (): readonly string[] => desktop.notifications().map(({ title }) => title);
const arriving = (body: string) => desktop.nextNotification((one) => one.body.includes(body));

test('a notification names its room and can mute it, for an hour or for good', async () => {
  const arrived = arriving('first');
  await carol.say('#busy', 'first words');
  const one = await arrived;
  expect(one.title).toBe('carol (#busy) says · Team chat');
  expect(one.actions).toEqual([
    { key: 'default', label: 'Open' },
    { key: 'mute-hour', label: 'Mute #busy for 1 h' },
    { key: 'mute', label: 'Mute #busy' },
  ]);
  await desktop.act(one.id, 'mute');
  await expect.poll(async () => (await desktop.counts()).shown).toBe(0);
  await expect(onBar(/Chat other/)).toHaveAttribute('aria-current', 'page');
});

test('a muted room makes no toast and no count, and lies in the inbox with the reason; others go on', async () => {
  const before = titles().length;
  const other = arriving('from the other room');
  await carol.say('#busy', 'alice: nobody hears this');
  await carol.say('#private', 'from the other room');
  await other;
  expect(titles().slice(before)).toEqual(['carol (#private) says · Team chat']);
  expect(await entryWith(foyer.shell, 'nobody hears this')).toMatchObject({
    serviceId: 'lounge',
    channelName: '#busy',
    sender: 'carol',
    mention: 'personal',
    decision: 'drop',
    reason: 'muted',
    from: { scope: { kind: 'channel', name: '#busy' }, isTemporary: false },
  });
  expect(await entryWith(foyer.shell, 'from the other room')).toMatchObject({
    decision: 'show',
    reason: 'wanted',
  });
  // The page itself counts the mention; by the rule it counts for nothing.
  await expect(page).toHaveTitle(/^\(1\) /);
  // The other room has the dot of what is not meant for anybody in particular.
  await expect(onBar(/Team chat/)).toHaveAccessibleName(/, unread messages/);
  await expect(onBar(/Team chat/)).not.toHaveAccessibleName(/\d unread/);
  expect(desktop.launcher.last()?.isCountVisible ?? false).toBe(false);
});

test('a mention in it behaves as its rule says', async () => {
  await command(foyer.shell, 'rule.set', {
    scope: {
      kind: 'channel',
      serviceId: 'lounge',
      channelId: 'name:#busy',
      name: '#busy',
      channelKind: 'public',
    },
    values: { preset: 'only-me' },
  });
  const before = titles().length;
  const mention = arriving('look at this');
  await carol.say('#busy', 'plain talk');
  await carol.say('#busy', '@all lunch');
  await carol.say('#busy', 'alice: look at this');
  await mention;
  expect(titles().slice(before)).toEqual(['carol (#busy) says · Team chat']);
  expect(await entryWith(foyer.shell, 'plain talk')).toMatchObject({
    decision: 'drop',
    reason: 'not-a-mention',
  });
  expect(await entryWith(foyer.shell, '@all lunch')).toMatchObject({ decision: 'drop', mention: 'group' });
  expect(await entryWith(foyer.shell, 'look at this')).toMatchObject({ decision: 'show', reason: 'mention' });
});

test('in focus for a minute all is held; at its end one summary says so, and opens the inbox on exactly these', async () => {
  const before = titles().length;
  await foyer.shell.getByRole('button', { name: /focus/i }).first().click();
  await foyer.shell.getByRole('menuitem', { name: /30 min/ }).click();
  await desktop.tray.nextTray(({ tooltip }) => tooltip.title.endsWith('in focus'));
  await carol.say('#private', 'held one');
  await carol.say('#busy', 'alice: held two');
  await carol.say('alice', 'held three');
  for (const words of ['held one', 'held two', 'held three'])
    expect(await entryWith(foyer.shell, words)).toMatchObject({ decision: 'hold', reason: 'focus' });
  expect(titles()).toHaveLength(before);
  const summary = desktop.nextNotification(({ title }) => title.startsWith('Focus is over'));
  await passTime(foyer, 30 * 60_000);
  const told = await summary;
  expect(told.title).toBe('Focus is over: 3 messages were held');
  for (const place of ['#private (1)', '#busy (1)', 'carol (1)']) expect(told.body).toContain(place);
  await desktop.click(told.id);
  const list = foyer.shell.getByRole('main');
  for (const words of ['held one', 'held two', 'held three']) await expect(list).toContainText(words);
  await expect(list).not.toContainText('look at this');
  await expect(list).not.toContainText('nobody hears this');
});

test('opening an entry brings up the conversation, also of one that was never shown', async () => {
  const entry = await entryWith(foyer.shell, 'nobody hears this');
  await command(foyer.shell, 'inbox.open', { id: entry.id });
  await expect(page).toHaveTitle(/#busy — The Lounge/);
  await expect(onBar(/Team chat/)).toHaveAttribute('aria-current', 'page');
  await expect.poll(async () => (await entryWith(foyer.shell, 'nobody hears this')).isRead).toBe(true);
});

test('after a restart rules and inbox are as before, and found by any word', async () => {
  const before = await inboxOf(foyer.shell);
  await foyer.quit();
  foyer = await startFoyer({ env: desktop.env, profile });
  page = await foyer.servicePage(lounge.pageUrl);
  expect((await inboxOf(foyer.shell)).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  expect((await inboxOf(foyer.shell, { text: 'nobod' })).map(({ body }) => body)).toEqual([
    'alice: nobody hears this',
  ]);
  expect((await inboxOf(foyer.shell, { text: 'carol', decisions: ['hold'] })).length).toBe(3);
  await expect(page.locator('.channel-list-item[data-type=channel]:not(.parted-channel)')).toHaveCount(3);
  // A page says nothing of the room that it shows.
  await room('#general').click();
  await carol.say('#busy', 'still nobody');
  expect(await entryWith(foyer.shell, 'still nobody')).toMatchObject({
    decision: 'drop',
    reason: 'not-a-mention',
  });
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
});
