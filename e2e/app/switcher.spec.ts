import { expect, type Locator, test } from '@playwright/test';
import { startSwitcherScene, type SwitcherScene } from '../support/switcher-scene.js';

test.describe.configure({ mode: 'serial' });

let scene: SwitcherScene;
let switcher: Locator;
let field: Locator;

test.beforeAll(async () => {
  scene = await startSwitcherScene();
  switcher = scene.shell.getByRole('dialog', { name: 'Go to a channel, service or command' });
  field = switcher.getByRole('combobox');
});

test.afterAll(async () => {
  await scene?.stop();
});

const options = () => switcher.getByRole('option');
const chosen = () => switcher.getByRole('option', { selected: true });

/** Opens it by its key, wherever the keyboard is, and types; returns once what was found is there. */
async function typeInto(text: string, found: RegExp): Promise<void> {
  await scene.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await scene.keyboard.type(text);
  await expect(field).toHaveValue(text);
  await expect(chosen()).toHaveAccessibleName(found);
}

/** Returns once Rocket.Chat's page shows that room. */
async function atRoom(name: string): Promise<void> {
  const id = await scene.rocketchat.roomId(name);
  await scene.pages.rocket.waitForURL(
    (url) => url.pathname.endsWith(`/${id}`) || url.pathname.endsWith(`/${name}`),
  );
}

/** Puts the keyboard into a service's page as a click would. */
async function intoPage(service: RegExp, id: keyof SwitcherScene['pages']): Promise<void> {
  await scene.onBar(service).click();
  await scene.pages[id].bringToFront();
  await scene.pages[id].locator('body').click({ position: { x: 5, y: 5 } });
}

test('Y20 goes to channels of three services in one go, by what is typed of their names, and lands there', async () => {
  await intoPage(/^Office/, 'rocket');
  await typeInto('busy', /^busy, Office, channel/);
  await scene.keyboard.press('Enter');
  await atRoom('busy');
  await expect(switcher).toHaveCount(0);
  await typeInto('tulips roses', /^Roses and Tulips, Riverside, channel/);
  await scene.keyboard.press('Enter');
  await scene.pages.matter.waitForURL('**/garden/channels/roses');
  await expect(scene.onBar(/^Riverside/)).toHaveAttribute('aria-current', 'page');
  await typeInto('tcdes', /^design talk, Team chat, channel/);
  await scene.keyboard.press('Enter');
  await expect(scene.pages.zulip.locator('#message_view_header')).toContainText('design talk');
  await expect(scene.onBar(/^Team chat/)).toHaveAttribute('aria-current', 'page');
});

test('O2 back goes to the channels one was in, over services', async () => {
  await scene.keyboard.press('Alt+ArrowLeft');
  await expect(scene.onBar(/^Riverside/)).toHaveAttribute('aria-current', 'page');
  await scene.pages.matter.waitForURL('**/garden/channels/roses');
  await scene.keyboard.press('Alt+ArrowLeft');
  await expect(scene.onBar(/^Office/)).toHaveAttribute('aria-current', 'page');
  await atRoom('busy');
});

test('Y20 with nothing typed shows what is unread first, the most important at the top', async () => {
  const { rocketchat, mattermost, keyboard } = scene;
  await rocketchat.say('general', 'bob', 'hello all');
  await rocketchat.say('alice,bob', 'bob', 'psst');
  await mattermost.say('garden/town-square', 'carol', 'look, @alice');
  const unread = async () =>
    (await scene.command('channels.list', { serviceId: 'matter' })).channels?.some((one) => one.mentions > 0);
  await expect.poll(unread).toBe(true);
  const direct = async () =>
    (await scene.command('channels.list', { serviceId: 'rocket' })).channels?.filter((one) => one.unread > 0)
      .length;
  await expect.poll(direct).toBe(2);
  await keyboard.press('Control+k');
  await expect(options().nth(0)).toHaveAccessibleName(/^bob|^Bob Brown/);
  await expect(options().nth(1)).toHaveAccessibleName(/^Town Square, Riverside, channel, 1 for you/);
  await expect(options().nth(2)).toHaveAccessibleName(/^general, Office, channel, unread/);
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(chosen()).toHaveAccessibleName(/^general/);
  await keyboard.press('Escape');
  await expect(switcher).toHaveCount(0);
});

test('Y23 goes on to rows that are out of sight', async () => {
  await scene.keyboard.press('Control+k');
  await expect(chosen()).toHaveAttribute('aria-posinset', '1');
  const count = Number(await chosen().getAttribute('aria-setsize'));
  expect(await options().count()).toBeLessThan(count);
  await scene.keyboard.press('ArrowUp');
  await expect(chosen()).toHaveAttribute('aria-posinset', String(count));
  await expect(chosen()).toBeInViewport();
  await expect(options()).toHaveCount(count);
  await scene.keyboard.type('busy');
  await expect(chosen()).toHaveAccessibleName(/^busy, Office/);
  await expect(chosen()).toBeInViewport();
  await scene.keyboard.press('Escape');
  await expect(switcher).toHaveCount(0);
});

test('O3 the next unread is gone to over services, by key from a page', async () => {
  await intoPage(/^Team chat/, 'zulip');
  await scene.keyboard.press('Alt+Shift+PageDown');
  await expect(
    scene.onBar(/^(?:Office|Riverside)/).and(scene.shell.locator('[aria-current="page"]')),
  ).toHaveCount(1);
  await scene.keyboard.press('Alt+Shift+PageDown');
  await scene.pages.matter.waitForURL('**/garden/channels/town-square');
});

test('Y21 does what is asked with a row: mutes it, and runs commands', async () => {
  await typeInto('busy', /^busy, Office/);
  await scene.keyboard.press('Control+d');
  await expect(switcher.getByRole('status')).toHaveText('busy is muted');
  const rule = async () =>
    (
      await scene.command('rules.table', {
        text: 'busy',
        serviceId: 'rocket',
        sortBy: 'name',
        isDescending: false,
        offset: 0,
        limit: 10,
      })
    ).rows.find(({ name }) => name === 'busy')?.own;
  await expect.poll(rule).toEqual({ preset: 'nothing' });
  await scene.keyboard.press('Control+d');
  await expect.poll(rule).toEqual({});
  await scene.keyboard.press('Control+l');
  await expect(switcher.getByRole('status')).toHaveText('Link to busy copied');
  const link = `${scene.rocketchat.url}channel/${await scene.rocketchat.roomId('busy')}`;
  expect(await scene.foyer.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(link);
  await scene.keyboard.press('Control+k');
  await expect(switcher).toHaveCount(0);
  await typeInto('focus hour', /^Focus for 1 hour, command/);
  await scene.keyboard.press('Enter');
  await expect(scene.shell.locator('.focus-button')).toHaveAccessibleName(/Focus until/);
  await scene.keyboard.press('F9');
});

test('Y21 finds what the inbox holds by its words', async () => {
  await scene.rocketchat.say('general', 'bob', '@alice the marmalade is ready');
  await expect.poll(() => scene.count({ text: 'marmalade' })).toBe(1);
  await typeInto('marmalad', /marmalade/);
  await scene.keyboard.press('Enter');
  await atRoom('general');
});
