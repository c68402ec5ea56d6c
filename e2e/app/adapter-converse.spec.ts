import { expect, test } from '@playwright/test';
import type { Level } from '../../electron/core/model/rule';
import { breakModelIn, closeIn, countsOf, showIn, whenDrawn } from '../support/converse-truth';
import { startConverseScene, type ConverseScene } from '../support/converse-scene';
import { channelsOf, shownChannelOf } from '../support/lounge-truth';
import { measured, shown } from '../support/shown';

// What Foyer knows of the channels of a real Converse on a real Prosody, against other clients of the same person.
test.describe.configure({ mode: 'serial' });

let scene: ConverseScene;

test.beforeAll(async () => {
  scene = await startConverseScene(10);
  await scene.carol.configure('room-9', { publicroom: '0' });
});

test.afterAll(async () => {
  await scene?.stop();
});

const adapterKind = async () => (await channelsOf(scene.foyer.shell, 'alice')).adapter.kind;
/** All counts here are those of the other Converse, once both have heard of all. */
const expectTruth = () =>
  expect(async () => {
    expect(await scene.counts()).toEqual(await countsOf(scene.elsewhere));
  }).toPass({ timeout: 10_000 });

test(
  'C1 C4 says that nobody is signed in, then lists what the server lists',
  shown('converse', 'signed-in', 'list'),
  async () => {
    await expect.poll(adapterKind).toBe('signed-out');
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/signed out/);
    await scene.signIn();
    await expect.poll(adapterKind).toBe('speaking');
    const onServer = async () => Object.keys(await scene.otherClient.bookmarks()).toSorted();
    await expect.poll(onServer).toEqual(scene.rooms.map(scene.jidOf));
    await expectTruth();
    await expect
      .poll(async () => {
        const { channels } = await channelsOf(scene.foyer.shell, 'alice');
        return Object.fromEntries((channels ?? []).map(({ id, kind }) => [id, kind]));
      })
      .toEqual(
        Object.fromEntries(
          scene.rooms.map((room) => [scene.jidOf(room), room === 'room-9' ? 'private' : 'public']),
        ),
      );
    const { server, adapter } = await channelsOf(scene.foyer.shell, 'alice');
    expect(server).toEqual({ name: 'Converse', version: '14.0.0' });
    expect(adapter).toMatchObject({ kind: 'speaking', canOpen: true, ownNames: ['alice'] });
  },
);

test(
  'C2 counts are right after a message, a mention, a direct message and an edit',
  shown('converse', 'message', 'mention', 'edit'),
  async () => {
    await scene.carol.say('room-1', 'nothing for anybody');
    await expect.poll(() => scene.known('room-1')).toMatchObject({ unread: 1, mentions: 0 });
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/, unread messages/);
    await scene.carol.say('room-1', 'alice: and this');
    await expect.poll(() => scene.known('room-1')).toMatchObject({ unread: 2, mentions: 1 });
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/1 unread message/);
    await scene.carol.tell('alice', 'between us');
    await expect.poll(() => scene.known('carol')).toMatchObject({ unread: 1, mentions: 1 });
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/2 unread messages/);
    // Converse counts what was changed anew.
    await scene.carol.correct('room-1', 'alice: and that');
    await expect.poll(() => scene.known('room-1')).toMatchObject({ unread: 3, mentions: 2 });
    await expectTruth();
    await showIn(scene.page, scene.jidOf('room-1'));
    await expect.poll(() => scene.known('room-1')).toMatchObject({ unread: 0, mentions: 0 });
    await showIn(scene.page, 'carol@chat.test', 'chats');
    await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
    await showIn(scene.page, scene.jidOf('room-0'));
  },
);

