import { expect, test } from '@playwright/test';
import { shown } from '../support/shown';
import { startZulipScene, type ZulipScene } from '../support/zulip-scene';

// What Foyer knows of the channels of a Zulip, against what its server holds.
test.describe.configure({ mode: 'serial' });

let scene: ZulipScene;

test.beforeAll(async () => {
  scene = await startZulipScene();
});

test.afterAll(async () => {
  await scene?.stop();
});

test(
  'C1 C4 says that nobody is signed in, then lists what the server lists',
  shown('zulip', 'signed-in', 'list'),
  async () => {
    const { zulip } = scene;
    await expect.poll(async () => (await scene.channels()).adapter.kind).toBe('signed-out');
    expect((await scene.channels()).server).toEqual({ name: 'Team chat', version: '11.4' });
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/signed out/);
    zulip.tellDirectly('bob', ['alice'], 'hello');
    zulip.tellDirectly('bob', ['alice', 'carol'], 'we three');
    zulip.tellDirectly('helper', ['alice'], 'I am a bot');
    zulip.say('bob', 'general', 'lunch', 'before');
    zulip.setTopic('alice', 'general', 'releases', 3);
    zulip.set('alice', 'design talk', 'pin_to_top', true);
    await scene.signIn();
    await scene.agrees();
    const { channels, adapter } = await scene.channels();
    expect(channels?.map(({ id, name, kind, favourite }) => [id, name, kind, favourite])).toEqual([
      ['stream/3', 'general', 'public', false],
      ['stream/4', 'design talk', 'public', true],
      ['stream/5', 'secret', 'private', false],
      ['dm/12', 'Helper', 'bot', false],
      ['dm/9,10', 'Bob Brown, Carol Clark', 'group', false],
      ['dm/9', 'Bob Brown', 'direct', false],
      ['topic/3/releases', 'general > releases', 'thread', false],
    ]);
    expect(adapter).toEqual({
      kind: 'speaking',
      canOpen: true,
      canMarkRead: true,
      mutes: ['all', 'mentions', 'none'],
      ownNames: ['Alice Adams', 'deploy'],
    });
    zulip.readDirect('alice', ['bob']);
    zulip.readDirect('alice', ['bob', 'carol']);
    zulip.readDirect('alice', ['helper']);
    zulip.readStream('alice', 'general');
    await scene.agrees();
  },
);

test(
  'C2 counts are right after a message, mentions of all kinds, topics, edits, and what is read elsewhere',
  shown('zulip', 'message', 'mention', 'group-mention', 'thread-reply', 'edit', 'read-elsewhere'),
  async () => {
    const { zulip } = scene;
    const general = (unread: number, mentions: number) =>
      expect.poll(() => scene.known('general')).toEqual({ unread, mentions, muted: false });
    const id = zulip.say('bob', 'general', 'lunch', 'nothing for anybody');
    await general(1, 0);
    zulip.say('bob', 'general', 'lunch', '@**Alice Adams** look');
    await general(2, 1);
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/1 unread message/);
    zulip.say('bob', 'general', 'lunch', '@*team* look');
    zulip.say('bob', 'general', 'lunch', '@**all** look');
    await general(4, 3);
    zulip.say('bob', 'general', 'Releases', 'in a topic that is followed');
    await expect
      .poll(() => scene.known('general > releases'))
      .toEqual({ unread: 1, mentions: 0, muted: false });
    await general(4, 3);
    zulip.change('bob', id, { content: 'after all for @**Alice Adams**' });
    await general(4, 4);
    zulip.change('bob', id, { content: 'or not' });
    await general(4, 3);
    // A topic that is moved takes what is unread of it along.
    zulip.change('bob', id, { streamId: zulip.streamId('design talk'), topic: 'food', mode: 'change_all' });
    await general(0, 0);
    await expect.poll(() => scene.known('design talk')).toMatchObject({ unread: 4, mentions: 3 });
    zulip.remove(id);
    await expect.poll(() => scene.known('design talk')).toMatchObject({ unread: 3 });
    zulip.readStream('alice', 'design talk');
    await expect.poll(() => scene.known('design talk')).toMatchObject({ unread: 0, mentions: 0 });
    const direct = zulip.tellDirectly('carol', ['alice'], 'between us');
    await expect.poll(() => scene.known('Carol Clark')).toEqual({ unread: 1, mentions: 1, muted: false });
    zulip.readDirect('alice', ['carol']);
    await expect.poll(() => scene.known('Carol Clark')).toMatchObject({ unread: 0 });
    zulip.markUnread('alice', [direct]);
    await expect.poll(() => scene.known('Carol Clark')).toMatchObject({ unread: 1, mentions: 1 });
    zulip.readDirect('alice', ['carol']);
    zulip.readStream('alice', 'general');
    await scene.agrees();
    await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
  },
);

