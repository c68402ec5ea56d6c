import { expect, test } from '@playwright/test';
import { createHappenings } from '../web/happenings.js';
import type { DesktopNotification } from './chat/notifying.js';
import type { Subscription } from './chat/records.js';
import { type RocketChat, startRocketChat } from './rocketchat.js';
import { connectSdk, hearOwn, nextNotification, signInSdk } from './sdk.js';

let server: RocketChat;

test.beforeAll(async () => {
  server = await startRocketChat({ instances: 2 });
});

test.afterAll(() => server?.stop());

test('two instances share what is said; one is killed, and its clients come back to all of it', async () => {
  const [first, second] = server.instances;
  const [alice, bob] = await Promise.all([
    signInSdk(first?.url ?? '', 'alice'),
    signInSdk(second?.url ?? '', 'bob'),
  ]);
  const changes = await hearOwn(alice, 'subscriptions-changed');
  const rid = await server.roomId('busy');
  const said = (count: number) =>
    bob.call('sendMessage', { _id: `two-${count}`, rid, msg: `@alice ${count}` });
  await server.readElsewhere('busy', 'alice');
  await said(1);
  await changes.find(([, one]) => (one as Subscription).rid === rid && (one as Subscription).unread === 1);
  const returned = new Promise<void>((resolve) => {
    alice.connection.on('connection', (status) => void (status === 'connected' && resolve()));
  });
  await first?.halt();
  await said(2);
  await first?.resume();
  await returned;
  expect((await server.truth())['alice']?.find((one) => one.rid === rid)).toMatchObject({
    unread: 2,
    mentions: 2,
  });
  await expect
    .poll(() =>
      alice.call('subscriptions/get').then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  await said(3);
  await changes.find(([, one]) => (one as Subscription).rid === rid && (one as Subscription).unread === 3);
  first?.dropSockets();
  await expect.poll(() => first?.socketCount()).toBe(1);
  [alice, bob].forEach((one) => one.connection.close());
});

test('a login that an administrator ends closes its connection and is refused from then on', async () => {
  const carol = await signInSdk(server.url, 'carol');
  const closed = new Promise<void>((resolve) => {
    carol.connection.on('connection', (status) => void (status === 'disconnected' && resolve()));
  });
  const token = carol.account.user?.token ?? '';
  await server.signOut('carol');
  await closed;
  carol.connection.close();
  const again = await connectSdk(server.url);
  await expect(again.account.loginWithToken(token)).rejects.toMatchObject({ error: 403 });
  again.connection.close();
});

test('a line that went deaf is closed once nothing was heard on it for a while', async () => {
  const deaf = await startRocketChat({ heartbeatMs: 60 });
  try {
    const sdk = await signInSdk(deaf.url, 'alice');
    const statuses = createHappenings<string>();
    sdk.connection.on('connection', statuses.add);
    deaf.faults.deafen();
    await statuses.find((one) => one === 'disconnected');
    deaf.faults.clear();
    await statuses.find((one) => one === 'connected', { after: 1 });
    sdk.connection.close();
  } finally {
    await deaf.stop();
  }
});

test('500 messages in 20 rooms: each notifies once, with its own room', async () => {
  const rooms = Array.from({ length: 20 }, (_, index) => ({
    kind: 'c' as const,
    name: `room-${index}`,
    members: ['alice', 'bob'],
  }));
  const many = await startRocketChat({ seed: { rooms } });
  try {
    const alice = await signInSdk(many.url, 'alice');
    const heard = await hearOwn(alice, 'notification');
    for (let index = 0; index < 500; index += 1)
      await many.say(`room-${index % 20}`, 'bob', `line ${index}`, { id: `id-${index}` });
    await nextNotification(heard, 'id-499');
    const ids = await Promise.all(rooms.map(({ name }) => many.roomId(name)));
    const sent = heard.items.map(([one]) => (one as DesktopNotification).payload);
    expect(sent.map(({ _id, rid }) => [_id, ids.indexOf(rid)])).toEqual(
      Array.from({ length: 500 }, (_, index) => [`id-${index}`, index % 20]),
    );
    alice.connection.close();
  } finally {
    await many.stop();
  }
});