test(
  'C22 marks a room and a conversation as read without bringing them up',
  shown('converse', 'mark-read'),
  async () => {
    await scene.carol.say('room-1', 'alice: read this');
    await scene.carol.say('room-2', 'and this');
    await scene.carol.tell('alice', 'and what nobody else reads');
    await expect.poll(() => scene.known('room-1')).toMatchObject({ mentions: 1 });
    await expect.poll(() => scene.known('carol')).toMatchObject({ unread: 1 });
    await scene.command('channel.mark-read', { serviceId: 'alice', channelId: scene.jidOf('room-1') });
    await expect.poll(() => scene.known('room-1')).toMatchObject({ unread: 0, mentions: 0 });
    expect(await scene.known('carol')).toMatchObject({ unread: 1 });
    await scene.command('service.mark-read', { serviceId: 'alice' });
    await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
    expect(await shownChannelOf(scene.foyer.shell, 'alice')).toBe(scene.jidOf('room-0'));
    expect(Object.values(await countsOf(scene.page)).filter(({ unread }) => unread > 0)).toEqual([]);
  },
);

test(
  'C3 mutes in the bookmarks on the server, from here and elsewhere: no toast, and what is there besides stays',
  shown('converse', 'mute', 'mute-elsewhere'),
  async () => {
    const mute = (level: Level) =>
      scene.command('channel.mute', { serviceId: 'alice', channelId: scene.jidOf('room-4'), level });
    const onServer = async () => (await scene.otherClient.bookmarks())[scene.jidOf('room-4')];
    expect((await channelsOf(scene.foyer.shell, 'alice')).adapter).toMatchObject({
      mutes: ['all', 'mentions', 'none'],
    });
    await mute('none');
    await expect.poll(() => scene.known('room-4')).toMatchObject({ muted: true });
    await expect
      .poll(onServer)
      .toMatch(/<notify xmlns='urn:xmpp:notification-settings:1'><never\/><\/notify>/);
    await scene.carol.say('room-4', 'alice: you will not hear this');
    const next = scene.desktop.nextNotification(
      (one) => one.appName === 'Foyer' && one.body.includes('but this'),
    );
    await scene.carol.say('room-5', 'alice: but this');
    await next;
    // The other Converse is on this desktop, too.
    const ofFoyer = scene.desktop.notifications().filter(({ appName }) => appName === 'Foyer');
    expect(ofFoyer.map(({ body }) => body)).toContain('alice: but this');
    expect(ofFoyer.map(({ body }) => body)).not.toContain('alice: you will not hear this');
    await expect.poll(() => scene.known('room-4')).toMatchObject({ unread: 1, mentions: 0 });
    const pinned = '<pinned xmlns="urn:xmpp:bookmarks-pinning:0"/>';
    await scene.otherClient.setExtensions(scene.jidOf('room-4'), pinned);
    await expect.poll(() => scene.known('room-4')).toMatchObject({ muted: false });
    await scene.otherClient.setExtensions(
      scene.jidOf('room-4'),
      `${pinned}<notify xmlns="urn:xmpp:notification-settings:1"><never/></notify>`,
    );
    await expect.poll(() => scene.known('room-4')).toMatchObject({ muted: true });
    await mute('all');
    await expect.poll(() => scene.known('room-4')).toMatchObject({ muted: false });
    await expect.poll(onServer).toMatch(/pinned.*<always\/>/);
    const { channels } = await channelsOf(scene.foyer.shell, 'alice');
    expect(channels?.filter(({ favourite }) => favourite).map(({ name }) => name)).toEqual(['room-4']);
    for (const room of ['room-4', 'room-5', 'room-0']) {
      await showIn(scene.page, scene.jidOf(room));
      await showIn(scene.elsewhere, scene.jidOf(room));
    }
    await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
  },
);

