import { measured, shown } from '../support/shown';
import { expect, test } from '@playwright/test';
import type { InboxEntry } from '../../electron/core/model/inbox';
import { startIrcPerson } from '../support/irc-person';
import { roomIn, startLoungeScene, type LoungeScene } from '../support/lounge-scene';
import { channelsOf, roomsOf, truthOf } from '../support/lounge-truth';

// Many messages at once, a restart, a daemon that goes away, and signing out, on a real The Lounge.
test.describe.configure({ mode: 'serial' });

let scene: LoungeScene;

test.beforeAll(async () => {
  scene = await startLoungeScene();
});

test.afterAll(async () => {
  await scene?.stop();
});

test(
  'C10 all of 500 messages in 20 rooms are of the right room, by page and by worker',
  shown('thelounge', 'attribution'),
  async () => {
    test.setTimeout(120_000);
    await scene.signIn(scene.page, 'alice');
    const worker = await scene.foyer.servicePage('127.0.0.1');
    await scene.onBar(/By worker/).click();
    await scene.signIn(worker, 'bob');
    await scene.onBar(/Team chat/).click();
    // A page with the keyboard notifies nothing of the room it shows.
    for (const on of [scene.page, worker]) await on.evaluate(() => (location.hash = '#/settings'));
    const texts = Array.from({ length: 500 }, (_, index) => index);
    for (const name of scene.rooms)
      await scene.carol.sayAll(
        name,
        texts
          .filter((index) => index % scene.rooms.length === scene.rooms.indexOf(name))
          .map((i) => `alice bob: ${i} in ${name}`),
      );
    for (const serviceId of ['alice', 'bob']) {
      await expect
        .poll(async () => (await entriesOf(serviceId)).length, { message: serviceId, timeout: 30_000 })
        .toBe(texts.length);
      const found = await entriesOf(serviceId);
      const isRight = ({ body, channelName, mention, sender }: InboxEntry) =>
        body.endsWith(` in ${channelName}`) && mention === 'personal' && sender === 'carol';
      expect(found.filter((entry) => !isRight(entry))).toEqual([]);
      const share = found.filter(isRight).length / texts.length;
      measured(test.info(), 'adapter.attribution', 'thelounge', [share]);
    }
  },
);

const entriesOf = (serviceId: string) => scene.inbox({ serviceId, text: 'in room' });

test('C9 after a restart an entry of the inbox still opens its channel', async () => {
  await scene.restart();
  await scene.onBar(/By worker/).click();
  const entries = await scene.inbox({ serviceId: 'alice' });
  const entry = entries.find(({ channelName }) => channelName === '#room-15');
  await scene.command('inbox.open', { id: entry?.id ?? 0 });
  await expect(scene.page).toHaveTitle(/#room-15 — The Lounge/);
  await expect(scene.onBar(/Team chat/)).toHaveAttribute('aria-current', /page|true/);
});

test(
  'C5 keeps all while the IRC daemon is away, and is right when it is back',
  shown('thelounge', 'reconnect'),
  async () => {
    test.setTimeout(120_000);
    for (const name of scene.rooms)
      if ((await scene.known(name))?.unread !== 0) await scene.openElsewhere(name);
    // What any page of hers shows counts as read.
    await scene.openElsewhere('#room-0');
    await scene.carol.say('#room-9', 'alice: before');
    await expect.poll(() => scene.known('#room-9')).toMatchObject({ mentions: 1 });
    const before = await channelsOf(scene.foyer.shell, 'alice');
    await scene.ircd.halt();
    await expect(scene.page.locator('.channel-list-item.not-connected')).toHaveCount(1);
    expect(await scene.known('#room-9')).toMatchObject({ mentions: 1 });
    await scene.ircd.resume();
    await scene.lounge.whenJoined();
    await scene.carol.leave().catch(() => undefined);
    scene.carol = await startIrcPerson(scene.ircd, 'carol', scene.rooms);
    // The Lounge counts again once it has settled down in the room.
    await expect
      .poll(async () => {
        await scene.carol.say('#room-8', 'alice: after');
        return (await scene.known('#room-8'))?.mentions ?? 0;
      })
      .toBeGreaterThan(0);
    const after = await channelsOf(scene.foyer.shell, 'alice');
    expect(after.channels?.map(({ id }) => id)).toEqual(before.channels?.map(({ id }) => id));
    const truth = await truthOf(scene.elsewhere);
    await expect.poll(() => roomsOf(scene.foyer.shell, 'alice')).toEqual(truth);
  },
);

test(
  'C5 C19 keeps all and says so while its server is away, and is right when it was started anew',
  shown('thelounge', 'restart'),
  async () => {
    const before = await channelsOf(scene.foyer.shell, 'alice');
    const rooms = await roomsOf(scene.foyer.shell, 'alice');
    await scene.lounge.halt();
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/without its server since/, {
      timeout: 20_000,
    });
    expect(await roomsOf(scene.foyer.shell, 'alice')).toEqual(rooms);
    await scene.lounge.resume();
    await scene.lounge.whenJoined();
    await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/without its server/, {
      timeout: 20_000,
    });
    await expect(roomIn(scene.elsewhere, '#room-9')).toHaveCount(1);
    await expect
      .poll(async () => {
        await scene.carol.say('#room-7', 'alice: anew');
        return (await scene.known('#room-7'))?.mentions ?? 0;
      })
      .toBeGreaterThan(0);
    // The other page has to come back, too.
    await expect(async () =>
      expect(await roomsOf(scene.foyer.shell, 'alice')).toEqual(await truthOf(scene.elsewhere)),
    ).toPass({ timeout: 20_000 });
    const after = await channelsOf(scene.foyer.shell, 'alice');
    expect(after.channels?.map(({ id }) => id)).toEqual(before.channels?.map(({ id }) => id));
  },
);

test('C4 drops the channels when the person signs out', shown('thelounge', 'sign-out'), async () => {
  await scene.page.evaluate(() => {
    localStorage.clear();
    location.reload();
  });
  await expect
    .poll(async () => (await channelsOf(scene.foyer.shell, 'alice')).adapter.kind)
    .toBe('signed-out');
  expect((await channelsOf(scene.foyer.shell, 'alice')).channels).toBe(null);
  await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
  expect(scene.foyer.log()).not.toMatch(/\[foyer\] bug/);
});
