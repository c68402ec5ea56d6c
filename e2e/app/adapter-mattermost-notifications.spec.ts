import { expect, test } from '@playwright/test';
import type { InboxEntry } from '../../electron/core/model/inbox';
import { type MattermostScene, startMattermostScene } from '../support/mattermost-scene';
import { measured, shown } from '../support/shown';

// Notifications of Mattermost, by desktopAPI and (Bob) by the page's own where it takes us for a browser.
test.describe.configure({ mode: 'serial' });

let scene: MattermostScene;

test.beforeAll(async () => {
  scene = await startMattermostScene(['alice', 'bob', 'dora']);
  await scene.beBrowser('bob');
  for (const user of ['alice', 'bob', 'dora']) {
    await scene.onBar(new RegExp(`Chat of ${user}`)).click();
    await scene.signIn(user);
  }
});

test.afterAll(async () => {
  await scene?.stop();
});

const entriesOf = (serviceId: string) => scene.inbox({ serviceId });

test('C10 a notification tells channel, sender, mention, thread and message, and a click opens it', async () => {
  const { mattermost, desktop } = scene;
  await scene.onBar(/Chat of alice/).click();
  const page = await scene.page('alice');
  const arriving = desktop.nextNotification((one) => one.body.includes('look here'));
  const post = await mattermost.say('garden/room-3', 'carol', '@alice look **here**');
  const toast = await arriving;
  expect(toast.body).toContain('@carol: @alice look here');
  const root = await mattermost.say('garden/room-4', 'alice', 'a question');
  const reply = await mattermost.reply(root.id, 'carol', 'an answer for you all, @channel');
  const direct = await mattermost.say('alice,carol', 'carol', 'psst');
  const known = async () =>
    (await entriesOf('alice')).map(({ channelId, sender, mention, messageId }) => ({
      channelId,
      sender,
      mention,
      messageId,
    }));
  await expect.poll(known).toEqual([
    { channelId: direct.channel_id, sender: 'carol', mention: 'none', messageId: direct.id },
    { channelId: root.channel_id, sender: 'carol', mention: 'group', messageId: reply.id },
    { channelId: post.channel_id, sender: 'carol', mention: 'personal', messageId: post.id },
  ]);
  await desktop.click(toast.id);
  await page.waitForURL('**/garden/channels/room-3');
  await expect.poll(() => scene.one('garden/room-3')).toMatchObject({ unread: 0 });
});

test('C9 an entry of the inbox opens its message', async () => {
  const page = await scene.page('alice');
  const entry = (await entriesOf('alice')).find(({ mention }) => mention === 'personal');
  await scene.command('channel.open', {
    serviceId: 'alice',
    channelId: await scene.mattermost.channelId('engineering/room-0'),
  });
  await page.waitForURL('**/engineering/channels/room-0');
  await scene.command('inbox.open', { id: entry?.id ?? 0 });
  await page.waitForURL(`**/garden/channels/room-3/${entry?.messageId}`);
});

test('C8 C9 as a browser the page still opens by route, and a click on its notification goes to the channel', async () => {
  const { mattermost, desktop } = scene;
  await scene.onBar(/Chat of bob/).click();
  const page = await scene.page('bob');
  await page.evaluate(() => Object.assign(window, { mark: 'the same document' }));
  const channelId = await mattermost.channelId('garden/room-6');
  await scene.command('channel.open', { serviceId: 'bob', channelId });
  await page.waitForURL('**/garden/channels/room-6');
  const arriving = desktop.nextNotification((one) => one.body.includes('over here'));
  await mattermost.say('engineering/room-6', 'carol', '@bob over here');
  await desktop.click((await arriving).id);
  await page.waitForURL('**/engineering/channels/room-6');
  expect(await page.evaluate(() => Reflect.get(window, 'mark') as unknown)).toBe('the same document');
});

test(
  'C10 all of 500 messages in 20 rooms of 2 teams are of the right room, by desktop and as a browser',
  shown('mattermost', 'attribution'),
  async () => {
    const { mattermost, rooms } = scene;
    const people = ['alice', 'bob', 'dora'];
    for (const serviceId of people) {
      const channelId = await mattermost.channelId('engineering/town-square');
      await scene.command('channel.open', { serviceId, channelId });
      // What is open and looked at is not notified of.
      await (await scene.page(serviceId)).waitForURL('**/engineering/channels/town-square');
    }
    const said = new Map<string, { readonly channel_id: string; readonly user: string }>();
    for (let index = 0; index < 500; index += 1) {
      const user = people[index % 3] ?? '';
      const post = await mattermost.say(rooms[(index * 7) % 20] ?? '', 'carol', `@${user} number ${index}`);
      said.set(post.id, { channel_id: post.channel_id, user });
    }
    const found = async () => {
      const all = await Promise.all(people.map(entriesOf));
      return all.flat().filter(({ body }) => body.includes(' number '));
    };
    await expect.poll(async () => (await found()).length, { timeout: 30_000 }).toBe(500);
    const isRight = ({ messageId, channelId, serviceId, mention, sender }: InboxEntry) => {
      const post = said.get(messageId ?? '');
      return (
        post?.channel_id === channelId &&
        post?.user === serviceId &&
        mention === 'personal' &&
        sender === 'carol'
      );
    };
    const entries = await found();
    measured(test.info(), 'adapter.attribution', 'mattermost', [entries.filter(isRight).length / 500]);
    expect(entries.filter((entry) => !isRight(entry))).toEqual([]);
    expect(new Set(entries.map(({ messageId }) => messageId)).size).toBe(500);
    for (const user of people) await scene.agree(user);
  },
);
