import { expect, test } from '@playwright/test';
import type { ChannelMembership } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';
import { type Mattermost, startMattermost } from './mattermost.js';
import { lendBrowser, type SdkPerson, startSdkPerson } from './sdk.js';

let mattermost: Mattermost;
let alice: SdkPerson;

let takeBack: () => void;

test.beforeAll(() => {
  takeBack = lendBrowser();
});

test.afterAll(() => takeBack());

test.beforeEach(async () => {
  mattermost = await startMattermost();
  alice = await startSdkPerson(mattermost.url, 'alice', { isByCookie: true });
});

test.afterEach(async () => {
  alice?.leave();
  await mattermost?.stop();
});

const typing = ({ socket }: SdkPerson): Promise<unknown> =>
  new Promise((resolve) => {
    socket.sendMessage('user_typing', { channel_id: 'x' }, resolve);
  });

test('the first event says hello, and requests are answered outside the sequence', async () => {
  const hello = await alice.next('hello');
  expect(hello).toMatchObject({ seq: 0, broadcast: { user_id: alice.userId } });
  expect(hello.data.server_version).toContain('11.9.0');
  expect(hello.data.connection_id).toHaveLength(26);
  const answer = await typing(alice);
  expect(answer).toMatchObject({ status: 'OK', seq_reply: expect.any(Number) });
  const byToken = await startSdkPerson(mattermost.url, 'alice');
  expect((await byToken.next('hello')).data.connection_id).not.toBe(hello.data.connection_id);
  byToken.leave();
});

test('a message comes with its channel, and mentions only of the receiver', async () => {
  const post = await mattermost.say('engineering/builds', 'bob', 'hello @alice and @carol');
  const posted = await alice.next('posted');
  const builds = await mattermost.channelId('engineering/builds');
  expect(posted.broadcast).toMatchObject({ channel_id: builds, user_id: '' });
  expect(posted.data).toMatchObject({
    channel_type: 'O',
    channel_name: 'builds',
    channel_display_name: 'Builds',
    sender_name: '@bob',
    mentions: JSON.stringify([alice.userId]),
  });
  expect(JSON.parse(posted.data.post) as Post).toMatchObject({
    id: post.id,
    channel_id: builds,
    root_id: '',
  });
  await mattermost.say('engineering/leads', 'bob', 'nobody');
  expect((await alice.next('posted', { after: 2 })).data.mentions).toBeUndefined();
});

test('what the person does elsewhere is told: reading, muting, leaving', async () => {
  const builds = await mattermost.channelId('engineering/builds');
  const { last } = { last: (await mattermost.say('engineering/builds', 'bob', 'x')).create_at };
  await mattermost.readElsewhere('engineering/builds', 'alice');
  expect((await alice.next('multiple_channels_viewed')).data).toEqual({ channel_times: { [builds]: last } });
  await mattermost.muteElsewhere('engineering/builds', 'alice');
  const { channelMember } = (await alice.next('channel_member_updated')).data;
  expect((JSON.parse(channelMember) as ChannelMembership).notify_props.mark_unread).toBe('mention');
  await mattermost.leave('engineering/builds', 'alice');
  const removed = await alice.events.find((one) => one.event === 'user_removed');
  expect(removed).toMatchObject({ data: { channel_id: builds }, broadcast: { user_id: alice.userId } });
});

test('favourites, kinds and one channel’s unread are told as the vendor tells them', async () => {
  const { rest, userId } = alice;
  const [team] = await rest.getMyTeams();
  const builds = await mattermost.channelId('engineering/builds');
  await mattermost.favourite('engineering/builds', 'alice');
  await mattermost.say('alice,bob', 'bob', 'psst');
  const { categories } = await rest.getChannelCategories(userId, team?.id ?? '');
  expect(categories.map((one) => [one.type, one.channel_ids.length])).toEqual([
    ['favorites', 1],
    ['channels', 2],
    ['direct_messages', 1],
  ]);
  expect(await rest.updateChannelPrivacy(builds, 'P')).toMatchObject({ type: 'P' });
  expect((await alice.next('channel_converted')).data).toMatchObject({
    channel_id: builds,
    channel_type: 'P',
  });
  const truth = (await mattermost.truth())['alice']?.find(({ id }) => id === builds);
  expect(truth).toMatchObject({ kind: 'private', favourite: true });
});

