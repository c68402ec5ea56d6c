import { expect, test } from '@playwright/test';
import { roomsOf, startElementScene, truthOf, type ElementScene } from '../support/element-scene';

// An Element of before 2023 under another name, which lends its client in another way and no dispatcher.
test.describe.configure({ mode: 'serial' });

let scene: ElementScene;

test.beforeAll(async () => {
  scene = await startElementScene({ peg: 'old', lendsDispatcher: false, brand: 'Gitter' });
});

test.afterAll(async () => {
  await scene?.stop();
});

test('C1 C8 C9 an old page is understood too, and opens by its address', async () => {
  const { matrix } = scene;
  await expect.poll(() => scene.adapter()).toBe('signed-out');
  const page = await scene.signIn();
  await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
  const said = await matrix.say('Builds', 'bob', 'look at this, @alice');
  await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 1, mentions: 1 });
  await scene.command('channel.open', { serviceId: 'alice', channelId: await scene.idOf('General') });
  await expect(page).toHaveTitle(/^Gitter .*\| General$/);
  const [entry] = await scene.inbox({ serviceId: 'alice' });
  await scene.command('inbox.open', { id: entry?.id ?? 0 });
  await expect(page.locator('.mx_EventTile_selected')).toHaveAttribute('data-event-id', said.event_id);
});

test('C4 another person who signs in is another', async () => {
  const page = await scene.page();
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('.mx_UserMenu')?.click());
  await expect.poll(() => scene.adapter()).toBe('signed-out');
  await page.fill('#mx_LoginForm_username', 'carol');
  await page.fill('#mx_LoginForm_password', 'carol-pw');
  await page.press('#mx_LoginForm_password', 'Enter');
  const { carol = [] } = await scene.matrix.truth();
  await expect
    .poll(async () => (await roomsOf(scene)).map(({ name }) => name).toSorted())
    .toEqual(carol.map(({ name }) => name).toSorted());
});
