import { expect, test } from '@playwright/test';
import type { Level } from '../../electron/core/model/rule';
import { roomsOf, startElementScene, truthOf, type ElementScene } from '../support/element-scene';
import { channelsOf } from '../support/lounge-truth';
import { shown } from '../support/shown';

// What Foyer knows of the rooms of an Element page, against what the Matrix server holds.
test.describe.configure({ mode: 'serial' });

let scene: ElementScene;

test.beforeAll(async () => {
  scene = await startElementScene();
});

test.afterAll(async () => {
  await scene?.stop();
});

test(
  'C1 C4 says that nobody is signed in, then lists what the server lists',
  shown('element', 'signed-in', 'list'),
  async () => {
    await expect.poll(() => scene.adapter()).toBe('signed-out');
    await expect(scene.onBar(/Chat of alice/)).toHaveAccessibleName(/signed out/);
    await scene.signIn();
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
    const { channels, server, adapter } = await channelsOf(scene.foyer.shell, 'alice');
    expect(channels?.map(({ name, kind }) => `${kind} ${name}`).toSorted()).toEqual([
      'private Leads',
      'private Surprise',
      'public Builds',
      'public General',
    ]);
    expect(adapter).toMatchObject({
      kind: 'speaking',
      canOpen: true,
      mutes: ['all', 'mentions', 'none'],
      ownNames: ['Alice Adams', 'alice'],
    });
    await expect
      .poll(async () => (await channelsOf(scene.foyer.shell, 'alice')).server)
      .toEqual({ name: 'chat.test', version: 'Synapse 1.140.0' });
    expect(server?.name).toBe('chat.test');
  },
);

test(
  'C2 counts are right after a message, mentions of one and of all, and what is read elsewhere',
  shown('element', 'message', 'mention', 'group-mention', 'read-elsewhere'),
  async () => {
    const { matrix } = scene;
    await matrix.say('General', 'bob', 'nothing for anybody');
    await expect.poll(() => scene.known('General')).toEqual({ unread: 1, mentions: 0, muted: false });
    await matrix.say('General', 'bob', 'and this, @alice');
    await expect.poll(() => scene.known('General')).toEqual({ unread: 2, mentions: 1, muted: false });
    await matrix.say('Builds', 'carol', '@room, look');
    await expect.poll(() => scene.known('Builds')).toEqual({ unread: 1, mentions: 1, muted: false });
    await matrix.say('alice,bob', 'bob', 'between us');
    await expect.poll(() => scene.known('Bob')).toEqual({ unread: 1, mentions: 1, muted: false });
    await matrix.say('alice,bob,carol', 'bob', 'the three of us');
    await expect.poll(() => scene.known('Bob and Carol')).toEqual({ unread: 1, mentions: 1, muted: false });
    expect(await roomsOf(scene)).toEqual(await truthOf(scene));
    await matrix.readElsewhere('General', 'alice');
    await expect.poll(() => scene.known('General')).toEqual({ unread: 0, mentions: 0, muted: false });
    for (const name of ['Builds', 'alice,bob', 'alice,bob,carol']) await matrix.readElsewhere(name, 'alice');
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
  },
);

test(
  'C2 threads are counted with their room, an edit is no message, what is taken back is none any more',
  shown('element', 'thread-reply', 'edit'),
  async () => {
    const { matrix } = scene;
    const root = await matrix.say('Builds', 'bob', 'a topic');
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 1, mentions: 0 });
    await matrix.reply(root.event_id, 'carol', 'what do you think, @alice');
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 2, mentions: 1 });
    await matrix.edit(root.event_id, 'bob', 'a topic for @alice');
    const gone = await matrix.say('Builds', 'bob', 'one more');
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 3, mentions: 1 });
    await matrix.remove(gone.event_id, 'bob');
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 2, mentions: 1 });
    expect(await roomsOf(scene)).toEqual(await truthOf(scene));
    await matrix.readThreadElsewhere(root.event_id, 'alice');
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 1, mentions: 0 });
    await matrix.readElsewhere('Builds', 'alice');
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 0, mentions: 0 });
    await matrix.markUnreadElsewhere('Builds', 'alice');
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 1, mentions: 0 });
    await matrix.markUnreadElsewhere('Builds', 'alice', false);
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 0 });
  },
);

test(
  'C22 marks a room as read on the server, threads and marks along, and all of a service',
  shown('element', 'mark-read'),
  async () => {
    const { matrix } = scene;
    const root = await matrix.say('Builds', 'bob', 'one more topic');
    await matrix.reply(root.event_id, 'carol', 'what now, @alice');
    await matrix.say('General', 'bob', 'read this, @alice');
    await matrix.say('alice,bob', 'bob', 'between us again');
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 2, mentions: 1 });
    await expect.poll(() => scene.known('Bob')).toMatchObject({ unread: 1 });
    const channelId = await scene.idOf('Builds');
    await scene.command('channel.mark-read', { serviceId: 'alice', channelId });
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 0, mentions: 0 });
    expect(await scene.known('Bob')).toMatchObject({ unread: 1 });
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
    await matrix.markUnreadElsewhere('Builds', 'alice');
    await expect.poll(() => scene.known('Builds')).toMatchObject({ unread: 1 });
    await scene.command('service.mark-read', { serviceId: 'alice' });
    for (const name of ['Builds', 'General', 'Bob'])
      await expect.poll(() => scene.known(name)).toMatchObject({ unread: 0, mentions: 0 });
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
  },
);

test(
  'C3 mutes by the server’s rules: from here and elsewhere, wholly or but for mentions',
  shown('element', 'mute', 'mute-elsewhere'),
  async () => {
    const { matrix } = scene;
    const channelId = await scene.idOf('General');
    const level = async () => (await truthOf(scene)).find(({ id }) => id === channelId)?.level;
    const set = (to: Level) => scene.command('channel.mute', { serviceId: 'alice', channelId, level: to });
    const heard = () =>
      scene.desktop.notifications().filter(({ title }) => title.includes('(General)')).length;
    const heardBefore = heard();
    await set('none');
    await expect.poll(level).toBe('none');
    await expect.poll(() => scene.known('General')).toMatchObject({ muted: true });
    await matrix.say('General', 'bob', 'you will not hear this, @alice');
    const next = scene.desktop.nextNotification((one) => one.title.includes('Builds'));
    await matrix.say('Builds', 'bob', 'but this');
    await next;
    expect(heard()).toBe(heardBefore);
    await expect.poll(() => scene.known('General')).toEqual({ unread: 1, mentions: 0, muted: true });
    // The invitation.
    await expect(scene.onBar(/Chat of alice/)).toHaveAccessibleName(/, 1 unread message/);
    await set('mentions');
    await expect.poll(level).toBe('mentions');
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
    await matrix.say('General', 'bob', 'not notified');
    await expect.poll(() => scene.known('General')).toEqual({ unread: 2, mentions: 0, muted: false });
    await matrix.say('General', 'bob', 'notified, @alice');
    await expect.poll(() => scene.known('General')).toEqual({ unread: 3, mentions: 1, muted: false });
    await set('all');
    await expect.poll(level).toBe('all');
    for (const to of ['none', 'mentions', 'all'] as const) {
      await matrix.setLevelElsewhere('General', 'alice', to);
      await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
    }
    for (const name of ['General', 'Builds']) await matrix.readElsewhere(name, 'alice');
  },
);
