import { expect, test } from '@playwright/test';
import { startRocketScene, watchOpenings, type RocketScene, type Stage } from '../support/rocketchat-scene';
import { command } from '../support/inbox';
import { channelsOf, shownChannelOf } from '../support/lounge-truth';
import { subscriptionsOf } from '../support/rocketchat-truth';
import { measured, shown } from '../support/shown';

// What Foyer knows of the rooms of Rocket.Chats of three ages, against what another client is told over REST.
test.describe.configure({ mode: 'serial' });

let scene: RocketScene;

test.beforeAll(async () => {
  scene = await startRocketScene({
    old: { version: '4.8.7' },
    middle: { version: '6.13.1', rootPath: '/chat' },
    new: { version: '8.1.0', client: { tokenStorage: 'session' } },
  });
});

test.afterAll(async () => {
  await scene?.stop();
});

/** The same on each server, one after another; what does not hang on the middle's age or place without it. */
const onEach = async (run: (stage: Stage) => Promise<void>, not = ''): Promise<void> => {
  for (const stage of scene.stages.filter(({ serviceId }) => serviceId !== not))
    await test.step(stage.serviceId, () => run(stage));
};
const unreadOf = async (stage: Stage) => (await scene.rooms(stage)).filter(({ unread }) => unread > 0);

test(
  'C1 C4 says that nobody is signed in, then lists what the server lists',
  shown('rocketchat', 'signed-in', 'list'),
  () =>
    onEach(async (stage) => {
      const { serviceId, server } = stage;
      await expect.poll(() => scene.adapter(stage)).toBe('signed-out');
      await server.favourite('busy', 'alice');
      await server.hide('sealed', 'alice');
      await scene.signIn(stage);
      await expect.poll(() => scene.adapter(stage)).toBe('speaking');
      const rooms = await scene.agreed(stage);
      expect(Object.fromEntries(rooms.map(({ name, kind }) => [name, kind]))).toEqual({
        general: 'public',
        busy: 'public',
        private: 'private',
        bob: 'direct',
        'bob, carol': 'group',
        'Lunch, where?': 'private',
        studio: 'private',
        'studio-news': 'public',
        'Dana Visitor': 'direct',
      });
      expect(rooms.find(({ name }) => name === 'busy')?.favourite).toBe(true);
      const known = () => channelsOf(scene.foyer.shell, serviceId);
      await expect
        .poll(async () => (await known()).server)
        .toEqual({ name: 'Team chat', version: server.version });
      expect((await known()).adapter).toEqual({
        kind: 'speaking',
        canOpen: true,
        canMarkRead: true,
        mutes: ['all', 'mentions', 'none'],
        ownNames: ['alice', 'Alice Adams'],
      });
      await server.set('Site_Name', 'Chat of the team');
      await expect.poll(async () => (await known()).server?.name).toBe('Chat of the team');
      await server.set('Site_Name', 'Team chat');
      await server.say('sealed', 'bob', 'is it open');
      await expect.poll(() => scene.room(stage, 'sealed')).toMatchObject({ unread: 1, mentions: 0 });
    }),
);

test(
  'C2 counts are right after a message, mentions, threads and edits, and what is read elsewhere',
  shown('rocketchat', 'message', 'mention', 'group-mention', 'thread-reply', 'edit', 'read-elsewhere'),
  () =>
    onEach(async (stage) => {
      const { server } = stage;
      const { _id } = await server.say('general', 'bob', 'nothing for anybody');
      await expect.poll(() => scene.room(stage, 'general')).toMatchObject({ unread: 1, mentions: 0 });
      await server.say('general', 'bob', '@alice and this');
      await expect.poll(() => scene.room(stage, 'general')).toMatchObject({ unread: 1, mentions: 1 });
      await server.say('busy', 'carol', '@all for everybody');
      await server.say('alice,bob', 'bob', 'between us');
      await server.say('alice,bob,carol', 'carol', 'between three');
      await server.say('Dana Visitor', 'guest-1', 'anybody there?');
      await expect.poll(() => scene.room(stage, 'busy')).toMatchObject({ unread: 1, mentions: 1 });
      await expect.poll(() => scene.room(stage, 'bob')).toMatchObject({ unread: 1, mentions: 1 });
      await server.edit(_id, 'bob', '@alice @all now for you');
      const mine = await server.say('private', 'alice', 'I begin');
      await server.say('private', 'bob', 'I follow', { thread: mine._id });
      await server.say('private', 'bob', '@alice, and you?', { thread: mine._id });
      await expect.poll(() => scene.room(stage, 'private')).toMatchObject({ unread: 1, mentions: 1 });
      await scene.agreed(stage);
      await server.readElsewhere('private', 'alice');
      await server.readThreadElsewhere(mine._id, 'alice');
      await expect.poll(() => scene.room(stage, 'private')).toMatchObject({ unread: 0, mentions: 0 });
      for (const name of ['general', 'busy', 'alice,bob', 'alice,bob,carol', 'Dana Visitor', 'sealed'])
        await server.readElsewhere(name, 'alice');
      await expect.poll(() => unreadOf(stage)).toEqual([]);
      await scene.agreed(stage);
    }),
);