test(
  'C22 marks a stream, a topic of its own and a conversation as read on the server, and all; the inbox at once',
  shown('zulip', 'mark-read'),
  async () => {
    const { zulip } = scene;
    const mark = async (name: string) =>
      scene.command('channel.mark-read', { serviceId: 'alice', channelId: await scene.idOf(name) });
    zulip.say('bob', 'general', 'lunch', '@**Alice Adams** read this');
    zulip.say('bob', 'general', 'Releases', 'and this');
    zulip.tellDirectly('carol', ['alice'], 'and this, which is between us');
    await expect.poll(() => scene.known('Carol Clark')).toMatchObject({ unread: 1 });
    const entries = { serviceId: 'alice', isUnread: true, text: 'this' };
    await expect.poll(() => scene.count(entries)).toBe(3);
    const heal = zulip.faults.answer(500, { path: /flags\/narrow/ });
    await mark('general');
    await expect.poll(() => scene.count(entries)).toBe(2);
    expect(await scene.known('general')).toMatchObject({ unread: 1, mentions: 1 });
    heal();
    await expect.poll(() => scene.known('general')).toMatchObject({ unread: 0, mentions: 0 });
    await scene.agrees();
    expect(await scene.known('general > releases')).toMatchObject({ unread: 1 });
    await mark('general > releases');
    await expect.poll(() => scene.known('general > releases')).toMatchObject({ unread: 0 });
    await scene.command('service.mark-read', { serviceId: 'alice' });
    await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
    await scene.agrees();
    expect(await scene.count(entries)).toBe(0);
  },
);

test('C7 what is read elsewhere is read in the inbox, channel by channel', async () => {
  const { zulip } = scene;
  const unread = (channelId?: string) => scene.count({ serviceId: 'alice', channelId, isUnread: true });
  await expect.poll(() => unread()).toBe(0);
  zulip.say('bob', 'general', 'lunch', '@**Alice Adams** one');
  zulip.say('bob', 'secret', 'lunch', '@**Alice Adams** two');
  await expect.poll(() => unread()).toBe(2);
  await expect.poll(async () => (await scene.known('general'))?.unread).toBe(1);
  await expect.poll(async () => (await scene.known('secret'))?.unread).toBe(1);
  zulip.readStream('alice', 'general');
  await expect.poll(() => unread('stream/3')).toBe(0);
  expect(await unread('stream/5')).toBe(1);
  zulip.readStream('alice', 'secret');
  await expect.poll(() => unread()).toBe(0);
});

test(
  'C3 mutes streams and topics on the server, from here and elsewhere',
  shown('zulip', 'mute', 'mute-elsewhere'),
  async () => {
    const { zulip } = scene;
    await scene.mute('general', 'none');
    await expect.poll(() => scene.known('general')).toMatchObject({ muted: true });
    expect(zulip.truth('alice')['general']).toMatchObject({ muted: true });
    zulip.say('bob', 'general', 'lunch', '@**all** you do not hear this');
    const next = scene.desktop.nextNotification((one) => one.title.includes('Bob Brown'));
    zulip.say('bob', 'general', 'lunch', '@**Alice Adams** but this, as in Zulip');
    expect((await next).body).toContain('but this');
    await expect.poll(() => scene.known('general')).toEqual({ unread: 2, mentions: 1, muted: true });
    await scene.agrees();
    zulip.set('alice', 'general', 'is_muted', false);
    await expect.poll(() => scene.known('general')).toMatchObject({ muted: false });
    zulip.readStream('alice', 'general');

    await scene.mute('general > releases', 'none');
    await expect.poll(() => scene.known('general > releases')).toMatchObject({ muted: true });
    expect(zulip.truth('alice')['general > releases']).toMatchObject({ muted: true });
    zulip.setTopic('alice', 'general', 'releases', 3);
    await expect.poll(() => scene.known('general > releases')).toMatchObject({ muted: false });
    zulip.setTopic('alice', 'general', 'lunch', 1);
    await expect.poll(() => scene.known('general > lunch')).toMatchObject({ muted: true });
    // Heard again as its stream is, a topic has nothing of its own any more.
    await scene.mute('general > lunch', 'all');
    await expect.poll(() => scene.known('general > lunch')).toBeUndefined();
    await scene.agrees();
    expect(scene.desktop.notifications().some(({ body }) => body.includes('do not hear'))).toBe(false);
  },
);

test(
  'C1 streams that are renamed, left, entered and archived, and people with new names',
  shown('zulip', 'renamed', 'left'),
  async () => {
    const { zulip } = scene;
    zulip.rename('design talk', 'design');
    await expect.poll(() => scene.idOf('design')).toBe('stream/4');
    zulip.say('bob', 'design', 'x', 'unread when left');
    await expect.poll(() => scene.known('design')).toMatchObject({ unread: 1 });
    zulip.leave('design', 'alice');
    await expect.poll(() => scene.known('design')).toBeUndefined();
    zulip.join('design', 'alice');
    await expect.poll(() => scene.idOf('design')).toBe('stream/4');
    const id = zulip.open('brand new', ['alice', 'bob'], true);
    await expect.poll(() => scene.idOf('brand new')).toBe(`stream/${id}`);
    zulip.archive('brand new');
    await expect.poll(() => scene.known('brand new')).toBeUndefined();
    zulip.renameUser('bob', 'Robert Brown');
    await expect.poll(() => scene.idOf('Robert Brown')).toBe('dm/9');
    zulip.renameRealm('The new team');
    await expect.poll(async () => (await scene.channels()).server?.name).toBe('The new team');
    zulip.renameUser('bob', 'Bob Brown');
    zulip.readStream('alice', 'design');
    await scene.agrees();
  },
);
