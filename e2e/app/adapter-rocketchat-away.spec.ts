import { expect, test } from '@playwright/test';
import type { InboxEntry } from '../../electron/core/model/inbox';
import { command, inboxOf } from '../support/inbox';
import { channelsOf } from '../support/lounge-truth';
import { startRocketScene, type RocketScene, type Stage } from '../support/rocketchat-scene';
import { measured, shown } from '../support/shown';

// Notifications and their rooms, and lines, logins and servers that go, on Rocket.Chats of two ages.
test.describe.configure({ mode: 'serial' });

const ROOMS = Array.from({ length: 20 }, (_, index) => `room-${index}`);
const MESSAGES = 500;
/** What a fresh server allows an address to ask of one route. */
const FRESH_LIMIT = { calls: 10, windowMs: 60_000 };
let scene: RocketScene;
let [old, fresh, many]: (Stage | undefined)[] = [];

test.beforeAll(async () => {
  const client = { reconnectMs: 100 };
  const rooms = ROOMS.map((name) => ({ kind: 'c' as const, name, members: ['alice', 'bob'] }));
  scene = await startRocketScene({
    old: { version: '4.8.7', client },
    new: { version: '8.1.0', client },
    many: {
      version: '7.9.0',
      rateLimit: FRESH_LIMIT,
      seed: { rooms: [{ kind: 'c', name: 'general', members: ['alice'] }, ...rooms] },
    },
  });
  [old, fresh, many] = scene.stages;
  for (const stage of scene.stages) await scene.signIn(stage);
});

test.afterAll(async () => {
  await scene?.stop();
});

const onEach = async (run: (stage: Stage) => Promise<void>): Promise<void> => {
  for (const stage of [old, fresh])
    if (stage !== undefined) await test.step(stage.serviceId, () => run(stage));
};

test('C10 a notification is of its room, its sender and its message, and means whom it names', () =>
  onEach(async (stage) => {
    const { server } = stage;
    await scene.agreed(stage);
    const isSo = async (
      [room, by, text, manner]: Parameters<typeof server.say>,
      so: Readonly<Record<string, unknown>>,
    ) => {
      const { _id, rid } = await server.say(room, by, text, manner);
      expect(await scene.entry(stage, _id)).toMatchObject({ channelId: rid, sender: by, tag: _id, ...so });
      return _id;
    };
    await isSo(['general', 'bob', 'for nobody'], { channelName: 'general', mention: 'none' });
    await isSo(['general', 'bob', 'look, @alice'], { mention: 'personal' });
    await isSo(['busy', 'carol', '@here all of you'], { channelName: 'busy', mention: 'group' });
    await isSo(['alice,bob', 'bob', 'psst'], { channelName: 'bob', channelKind: 'direct' });
    await isSo(['alice,bob,carol', 'carol', 'we three'], { channelName: 'bob, carol', channelKind: 'group' });
    await isSo(['Lunch, where?', 'bob', 'hungry'], { channelName: 'Lunch, where?' });
    await isSo(['studio', 'carol', 'a team'], { channelName: 'studio', channelKind: 'private' });
    await isSo(['Dana Visitor', 'guest-1', 'help'], { channelName: 'Dana Visitor' });
    await isSo(['sealed', 'bob', '@alice a secret'], { body: 'bob: @alice a secret', mention: 'personal' });
    const mine = await server.say('private', 'alice', 'I begin');
    await isSo(['private', 'bob', 'I follow', { thread: mine._id }], { channelName: 'private' });
    await server.set('Push_show_username_room', false);
    await server.set('Push_show_message', false);
    await isSo(['general', 'bob', '@alice nameless'], {
      channelName: 'general',
      mention: 'personal',
      title: '',
    });
    await server.set('Push_show_username_room', true);
    await server.set('Push_show_message', true);
    const rid = await server.begin('carol', 'alice');
    await isSo([rid, 'carol', 'we two, at last'], { channelName: 'carol', channelKind: 'direct' });
    await server.notify('alice', {
      title: '[Omnichannel] Contact queue',
      text: 'one waits',
      payload: { _id: '', rid: '', type: 'l', sender: {}, message: {} },
    });
    expect(await scene.adapter(stage)).toBe('speaking');
  }));

test(
  'C10 all of 500 messages in 20 rooms are of the right room',
  shown('rocketchat', 'attribution'),
  async () => {
    if (many === undefined) throw new Error('not started');
    const { server, serviceId } = many;
    await scene.agreed(many);
    const truth = new Map<string, string>();
    for (let index = 0; index < MESSAGES; index += 1) {
      const { _id, rid } = await server.say(ROOMS[index % 20] ?? '', 'bob', `@alice, number ${index}`);
      truth.set(_id, rid);
    }
    const count = () => command(scene.foyer.shell, 'inbox.count', { filter: { serviceId } });
    await expect.poll(count, { timeout: 30_000 }).toEqual({ kind: 'ok', value: MESSAGES });
    const found = (
      await Promise.all(
        ROOMS.map(async (name) => {
          const channelId = await server.roomId(name);
          return inboxOf(scene.foyer.shell, { serviceId, channelId });
        }),
      )
    ).flat();
    const isRight = ({ messageId, channelId, mention, sender }: InboxEntry) =>
      truth.get(messageId ?? '') === channelId && mention === 'personal' && sender === 'bob';
    expect(found.filter((entry) => !isRight(entry))).toEqual([]);
    expect(new Set(found.map(({ messageId }) => messageId)).size).toBe(MESSAGES);
    measured(test.info(), 'adapter.attribution', 'rocketchat', [found.filter(isRight).length / MESSAGES]);
    await scene.agreed(many);
    const asked = server.requests.items.filter((one) => one.includes('subscriptions.get'));
    expect(asked.length).toBeLessThanOrEqual(FRESH_LIMIT.calls);
  },
);

