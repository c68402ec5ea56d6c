import { expect, test } from '@playwright/test';
import { startRocketScene, type RocketScene, type Stage } from '../support/rocketchat-scene';
import { shown } from '../support/shown';
import { channelsOf } from '../support/lounge-truth';

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

/** The same on each server, one after another. */
const onEach = async (run: (stage: Stage) => Promise<void>): Promise<void> => {
  for (const stage of scene.stages) await test.step(stage.serviceId, () => run(stage));
};

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
        mutes: ['all', 'mentions', 'none'],
        ownNames: ['alice', 'Alice Adams'],
      });
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
      await expect
        .poll(async () => (await scene.rooms(stage)).filter(({ unread }) => unread > 0))
        .toEqual([]);
      await scene.agreed(stage);
    }),
);
