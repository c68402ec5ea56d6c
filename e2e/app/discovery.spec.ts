import { expect, test } from '@playwright/test';
import { startConverse } from '../servers/converse.js';
import { startIrcd } from '../servers/ircd.js';
import { startLounge } from '../servers/lounge.js';
import { startMattermost } from '../servers/mattermost/mattermost.js';
import { startProsody } from '../servers/prosody.js';
import { startRocketChat } from '../servers/rocketchat/rocketchat.js';
import { onBar } from '../support/bar.js';
import { useDiscoveryScene } from '../support/discovery-scene.js';

// What is found at the addresses of real and faithful servers, and added with one press.
const { foyer, shell, chats, field, said, nameOnBar, keep } = useDiscoveryScene();

/** Types an address into the one field of a fresh screen. */
async function type(address: string): Promise<void> {
  if (!(await field().isVisible())) await onBar(shell(), 'Add a service').click();
  await expect(field()).toBeFocused();
  await field().fill(address);
}

/** Adds what was found by Enter, and gives the address of the page that comes up. */
async function add(name: string): Promise<void> {
  await expect(nameOnBar()).toHaveValue(name);
  await expect(field()).toBeFocused();
  await shell().keyboard.press('Enter');
  await expect(onBar(shell(), name)).toHaveAttribute('aria-current', 'page');
}

test('G7 G15 Rocket.Chat: what it is, its name, and one press adds it', async () => {
  const server = await keep(startRocketChat({ version: '7.10.2', siteName: 'Acme talk' }));
  await type(new URL(server.url).host);
  await expect(said()).toContainText(`Rocket.Chat 7.10 at ${new URL(server.url).host}`);
  await add('Acme talk');
  await foyer().servicePage(server.url);
  await expect(shell().getByRole('heading', { name: 'Acme talk' })).toBeVisible();
});

for (const [version, told] of [
  ['4.8.7', '4.8'],
  ['6.13.1', '6.13'],
  ['7.7.1', '7.7'],
  ['8.1.0', '8.1'],
] as const) {
  test(`G7 Rocket.Chat ${told} below a path, found by a link into a channel`, async () => {
    const server = await keep(startRocketChat({ version, rootPath: '/team/chat', siteName: `Talk ${told}` }));
    await type(`${server.url}channel/general?msg=abc`);
    const { host } = new URL(server.url);
    await expect(said()).toContainText(`Rocket.Chat ${told} at ${host}/team/chat`);
    await expect(nameOnBar()).toHaveValue(`Talk ${told}`);
    expect(server.requests.items.filter((line) => !line.startsWith('GET '))).toEqual([]);
  });
}

test('G6 Rocket.Chat elsewhere: redirects are followed, and it is said where they ended', async () => {
  const server = await keep(startRocketChat());
  const from = new URL(server.redirectUrl).host;
  await type(from);
  await expect(said()).toContainText(`Rocket.Chat 8.1 at ${new URL(server.url).host}`);
  await expect(said()).toContainText(`${from} leads there.`);
});

test('G7 G9 Mattermost, by an address of one of its channels, with its picture', async () => {
  const server = await keep(startMattermost({ version: '10.5.1', siteName: 'Acme matters' }));
  await type(`${server.url}/acme/channels/town-square`);
  const { host } = new URL(server.url);
  await expect(said()).toContainText(`Mattermost 10.5.1 at ${host}`);
  await expect(said().locator('img')).toHaveAttribute('src', /^data:image\/png;base64,/);
  await add('Acme matters');
  await foyer().servicePage(server.url);
  // The picture on the bar is the server's from the beginning.
  await expect(onBar(shell(), 'Acme matters').locator('img')).toHaveAttribute('src', /service-icon/);
});

test('G7 G9 the real The Lounge and the real Converse, by their pages', async () => {
  const [ircd, prosody] = await Promise.all([keep(startIrcd()), keep(startProsody())]);
  const [lounge, converse] = await Promise.all([
    keep(startLounge({ ircd })),
    keep(startConverse({ prosody })),
  ]);
  await type(`lounge.localhost:${lounge.port}/#/chan-2`);
  await expect(said()).toContainText(`The Lounge at lounge.localhost:${lounge.port}`);
  await expect(said().locator('img')).toHaveAttribute('src', /^data:image\/png;base64,/);
  await add('The Lounge');
  await foyer().servicePage(lounge.pageUrl);
  await type(converse.url);
  await expect(said()).toContainText(`Converse at ${new URL(converse.url).host}`);
  await expect(nameOnBar()).toHaveValue('Team chat');
});

test('G7 G9 Zulip and Element by what they say of themselves, a Matrix server by its', async () => {
  const host = (name: string) => new URL(chats().addressOf(name)).host;
  await type(`${host('zulip')}/#narrow/channel/7-general`);
  await expect(said()).toContainText(`Zulip 9.4 at ${host('zulip')}`);
  await expect(said().locator('img')).toHaveAttribute('src', /^data:image\/png;base64,/);
  await expect(nameOnBar()).toHaveValue('Acme streams');
  await field().fill(`${host('element')}/#/room/!a:example.org`);
  await expect(said()).toContainText(`Element 1.11.86 at ${host('element')}`);
  await expect(nameOnBar()).toHaveValue('Acme Element');
  await field().fill(host('matrix'));
  await expect(said()).toContainText(`A Matrix server: ${host('matrix')}`);
  await expect(said()).toContainText('Its rooms open in Element at app.element.io');
});

test('G2 G3 links of places that are the same for everybody are known without asking anybody', async () => {
  await type('https://join.slack.com/t/acme-talk/shared_invite/zt-1');
  await expect(said()).toContainText('Slack');
  await field().fill('https://discord.gg/abc');
  await expect(said()).toContainText('Discord');
  await field().fill('slack.com');
  await expect(said()).toContainText('Each team has a place of its own there.');
  await shell().keyboard.press('Enter');
  await expect(shell().getByRole('textbox', { name: 'Team' })).toBeFocused();
  await shell().keyboard.press('Escape');
});

test('G14 where a service goes by what is typed, it comes first, and looking is offered last', async () => {
  await type('t.me');
  await expect(shell().getByRole('option').first()).toContainText('Telegram');
  await expect(shell().getByRole('option').last()).toContainText('Look at t.me');
  await shell().keyboard.press('ArrowUp');
  await shell().keyboard.press('Enter');
  await expect(said()).toContainText('Telegram');
  await expect(field()).toBeFocused();
});
