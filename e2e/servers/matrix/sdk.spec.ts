import { expect, test } from '@playwright/test';
import { type Matrix, startMatrix } from './matrix.js';
import { lendNode22, loadSdk, loadSlidingSync, type SdkPerson, startSdkPerson } from './sdk.js';

// The vendor's own SDK is the judge: what it makes of the stand-in's answers has to be what the stand-in holds.
let matrix: Matrix;
let alice: SdkPerson;
let takeBack: () => void;

test.beforeAll(async () => {
  takeBack = lendNode22();
  matrix = await startMatrix();
  alice = await startSdkPerson(matrix.url, 'alice');
});

test.afterAll(async () => {
  alice?.leave();
  await matrix?.stop();
  takeBack?.();
});

const counts = (name: string) => {
  const room = alice.room(name);
  return [
    room.getUnreadNotificationCount('total' as never),
    room.getUnreadNotificationCount('highlight' as never),
  ];
};
const truthOf = async (name: string) => (await matrix.truth())['alice']?.find((one) => one.name === name);

test('versions, well-known, flows, whoami, and who may not come in', async () => {
  const ask = async (path: string) => (await fetch(matrix.url + path)).json() as Promise<unknown>;
  expect(await ask('/.well-known/matrix/client')).toEqual({ 'm.homeserver': { base_url: matrix.url } });
  expect(await ask('/_matrix/federation/v1/version')).toEqual({
    server: { name: 'Synapse', version: '1.140.0' },
  });
  expect(await alice.client.isVersionSupported('v1.11')).toBe(true);
  expect(await alice.client.whoami()).toMatchObject({ user_id: '@alice:chat.test' });
  expect((await alice.client.getCapabilities())['m.room_versions']).toMatchObject({ default: '10' });
  await expect(
    alice.client.loginRequest({ type: 'm.login.password', user: 'alice', password: 'no' }),
  ).rejects.toMatchObject({ errcode: 'M_FORBIDDEN' });
  const stranger = await fetch(`${matrix.url}/_matrix/client/v3/sync`, {
    headers: { authorization: 'Bearer x' },
  });
  expect(stranger.status).toBe(401);
  expect(await stranger.json()).toMatchObject({ errcode: 'M_UNKNOWN_TOKEN' });
  expect((await fetch(`${matrix.url}/_matrix/client/v3/nothing`)).status).toBe(404);
});

test('the first sync: names, members, kinds, tags, invitations, the space', () => {
  const rooms = alice.client.getVisibleRooms();
  expect(rooms.map(({ name }) => name).toSorted()).toEqual([
    'Builds',
    'Garden',
    'General',
    'Leads',
    'Surprise',
  ]);
  expect(alice.room('General').getJoinRule()).toBe('public');
  expect(alice.room('Leads').getJoinRule()).toBe('invite');
  expect(alice.room('General').getJoinedMemberCount()).toBe(3);
  expect(alice.room('Leads').tags).toEqual({ 'm.favourite': { order: 0.5 } });
  expect(alice.room('Garden').isSpaceRoom()).toBe(true);
  expect(alice.room('Surprise').getMyMembership()).toBe('invite');
  expect(alice.client.getPushRules).toBeDefined();
});

test('messages, mentions and threads are counted and read as the server does', async () => {
  await matrix.say('General', 'bob', 'plain');
  await expect.poll(() => counts('General')).toEqual([1, 0]);
  const root = await matrix.say('General', 'bob', 'look, @alice');
  await expect.poll(() => counts('General')).toEqual([2, 1]);
  await matrix.say('General', 'bob', 'everybody: @room');
  await expect.poll(() => counts('General')).toEqual([3, 2]);
  const reply = await matrix.reply(root.event_id, 'carol', 'in the thread, @alice');
  await expect.poll(() => counts('General')).toEqual([4, 3]);
  expect(alice.room('General').getThreadUnreadNotificationCount(root.event_id, 'total' as never)).toBe(1);
  await expect.poll(() => alice.room('General').getThread(root.event_id)?.length).toBe(1);
  expect(await truthOf('General')).toMatchObject({ unread: 4, mentions: 3 });
  await matrix.readThreadElsewhere(root.event_id, 'alice');
  await expect.poll(() => counts('General')).toEqual([3, 2]);
  await alice.client.sendReadReceipt(
    await alice.events.find((event) => event.getId() === reply.event_id),
    'm.read' as never,
    true,
  );
  await expect.poll(() => counts('General')).toEqual([0, 0]);
  expect(await truthOf('General')).toMatchObject({ unread: 0, mentions: 0 });
});

test('edits, reactions and what is taken back notify nobody', async () => {
  const said = await matrix.say('Builds', 'bob', 'one');
  await matrix.edit(said.event_id, 'bob', 'one, and @alice');
  await matrix.react(said.event_id, 'bob', '👍');
  const { events } = alice;
  await events.find((event) => event.getType() === 'm.reaction');
  expect(counts('Builds')).toEqual([1, 0]);
  await expect
    .poll(() => String(alice.room('Builds').findEventById(said.event_id)?.getContent()['body']))
    .toBe('one, and @alice');
  const other = await matrix.say('Builds', 'bob', 'two');
  await expect.poll(() => counts('Builds')).toEqual([2, 0]);
  await matrix.remove(other.event_id, 'bob');
  await expect.poll(() => counts('Builds')).toEqual([1, 0]);
  expect(alice.room('Builds').findEventById(other.event_id)?.isRedacted()).toBe(true);
  await alice.client.sendTextMessage(alice.room('Builds').roomId, 'seen');
  await expect.poll(() => counts('Builds')).toEqual([0, 0]);
});

