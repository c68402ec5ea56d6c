import { expect, test } from '@playwright/test';
import { type MattermostScene, startMattermostScene } from '../support/mattermost-scene';

// A Mattermost that is not at the root of its host.
let scene: MattermostScene;

test.beforeAll(async () => {
  scene = await startMattermostScene(['alice'], { subPath: '/chat' });
});

test.afterAll(async () => {
  await scene?.stop();
});

test('C1 C3 C8 all is the same below a path: list, counts, muting, opening, the click on a notification', async () => {
  const { mattermost, desktop } = scene;
  await scene.signIn('alice');
  const page = await scene.page('alice');
  expect(new URL(page.url()).pathname).toBe('/chat/engineering/channels/town-square');
  await scene.agree('alice');
  const arriving = desktop.nextNotification((one) => one.body.includes('below a path'));
  await mattermost.say('garden/room-1', 'bob', '@alice, below a path');
  await scene.agree('alice');
  await desktop.click((await arriving).id);
  await page.waitForURL('**/chat/garden/channels/room-1');
  const channelId = await mattermost.channelId('garden/room-2');
  await scene.command('channel.mute', { serviceId: 'alice', channelId, level: 'none' });
  await expect.poll(() => scene.one('garden/room-2')).toMatchObject({ muted: true });
  await scene.command('channel.open', { serviceId: 'alice', channelId });
  await page.waitForURL('**/chat/garden/channels/room-2');
  await scene.beBrowser('alice');
  await expect(page.locator('#channelHeaderTitle')).toHaveText('Town Square');
  await scene.agree('alice');
  await scene.command('channel.open', { serviceId: 'alice', channelId });
  await page.waitForURL('**/chat/garden/channels/room-2');
});
