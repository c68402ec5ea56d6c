import { expect, test } from '@playwright/test';
import { channelsOf } from '../support/lounge-truth';
import { type MattermostScene, startMattermostScene } from '../support/mattermost-scene';
import { shown } from '../support/shown';

// What Foyer knows of the channels of Mattermost in desktop mode, against what the server holds.
test.describe.configure({ mode: 'serial' });

let scene: MattermostScene;

test.beforeAll(async () => {
  scene = await startMattermostScene(['alice']);
});

test.afterAll(async () => {
  await scene?.stop();
});

const adapterOf = async () => (await channelsOf(scene.foyer.shell, 'alice')).adapter;
const namesOf = async () =>
  (await channelsOf(scene.foyer.shell, 'alice')).channels?.map(({ name }) => name) ?? [];

test(
  'C1 C4 says that nobody is signed in, then lists what the server lists, over all teams',
  shown('mattermost', 'signed-in', 'list'),
  async () => {
    const { mattermost } = scene;
    await expect.poll(async () => (await adapterOf()).kind).toBe('signed-out');
    await expect(scene.onBar(/Chat of alice/)).toHaveAccessibleName(/signed out/);
    await mattermost.say('alice,bob', 'alice', 'two of us');
    await mattermost.say('alice,bob,carol', 'alice', 'three of us');
    await mattermost.convert('garden/room-9', true);
    await mattermost.favourite('garden/room-1', 'alice');
    await scene.signIn('alice');
    await scene.agree('alice');
    const held = Object.values(await scene.known('alice'));
    expect(held).toHaveLength(24);
    expect(new Set(held.map(({ kind }) => kind))).toEqual(new Set(['public', 'private', 'direct', 'group']));
    expect(await namesOf()).toEqual(
      expect.arrayContaining(['bob', 'bob, carol', 'Room 1 (Garden Club)', 'Town Square (Engineering)']),
    );
    expect((await channelsOf(scene.foyer.shell, 'alice')).server).toEqual({
      name: 'Riverside',
      version: '11.9.0',
    });
    expect(await adapterOf()).toMatchObject({
      kind: 'speaking',
      canOpen: true,
      mutes: ['all', 'mentions', 'none'],
      ownNames: ['alice'],
    });
  },
);

test(
  'C2 counts are right after messages, mentions, one of all, conversations, and what is read elsewhere',
  shown('mattermost', 'message', 'mention', 'group-mention', 'read-elsewhere', 'edit'),
  async () => {
    const { mattermost } = scene;
    const room = 'engineering/room-1';
    const post = await mattermost.say(room, 'bob', 'nothing for anybody');
    await expect.poll(() => scene.one(room)).toMatchObject({ unread: 1, mentions: 0 });
    await expect(scene.onBar(/Chat of alice/)).toHaveAccessibleName(/, unread messages/);
    await mattermost.say(room, 'bob', 'this is for @alice');
    await expect.poll(() => scene.one(room)).toMatchObject({ unread: 2, mentions: 1 });
    await mattermost.say(room, 'bob', '@all of you');
    await expect.poll(() => scene.one(room)).toMatchObject({ unread: 3, mentions: 2 });
    await mattermost.edit(post.id, 'bob', 'now it names @alice');
    await mattermost.say('alice,bob', 'bob', 'between us');
    await expect.poll(() => scene.one('alice,bob')).toMatchObject({ unread: 1, mentions: 1 });
    await mattermost.say('alice,bob,carol', 'carol', 'among us');
    await scene.agree('alice');
    await expect(scene.onBar(/Chat of alice/)).toHaveAccessibleName(/4 unread messages/);
    await mattermost.readElsewhere(room, 'alice');
    await expect.poll(() => scene.one(room)).toMatchObject({ unread: 0, mentions: 0 });
    await mattermost.markUnreadElsewhere(post.id, 'alice');
    await scene.agree('alice');
    for (const one of [room, 'alice,bob', 'alice,bob,carol']) await mattermost.readElsewhere(one, 'alice');
    await scene.agree('alice');
    await expect(scene.onBar(/Chat of alice/)).not.toHaveAccessibleName(/unread/);
  },
);