test('push rules of rooms silence, both ways', async () => {
  const { roomId } = alice.room('Leads');
  const conditions = [{ kind: 'event_match' as never, key: 'room_id', pattern: roomId }];
  await alice.client.addPushRule('global', 'override' as never, roomId, {
    conditions,
    actions: ['dont_notify' as never],
  });
  expect(await truthOf('Leads')).toMatchObject({ level: 'none', favourite: true });
  await matrix.say('Leads', 'bob', 'quiet, @alice');
  await alice.events.find((event) => event.getContent()['body'] === 'quiet, @alice');
  expect(counts('Leads')).toEqual([0, 0]);
  await matrix.setLevelElsewhere('Leads', 'alice', 'mentions');
  await expect.poll(() => alice.client.getRoomPushRule('global', roomId)?.actions).toEqual([]);
  await matrix.say('Leads', 'bob', 'plain');
  await matrix.say('Leads', 'bob', 'this, @alice');
  await expect.poll(() => counts('Leads')).toEqual([1, 1]);
  await alice.client.deletePushRule('global', 'room' as never, roomId);
  expect(await truthOf('Leads')).toMatchObject({ level: 'all' });
  await alice.client.setRoomTag(roomId, 'm.lowpriority', {});
  await alice.client.deleteRoomTag(roomId, 'm.favourite');
  await expect.poll(() => Object.keys(alice.room('Leads').tags)).toEqual(['m.lowpriority']);
});

test('direct and group conversations, coming, going, names', async () => {
  await matrix.say('alice,bob', 'bob', 'between us');
  await matrix.say('alice,bob,carol', 'carol', 'the three of us');
  await expect.poll(() => alice.client.getRooms().map(({ name }) => name)).toContain('Bob and Carol');
  await expect.poll(() => counts('Bob')).toEqual([1, 0]);
  const direct = alice.client.getAccountData('m.direct' as never)?.getContent() as Record<string, string[]>;
  expect(direct['@bob:chat.test']).toContain(alice.room('Bob').roomId);
  expect((await truthOf('Bob'))?.kind).toBe('direct');
  expect((await truthOf('Bob and Carol'))?.kind).toBe('group');
  await matrix.rename('Builds', 'bob', 'Nightly');
  await expect.poll(() => alice.client.getRooms().map(({ name }) => name)).toContain('Nightly');
  await alice.client.joinRoom(alice.room('Surprise').roomId);
  await expect.poll(() => alice.room('Surprise').getMyMembership()).toBe('join');
  await matrix.leave('Nightly', 'alice');
  await expect.poll(() => alice.room('Nightly').getMyMembership()).toBe('leave');
});

test('an outage: the SDK comes back by itself and misses nothing', async () => {
  const { client } = alice;
  const states: string[] = [];
  client.on('sync' as never, ((state: string) => states.push(state)) as never);
  await matrix.halt();
  await expect.poll(() => states.at(-1)).toBe('RECONNECTING');
  await matrix.say('General', 'bob', 'while you were away');
  await matrix.resume();
  client.retryImmediately();
  await expect.poll(() => counts('General')).toEqual([1, 0]);
  const undo = matrix.faults.answer(429, { path: /\/send\//, times: 1 });
  await client.sendTextMessage(alice.room('General').roomId, 'back').catch(() => undefined);
  undo();
  const isOut = new Promise<void>((resolve) =>
    client.on('Session.logged_out' as never, (() => resolve()) as never),
  );
  await matrix.signOut('alice');
  await isOut;
});

test('by sliding sync the SDK has the same rooms, hears what comes, and what is read', async () => {
  const sdk = await loadSdk();
  const { token, userId, deviceId } = await matrix.signIn('carol');
  const client = sdk.createClient({ baseUrl: matrix.url, userId, accessToken: token, deviceId });
  const list = { ranges: [[0, 99]], timeline_limit: 10, required_state: [['*', '*']] };
  const sliding = new (await loadSlidingSync())(matrix.url, new Map([['all', list]]), {}, client, 2000);
  await client.startClient({ slidingSync: sliding });
  const rooms = () => client.getVisibleRooms().map(({ name }) => name);
  await expect.poll(rooms).toEqual(expect.arrayContaining(['General', 'Nightly', 'Alice Adams and Bob']));
  const general = client.getVisibleRooms().find(({ name }) => name === 'General');
  const said = () => general?.getLiveTimeline().getEvents().at(-1)?.getContent()['body'];
  const last = await matrix.say('General', 'bob', 'heard by sliding');
  await expect.poll(said).toBe('heard by sliding');
  await matrix.readElsewhere('General', 'carol');
  await expect.poll(() => general?.getEventReadUpTo(userId)).toBe(last.event_id);
  await matrix.favourite('General', 'carol');
  await expect.poll(() => Object.keys(general?.tags ?? {})).toEqual(['m.favourite']);
  expect(general?.getJoinedMemberCount()).toBe(3);
  client.stopClient();
});