test(
  'C22 marks a room as read on the server, with its threads, and all of a service',
  shown('rocketchat', 'mark-read'),
  () =>
    onEach(async (stage) => {
      const { server, serviceId } = stage;
      await server.say('general', 'bob', '@alice read this');
      await server.say('busy', 'carol', '@all and this');
      await server.say('alice,bob', 'bob', 'between us');
      await expect.poll(() => scene.room(stage, 'bob')).toMatchObject({ unread: 1 });
      const channelId = await server.roomId('general');
      await command(scene.foyer.shell, 'channel.mark-read', { serviceId, channelId });
      await expect.poll(() => scene.room(stage, 'general')).toMatchObject({ unread: 0, mentions: 0 });
      expect(await scene.room(stage, 'bob')).toMatchObject({ unread: 1 });
      const mine = await server.say('private', 'alice', 'I begin again');
      // Servers of before 5 read no threads along.
      const place = serviceId === 'old' ? {} : { thread: mine._id };
      await server.say('private', 'bob', '@alice, in a thread', place);
      await expect.poll(() => scene.room(stage, 'private')).toMatchObject({ mentions: 1 });
      await command(scene.foyer.shell, 'service.mark-read', { serviceId });
      await expect.poll(() => unreadOf(stage)).toEqual([]);
      await scene.agreed(stage);
    }),
);

test(
  'C3 mutes on the server in three levels, from here and elsewhere, and never unasked',
  shown('rocketchat', 'mute', 'mute-elsewhere'),
  () =>
    onEach(async (stage) => {
      const { server } = stage;
      const asked = () => server.requests.items.filter((one) => one.includes('saveNotification')).length;
      const ofServer = async (name: string) =>
        (await subscriptionsOf(server, 'alice')).find((one) => one.name === name);
      expect(asked()).toBe(0);
      await scene.mute(stage, 'studio', 'none');
      await expect.poll(() => scene.room(stage, 'studio')).toMatchObject({ muted: true });
      expect(await ofServer('studio')).toMatchObject({ disableNotifications: true });
      expect(await ofServer('studio')).not.toHaveProperty('desktopNotifications');
      await server.say('studio', 'carol', '@alice you will not hear this');
      const heard = await server.say('studio-news', 'carol', '@alice but this');
      await scene.entry(stage, heard._id);
      await expect
        .poll(() => scene.room(stage, 'studio'))
        .toMatchObject({ unread: 1, mentions: 1, muted: true });
      await scene.mute(stage, 'studio', 'mentions');
      await expect.poll(() => scene.room(stage, 'studio')).toMatchObject({ muted: false });
      expect(await ofServer('studio')).toMatchObject({
        disableNotifications: false,
        desktopNotifications: 'mentions',
      });
      await scene.mute(stage, 'studio', 'all');
      await expect.poll(async () => (await ofServer('studio'))?.desktopNotifications).toBe('all');
      expect(asked()).toBe(3);
      await server.muteElsewhere('studio-news', 'alice');
      await expect.poll(() => scene.room(stage, 'studio-news')).toMatchObject({ muted: true });
      await server.muteElsewhere('studio-news', 'alice', false);
      await server.preferElsewhere('busy', 'alice', 'desktopNotifications', 'nothing');
      await expect.poll(() => scene.room(stage, 'busy')).toMatchObject({ muted: true });
      await server.preferElsewhere('busy', 'alice', 'desktopNotifications', 'default');
      for (const name of ['studio', 'studio-news']) await server.readElsewhere(name, 'alice');
      await scene.agreed(stage);
    }, 'middle'),
);