test('C5 keeps rooms and counts over a reload', shown('rocketchat', 'reload'), () =>
  onEach(async (stage) => {
    const before = await scene.agreed(stage);
    const seen = new Set<string>();
    // As long as the server is ill, the new page knows nothing.
    const heal = stage.server.faults.answer(502);
    await command(scene.foyer.shell, 'service.reload', { serviceId: stage.serviceId, fromStartPage: false });
    const look = async () => {
      seen.add(JSON.stringify(await scene.rooms(stage)));
      return scene.adapter(stage);
    };
    await expect.poll(look).toBe('silent');
    heal();
    await expect.poll(look).toBe('speaking');
    expect([...seen]).toEqual([JSON.stringify(before)]);
  }),
);

test(
  'C5 keeps all while the line is cut, and is right when it is back',
  shown('rocketchat', 'reconnect'),
  () =>
    onEach(async (stage) => {
      const { server, page } = stage;
      const before = await scene.rooms(stage);
      const stops = [server.faults.cut(), server.faults.refuseSockets()];
      server.dropSockets();
      await expect(page.getByRole('status')).toHaveText('Waiting for the server');
      await server.say('general', 'bob', '@alice while you were away');
      await server.hide('busy', 'alice');
      // The page tries again and again, and so does the probe when it is looked at.
      const tries = server.requests.items.length;
      await page.evaluate(() => dispatchEvent(new CustomEvent('unread-changed', { detail: 0 })));
      await expect.poll(() => server.requests.items.length).toBeGreaterThan(tries + 3);
      expect(await scene.rooms(stage)).toEqual(before);
      stops.forEach((stop) => stop());
      await expect(page.getByRole('status')).toHaveText('', { timeout: 30_000 });
      const after = await scene.agreed(stage);
      expect(after.find(({ name }) => name === 'general')?.mentions).toBe(
        (before.find(({ name }) => name === 'general')?.mentions ?? 0) + 1,
      );
    }),
);

test(
  'C5 keeps all over a restart of the server, and over what a server says in trouble',
  shown('rocketchat', 'restart'),
  () =>
    onEach(async (stage) => {
      const { server, page } = stage;
      const before = await scene.rooms(stage);
      await server.halt();
      await expect(page.getByRole('status')).toHaveText('Waiting for the server');
      expect(await scene.rooms(stage)).toEqual(before);
      await server.resume();
      await expect(page.getByRole('status')).toHaveText('', { timeout: 30_000 });
      await server.say('private', 'bob', '@alice after it');
      await scene.agreed(stage);
      const headers = { 'x-ratelimit-reset': String(Date.now() + 1000) };
      // Of the probe's questions alone, which ask what changed.
      const where = { path: /subscriptions\.get\?updatedSince/, times: 1 };
      const troubles = [
        () => server.faults.answerWith({ status: 429, headers, body: '{"success":false}' }, where),
        () => server.faults.answer(401, where),
        () => server.faults.answer(502, where),
      ];
      for (const begin of troubles) {
        begin();
        const { _id } = await server.say('general', 'bob', '@alice and again');
        await server.edit(_id, 'bob', '@alice and changed');
        await scene.agreed(stage);
        expect(await scene.adapter(stage)).toBe('speaking');
      }
    }),
);

test('C23 the screen is locked: the person is away at the newest server, whose page leaves that to the desktop', async () => {
  if (fresh === undefined) throw new Error('not started');
  const { server } = fresh;
  const status = async () =>
    (await server.keeper.all('users')).find(({ username }) => username === 'alice')?.status;
  const power = (event: 'lock-screen' | 'unlock-screen') =>
    scene.foyer.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
  // Nobody touches the display of a test.
  await scene.foyer.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
  });
  await power('unlock-screen');
  await expect.poll(status).toBe('online');
  await power('lock-screen');
  await expect.poll(status).toBe('away');
  await power('unlock-screen');
  await expect.poll(status).toBe('online');
});

test('C9 after a restart of Foyer an entry opens its room at its message', async () => {
  if (old === undefined) throw new Error('not started');
  const { _id } = await old.server.say('private', 'bob', '@alice for later');
  const { id } = await scene.entry(old, _id);
  await scene.restart();
  await command(scene.foyer.shell, 'inbox.open', { id });
  await expect(old.page).toHaveURL(`${old.server.url}group/${await old.server.roomId('private')}?msg=${_id}`);
  await expect(old.page).toHaveTitle(/private - Team chat/);
});

test('C4 drops the rooms when the person signs out, or is signed out', shown('rocketchat', 'sign-out'), () =>
  onEach(async (stage) => {
    await expect.poll(() => scene.adapter(stage)).toBe('speaking');
    if (stage === old) await stage.page.locator('.logout').dispatchEvent('click');
    else await stage.server.signOut('alice');
    await expect.poll(() => scene.adapter(stage)).toBe('signed-out');
    expect((await channelsOf(scene.foyer.shell, stage.serviceId)).channels).toBe(null);
    expect(scene.foyer.log()).not.toMatch(/\[foyer\] bug/);
  }),
);
