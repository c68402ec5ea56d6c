import { expect, test } from '@playwright/test';
import { digestOf } from './chat/ids.js';
import type { DesktopNotification } from './chat/notifying.js';
import type { Message, Room, Subscription } from './chat/records.js';
import { type RocketChat, startRocketChat } from './rocketchat.js';
import { connectSdk, hear, hearOwn, nextNotification, signInSdk } from './sdk.js';

let server: RocketChat;

test.beforeAll(async () => {
  server = await startRocketChat({ instances: 2 });
});

test.afterAll(() => server?.stop());

test('the SDK signs in by password and by token, and is refused as clients expect it', async () => {
  const sdk = await connectSdk(server.url);
  await expect(sdk.account.loginWithPassword('alice', digestOf('wrong'))).rejects.toMatchObject({
    error: 403,
    reason: 'Incorrect password',
    errorType: 'Meteor.Error',
  });
  await expect(sdk.call('subscriptions/get')).rejects.toMatchObject({ error: 'error-invalid-user' });
  await sdk.account.loginWithPassword('alice', digestOf('alice-pw'));
  expect(sdk.account.user).toMatchObject({ username: 'alice', token: expect.any(String) });
  expect(sdk.account.user?.tokenExpires?.getTime()).toBeGreaterThan(Date.now());
  const token = sdk.account.user?.token ?? '';

  const again = await connectSdk(server.instances[1]?.url ?? '');
  await again.account.loginWithToken(token);
  expect(again.account.uid).toBe(await server.userId('alice'));
  expect(await again.rest.get('/v1/me')).toMatchObject({ username: 'alice' });
  again.connection.close();
  await sdk.account.logout();
  sdk.connection.close();
  const late = await connectSdk(server.url);
  await expect(late.account.loginWithToken(token)).rejects.toMatchObject({ error: 403 });
  late.connection.close();
});

