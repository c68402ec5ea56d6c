import { expect, test } from '@playwright/test';
import { doors } from '../servers/mattermost/trouble.js';
import { inboxOf } from '../support/inbox';
import { channelsOf } from '../support/lounge-truth';
import { type MattermostScene, startMattermostScene } from '../support/mattermost-scene';
import { shown } from '../support/shown';

// A page that is loaded anew, lines and servers that go, limits, sessions that end, on a stand-in of Mattermost.
test.describe.configure({ mode: 'serial' });

let scene: MattermostScene;

test.beforeAll(async () => {
  scene = await startMattermostScene(['alice']);
  await scene.signIn('alice');
  await scene.mattermost.say('garden/room-7', 'bob', 'keep this, @alice');
  await scene.agree('alice');
});

test.afterAll(async () => {
  await scene?.stop();
});

const adapterKind = async () => (await channelsOf(scene.foyer.shell, 'alice')).adapter.kind;

test(
  'C5 keeps channels and counts while the page is loaded anew',
  shown('mattermost', 'reload'),
  async () => {
    const before = await scene.known('alice');
    // So slow that what is told in between is seen.
    const quick = scene.mattermost.faults.slow(300);
    const seen: unknown[] = [];
    await scene.command('service.reload', { serviceId: 'alice', fromStartPage: false });
    const look = async () => {
      seen.push((await scene.one('garden/room-7'))?.mentions);
      return adapterKind();
    };
    await expect.poll(look).toBe('silent');
    quick();
    await expect.poll(look).toBe('speaking');
    expect(new Set(seen)).toEqual(new Set([1]));
    expect(Object.keys(await scene.known('alice'))).toEqual(Object.keys(before));
  },
);

test(
  'C5 C19 hears all after a line that broke, an event that got lost, and a server that was away and started anew',
  shown('mattermost', 'reconnect', 'restart'),
  async () => {
    const { mattermost } = scene;
    await mattermost.whenListening('alice');
    expect(mattermost.dropSockets()).toBe(1);
    await mattermost.say('garden/room-1', 'bob', 'while the line was broken, @alice');
    await expect.poll(() => scene.one('garden/room-1')).toMatchObject({ unread: 1, mentions: 1 });
    await mattermost.whenListening('alice');
    await mattermost.instances[0]?.loseNextEvent('alice');
    await mattermost.say('garden/room-2', 'bob', 'this event is lost, @alice');
    await mattermost.say('garden/room-3', 'bob', 'and this shows it');
    await scene.agree('alice');
    const before = await scene.known('alice');
    await mattermost.halt();
    await mattermost.say('garden/room-4', 'bob', 'while all was away, @alice');
    await mattermost.readElsewhere('garden/room-1', 'alice');
    // It looks for the server and does not find it.
    await expect((await scene.page('alice')).locator('#channelHeaderTitle')).toBeVisible();
    expect(await scene.known('alice')).toEqual(before);
    expect(await adapterKind()).toBe('speaking');
    await expect(scene.onBar(/Chat of alice/)).toHaveAccessibleName(/without its server since/);
    await mattermost.resume();
    await scene.agree('alice');
    await expect(scene.onBar(/Chat of alice/)).not.toHaveAccessibleName(/without its server/);
    expect(await scene.one('garden/room-4')).toMatchObject({ mentions: 1 });
  },
);

test('C5 waits where the server says so, and takes a door before it for no sign-out', async () => {
  const { mattermost } = scene;
  const path = /\/channels\/[a-z0-9]{26}\/members\/me$/;
  await mattermost.whenListening('alice');
  for (const trouble of [
    { status: 429, headers: { 'retry-after': '1' } },
    // Of a scheme that nobody is asked for; for a name and password Foyer asks the person.
    { status: 401, headers: { 'www-authenticate': 'Gate' } },
    doors.preAuth,
    { status: 502 },
  ]) {
    const gone = mattermost.faults.answerWith(trouble, { path, times: 1 });
    const before = await scene.one('garden/room-5');
    await mattermost.say('garden/room-5', 'bob', `in spite of ${trouble.status}, @alice`);
    expect(await adapterKind()).toBe('speaking');
    await scene.agree('alice');
    expect((await scene.one('garden/room-5'))?.mentions).toBe((before?.mentions ?? 0) + 1);
    gone();
  }
});

test('C9 after a restart of Foyer the person is still there, and an entry of the inbox opens its message', async () => {
  const { mattermost } = scene;
  const post = await mattermost.say('engineering/room-2', 'bob', 'for after the restart, @alice');
  const entry = async () => (await inboxOf(scene.foyer.shell)).find(({ messageId }) => messageId === post.id);
  await expect.poll(entry).toMatchObject({ channelId: post.channel_id });
  const before = Object.keys(await scene.known('alice'));
  await scene.restart();
  const { id } = (await entry()) ?? { id: 0 };
  await scene.command('inbox.open', { id });
  await (await scene.page('alice')).waitForURL(`**/engineering/channels/room-2/${post.id}`);
  await scene.agree('alice');
  expect(Object.keys(await scene.known('alice'))).toEqual(before);
});

test(
  'C4 drops the channels when the session ends, by itself or by the person, and finds who signs in elsewhere',
  shown('mattermost', 'sign-out'),
  async () => {
    const { mattermost } = scene;
    await mattermost.whenListening('alice');
    // The page is to be told to open a channel, which is how it comes to know that its session ended.
    await scene.agree('alice');
    await mattermost.signOut('alice');
    const channelId = await mattermost.channelId('engineering/room-3');
    await scene.command('channel.open', { serviceId: 'alice', channelId });
    await expect.poll(adapterKind).toBe('signed-out');
    expect((await channelsOf(scene.foyer.shell, 'alice')).channels).toBe(null);
    await expect(scene.onBar(/Chat of alice/)).not.toHaveAccessibleName(/unread/);
    await scene.signIn('alice', 'Room 3');
    await scene.agree('alice');
    const page = await scene.page('alice');
    await page.click('#logout');
    await expect.poll(adapterKind).toBe('signed-out');
    // The page says that it signs out before it goes to sign in.
    await page.waitForURL('**/login');
    // The page sent the person to another window to sign in, and waits for a desktop's link.
    await page.goto(new URL('/login/desktop', page.url()).href);
    await page.waitForSelector('#input_loginId');
    await scene.takeCookies('alice');
    await expect.poll(adapterKind).toBe('speaking');
    await expect(page.locator('#channelHeaderTitle')).toHaveText('Town Square');
    expect(scene.foyer.log()).not.toMatch(/\[foyer\] bug/);
  },
);