test('C8 opens a channel without loading the page anew', shown('converse', 'open', 'on-screen'), async () => {
  await scene.page.evaluate(() => Object.assign(window, { mark: 'the same document' }));
  const times: number[] = [];
  for (const room of [...scene.rooms, ...scene.rooms]) {
    const drawn = whenDrawn(scene.page, room);
    const startMs = performance.now();
    await scene.command('channel.open', { serviceId: 'alice', channelId: scene.jidOf(room) });
    await drawn;
    times.push(performance.now() - startMs);
  }
  measured(test.info(), 'adapter.openP95Ms', 'converse', times);
  // What the slowest take is the machine's: other tests run beside this one.
  const median = times.toSorted((a, b) => a - b)[Math.ceil(times.length / 2) - 1] ?? Infinity;
  expect(median).toBeLessThanOrEqual(300);
  await scene.command('channel.open', { serviceId: 'alice', channelId: 'carol@chat.test' });
  await expect(scene.page.locator('.chat-msg__text', { hasText: 'between us' })).toBeVisible();
  await expect.poll(() => shownChannelOf(scene.foyer.shell, 'alice')).toBe('carol@chat.test');
  await showIn(scene.page, scene.jidOf('room-0'));
  await expect.poll(() => shownChannelOf(scene.foyer.shell, 'alice')).toBe(scene.jidOf('room-0'));
  expect(await scene.page.evaluate(() => Reflect.get(window, 'mark') as unknown)).toBe('the same document');
});

test(
  'C5 keeps channels and counts over a reload; what is renamed, left, closed and come back is told',
  shown('converse', 'reload', 'renamed', 'left', 'hidden'),
  async () => {
    await scene.carol.say('room-7', 'alice: keep this');
    await expect.poll(() => scene.known('room-7')).toMatchObject({ mentions: 1 });
    const before = await channelsOf(scene.foyer.shell, 'alice');
    const seen: unknown[] = [];
    await scene.page.evaluate(() => Object.assign(window, { mark: 'the document before' }));
    await scene.command('service.reload', { serviceId: 'alice', fromStartPage: false });
    const kindNow = async () => {
      const { adapter, channels } = await channelsOf(scene.foyer.shell, 'alice');
      seen.push(channels?.find(({ name }) => name === 'room-7')?.mentions);
      return adapter.kind;
    };
    const mark = async () => {
      await kindNow();
      // A page on its way answers nothing.
      return scene.page.evaluate(() => String(Reflect.get(window, 'mark'))).catch(() => 'going');
    };
    await expect.poll(mark, { intervals: [10] }).toBe('undefined');
    await expect.poll(kindNow, { timeout: 20_000 }).toBe('speaking');
    expect(new Set(seen)).toEqual(new Set([1]));
    const after = async () =>
      (await channelsOf(scene.foyer.shell, 'alice')).channels?.map(({ id }) => id).toSorted();
    await expect.poll(after).toEqual(before.channels?.map(({ id }) => id).toSorted());

    await scene.carol.configure('room-2', { roomname: 'Room of two' });
    await expect.poll(() => scene.known('Room of two')).toBeDefined();
    expect(await scene.known('room-2')).toBe(undefined);

    await closeIn(scene.page, scene.jidOf('room-8'));
    await expect.poll(() => scene.known('room-8')).toBe(undefined);
    await showIn(scene.page, scene.jidOf('room-8'));
    await expect.poll(() => scene.known('room-8')).toBeDefined();
    expect(await after()).toContain(scene.jidOf('room-8'));

    await closeIn(scene.page, 'carol@chat.test');
    await expect.poll(() => scene.known('carol')).toBe(undefined);
    await scene.carol.tell('alice', 'once more');
    await expect.poll(() => scene.known('carol')).toMatchObject({ unread: 1, mentions: 1 });
    expect(await after()).toContain('carol@chat.test');
    await showIn(scene.page, 'carol@chat.test', 'chats');
    await showIn(scene.page, scene.jidOf('room-0'));
  },
);

test('C6 an adapter that fails says so, and the page’s own count is used until it is well again', async () => {
  await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/1 unread message/);
  await breakModelIn(scene.page, true);
  await scene.carol.say('room-1', 'not for anybody');
  await expect.poll(adapterKind).toBe('failed');
  await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/1 unread message, channels are not known/);
  await breakModelIn(scene.page, false);
  await scene.carol.say('room-1', 'nor this');
  await expect.poll(() => scene.known('room-1')).toMatchObject({ unread: 2 });
  await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/not known/);
});