test('methods: lists, rooms by name and id, sending, history, unknown ones', async () => {
  const sdk = await signInSdk(server.url, 'alice');
  const all = (await sdk.call('subscriptions/get')) as readonly Subscription[];
  expect(all).toHaveLength(10);
  expect(all[0]?.ts).toEqual({ $date: expect.any(Number) });
  expect(JSON.stringify(all)).not.toMatch(/"\d{4}-\d\d-\d\dT/);
  const since = await sdk.call('subscriptions/get', { $date: Date.now() + 1000 });
  expect(since).toEqual({ update: [], remove: [] });
  const rid = await server.roomId('general');
  for (const name of ['general', rid])
    expect(await sdk.call('getRoomByTypeAndName', 'c', name)).toMatchObject({ _id: rid, name: 'general' });
  const direct = (await sdk.call('getRoomByTypeAndName', 'd', 'bob')) as Room;
  expect(direct._id).toBe(await server.roomId('alice,bob'));
  await expect(sdk.call('getRoomByTypeAndName', 'p', 'nowhere')).rejects.toMatchObject({
    error: 'error-no-permission',
  });
  await expect(sdk.call('nonsense')).rejects.toMatchObject({
    error: 404,
    reason: "Method 'nonsense' not found",
  });
  await sdk.call('sendMessage', { _id: 'own-id', rid, msg: 'hello' });
  await sdk.call('sendMessage', { _id: 'own-id', rid, msg: 'hello' });
  const { messages } = (await sdk.call('loadHistory', rid, null, 10)) as {
    readonly messages: readonly Message[];
  };
  expect(messages.filter(({ _id }) => _id === 'own-id')).toHaveLength(1);
  sdk.connection.close();
});

test('streams: rooms one is in, oneself, and nobody else', async () => {
  const [alice, carol] = await Promise.all([signInSdk(server.url, 'alice'), signInSdk(server.url, 'carol')]);
  const rid = await server.roomId('private');
  const [inRoom, mine, changes] = await Promise.all([
    hear(alice, 'room-messages', rid),
    hear(alice, 'room-messages', '__my_messages__'),
    hearOwn(alice, 'subscriptions-changed'),
  ]);
  await expect(hear(carol, 'room-messages', rid)).rejects.toMatchObject({ error: 'error-not-allowed' });
  const foreign = hear(carol, 'notify-user', `${alice.account.uid}/notification`);
  await expect(foreign).rejects.toMatchObject({ error: 'not-allowed' });
  const { _id } = await server.say('private', 'bob', 'only for us');
  await inRoom.find(([one]) => (one as Message)._id === _id);
  const [, about] = await mine.find(([one]) => (one as Message)._id === _id);
  expect(about).toEqual({ roomParticipant: true, roomType: 'p', roomName: 'private' });
  const [action, changed] = await changes.find(([, one]) => (one as Subscription).rid === rid);
  expect([action, (changed as Subscription).alert]).toEqual(['updated', true]);
  await server.edit(_id, 'bob', 'only for you');
  await inRoom.find(([one]) => (one as Message).editedAt !== undefined);
  await server.join('private', 'carol');
  await server.leave('private', 'carol');
  await server.leave('private', 'alice');
  const [, gone] = await changes.find(([what]) => what === 'removed');
  expect(gone).toMatchObject({ _id: expect.any(String), rid, t: 'p' });
  await server.join('private', 'alice');
  await changes.find(([what, one]) => what === 'inserted' && (one as Subscription).rid === rid);
  [alice, carol].forEach((one) => one.connection.close());
});

test('notifications of each kind of room, with its ids, title, text and name', async () => {
  const alice = await signInSdk(server.url, 'alice');
  const heard = await hearOwn(alice, 'notification');
  const heardOf = async (room: string, by: string, text: string) => {
    const { _id } = await server.say(room, by, text);
    return nextNotification(heard, _id);
  };
  const channel = await heardOf('general', 'bob', 'hi');
  expect(channel).toEqual({
    title: '#general',
    text: 'bob: hi',
    payload: {
      _id: expect.any(String),
      rid: await server.roomId('general'),
      sender: { _id: await server.userId('bob'), username: 'bob', name: 'Bob Brown' },
      type: 'c',
      name: 'general',
      message: { msg: 'hi' },
    },
  });
  expect(await heardOf('alice,bob', 'bob', 'psst')).toMatchObject({
    title: 'bob',
    text: 'psst',
    payload: { type: 'd', name: 'bob' },
  });
  expect(await heardOf('alice,bob,carol', 'carol', 'all of you')).toMatchObject({
    title: 'bob, carol',
    text: 'carol: all of you',
    payload: { type: 'd' },
  });
  expect(await heardOf('Lunch, where?', 'bob', 'here')).toMatchObject({
    title: '#Lunch, where?',
    payload: { type: 'p', name: 'Xq3tLunch' },
  });
  expect(await heardOf('studio', 'carol', 'x')).toMatchObject({ title: '#studio', payload: { type: 'p' } });
  expect(await heardOf('Dana Visitor', 'guest-1', 'help')).toMatchObject({
    title: '[Omnichannel] Dana Visitor',
    text: 'help',
    payload: { type: 'l' },
  });
  const sealed = await heardOf('sealed', 'bob', 'secret');
  expect(sealed.payload.message.t).toBe('e2e');
  expect(sealed.text).not.toContain('secret');
  const { _id: thread } = await server.say('general', 'alice', 'who comes?');
  const reply = await server.say('general', 'bob', 'me', { thread });
  expect((await nextNotification(heard, reply._id)).payload).toMatchObject({ tmid: thread });

  await server.set('Push_show_username_room', false);
  const nameless = await heardOf('general', 'bob', 'nameless');
  expect(nameless.title).toBe('');
  expect(nameless.payload).not.toHaveProperty('name');
  await server.set('Push_show_username_room', true);

  await server.muteElsewhere('general', 'alice');
  await server.say('general', 'bob', 'not even @alice');
  await server.setStatus('alice', 'busy');
  await server.say('busy', 'bob', 'busy now');
  await server.setStatus('alice', 'online');
  await server.muteElsewhere('general', 'alice', false);
  await heardOf('general', 'bob', 'again');
  const texts = heard.items.map(([one]) => (one as DesktopNotification).text);
  expect(texts.filter((text) => /not even|busy now/.test(text))).toEqual([]);
  alice.connection.close();
});