test('what becomes of channels and posts is told', async () => {
  const builds = await mattermost.channelId('engineering/builds');
  const post = await mattermost.say('engineering/builds', 'bob', 'x');
  await mattermost.edit(post.id, 'bob', 'y');
  expect(JSON.parse((await alice.next('post_edited')).data.post)).toMatchObject({ message: 'y' });
  await mattermost.remove(post.id, 'bob');
  expect(JSON.parse((await alice.next('post_deleted')).data.post)).toMatchObject({ id: post.id });
  await mattermost.rename('engineering/builds', 'bob', 'Nightly');
  expect(JSON.parse((await alice.next('channel_updated')).data.channel ?? '')).toMatchObject({
    display_name: 'Nightly',
  });
  await mattermost.archive('engineering/builds');
  expect((await alice.next('channel_deleted')).data.channel_id).toBe(builds);
  await mattermost.archive('engineering/builds', false);
  expect((await alice.next('channel_restored')).data.channel_id).toBe(builds);
  await mattermost.say('alice,bob', 'bob', 'psst');
  expect((await alice.next('direct_added')).data.teammate_id).toBe(alice.userId);
  await mattermost.say('alice,bob,carol', 'bob', 'psst');
  expect(JSON.parse((await alice.next('group_added')).data.teammate_ids)).toContain(alice.userId);
});

test('threads are told to those who follow them', async () => {
  const root = await mattermost.say('engineering/builds', 'alice', 'root');
  await mattermost.reply(root.id, 'bob', 'hello @alice');
  const updated = await alice.next('thread_updated');
  expect(JSON.parse(updated.data.thread)).toMatchObject({
    id: root.id,
    unread_replies: 1,
    unread_mentions: 1,
  });
  expect(updated.data).toMatchObject({ previous_unread_replies: 0, previous_unread_mentions: 0 });
  const reply = await alice.events.find(
    (one) => one.event === 'posted' && JSON.stringify(one.data).includes('followers'),
  );
  expect(reply.data).toMatchObject({ followers: JSON.stringify([alice.userId]) });
  await mattermost.readThreadElsewhere(root.id, 'alice');
  expect((await alice.next('thread_read_changed')).data).toMatchObject({
    thread_id: root.id,
    unread_replies: 0,
  });
  await mattermost.followThread(root.id, 'alice', false);
  expect((await alice.next('thread_follow_changed')).data).toMatchObject({
    thread_id: root.id,
    state: false,
  });
});

test('before version 9 a channel read elsewhere is told by its own event', async () => {
  const old = await startMattermost({ version: '7.8.15' });
  const person = await startSdkPerson(old.url, 'alice');
  await old.say('engineering/builds', 'bob', 'x');
  await old.readElsewhere('engineering/builds', 'alice');
  const viewed = await person.events.find((one) => one.event === 'channel_viewed');
  expect(viewed.data).toEqual({ channel_id: await old.channelId('engineering/builds') });
  person.leave();
  await old.stop();
});

const texts = ({ events }: SdkPerson) =>
  events.items
    .filter((one) => one.event === 'posted')
    .map((one) => (JSON.parse((one.data as { readonly post: string }).post) as Post).message);

test('a client whose socket was cut, or that missed an event, gets all it missed and nothing twice', async () => {
  await mattermost.say('engineering/builds', 'bob', 'one');
  await alice.next('posted');
  expect(mattermost.dropSockets()).toBe(1);
  await mattermost.say('engineering/builds', 'bob', 'two');
  await expect.poll(() => texts(alice)).toEqual(['one', 'two']);
  await mattermost.instances[0]?.loseNextEvent('alice');
  await mattermost.say('engineering/builds', 'bob', 'lost on its way');
  await mattermost.say('engineering/builds', 'bob', 'seen as a gap');
  await expect.poll(() => texts(alice)).toEqual(['one', 'two', 'lost on its way', 'seen as a gap']);
  expect(alice.missedCount()).toBe(0);
});

test('a server that restarted does not know the stream any more, and says so', async () => {
  const before = await alice.next('hello');
  await mattermost.halt();
  await mattermost.say('engineering/builds', 'bob', 'while it was away');
  await mattermost.resume();
  const after = await alice.next('hello', { after: 1 });
  expect(after.data.connection_id).not.toBe(before.data.connection_id);
  expect(alice.missedCount()).toBe(1);
  await mattermost.say('engineering/builds', 'bob', 'back');
  await expect.poll(() => texts(alice)).toEqual(['back']);
});

test('a session that ended hears nothing more; one that never began is not answered', async () => {
  await mattermost.signOut('alice');
  await mattermost.say('engineering/builds', 'bob', 'secret');
  const answer = await typing(alice);
  expect(answer).toMatchObject({ status: 'FAIL', error: { status_code: 401 } });
  expect(texts(alice)).toEqual([]);
});

test('pages of other sites get no socket', async () => {
  const { WebSocket } = await import('ws');
  const refused = await new Promise<number | undefined>((resolve) => {
    const socket = new WebSocket(`${mattermost.url.replace('http', 'ws')}/api/v4/websocket`, {
      origin: 'https://evil.test',
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
  expect(refused).toBe(400);
});