test(
  'C1 a room that is hidden, left, archived, renamed, new or not to be counted is so here, without an event of its own',
  shown('rocketchat', 'hidden', 'left', 'renamed'),
  () =>
    onEach(async (stage) => {
      const { server } = stage;
      await server.say('private', 'bob', '@alice before it goes');
      await expect.poll(() => scene.room(stage, 'private')).toMatchObject({ mentions: 1 });
      await server.hide('private', 'alice');
      await expect.poll(() => scene.room(stage, 'private')).toBe(undefined);
      await server.say('private', 'bob', '@alice come back');
      await expect.poll(() => scene.room(stage, 'private')).toMatchObject({ mentions: 2 });
      await server.preferElsewhere('private', 'alice', 'hideUnreadStatus', '1');
      await server.preferElsewhere('private', 'alice', 'hideMentionStatus', '1');
      await expect.poll(() => scene.room(stage, 'private')).toMatchObject({ unread: 0, mentions: 0 });
      await server.preferElsewhere('private', 'alice', 'hideMentionStatus', '0');
      await expect.poll(() => scene.room(stage, 'private')).toMatchObject({ unread: 2, mentions: 2 });
      await server.preferElsewhere('private', 'alice', 'hideUnreadStatus', '0');
      await server.readElsewhere('private', 'alice');
      await server.leave('studio-news', 'alice');
      await expect.poll(() => scene.room(stage, 'studio-news')).toBe(undefined);
      await server.archive('busy');
      await expect.poll(() => scene.room(stage, 'busy')).toBe(undefined);
      await server.rename('Lunch, where?', 'bob', 'Supper');
      await expect.poll(() => scene.room(stage, 'Supper')).toMatchObject({ kind: 'private' });
      await server.begin('bob', 'carol', 'alice');
      await expect.poll(async () => (await scene.rooms(stage)).length).toBe(9);
      await server.join('studio-news', 'alice');
      await expect.poll(() => scene.room(stage, 'studio-news')).toBeDefined();
      await scene.agreed(stage);
    }, 'middle'),
);

test(
  'C8 opens rooms of each kind, and at a message, without loading the page anew',
  shown('rocketchat', 'open'),
  () =>
    onEach(async (stage) => {
      const { server, page, serviceId } = stage;
      await command(scene.foyer.shell, 'service.activate', { serviceId });
      const openings = await watchOpenings(page);
      const direct = ['alice,bob', 'alice,bob,carol', 'Dana Visitor'];
      const names = ['general', 'private', ...direct, 'Xq3tLunch', 'studio'];
      const times: number[] = [];
      for (const name of [...names, ...names, ...names]) {
        const atMs = Date.now();
        await scene.open(stage, name);
        await expect.poll(async () => (await openings()).length, { intervals: [20] }).toBe(times.length + 1);
        const [rid, openedMs] = (await openings()).at(-1) ?? ['', 0];
        expect(rid).toBe(await server.roomId(name));
        times.push(openedMs - atMs);
      }
      measured(test.info(), 'adapter.openP95Ms', 'rocketchat', times);
      // What the slowest take is the machine's: other tests run beside this one.
      expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThanOrEqual(300);
      const { _id } = await server.say('private', 'bob', '@alice look here');
      const { id } = await scene.entry(stage, _id);
      await command(scene.foyer.shell, 'inbox.open', { id });
      await expect(page).toHaveURL(`${server.url}group/${await server.roomId('private')}?msg=${_id}`);
      await expect(page).toHaveTitle(/private - Team chat/);
      expect(await openings()).toHaveLength(times.length + 1);
    }),
);

test(
  'C21 knows which room the page shows, wherever the person goes in it',
  shown('rocketchat', 'on-screen'),
  () =>
    onEach(async ({ serviceId, server, page }) => {
      const shownNow = () => shownChannelOf(scene.foyer.shell, serviceId);
      for (const name of ['general', 'private', 'alice,bob', 'Xq3tLunch']) {
        const rid = await server.roomId(name);
        await page.locator(`a[data-rid="${rid}"]`).dispatchEvent('click');
        await expect.poll(shownNow).toBe(rid);
      }
      await page.evaluate(() => history.back());
      await expect.poll(shownNow).toBe(await server.roomId('alice,bob'));
    }),
);
