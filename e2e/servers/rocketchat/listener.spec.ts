import { expect, test } from '@playwright/test';
import { adapter } from '../../../electron/recipes/rocketchat/adapter';
import { listen } from '../../../electron/recipes/rocketchat/listener';
import { expectEachOnce } from '../../support/each-once.js';
import { notifiedIds, pauseUpTo, unreadById, withListeners, type WithListeners } from '../lib/listeners.js';
import { listenOver } from '../lib/listening-line.js';
import { type RocketChat, type RocketChatOptions, startRocketChat } from './rocketchat.js';

const withRocketChat = (
  options: RocketChatOptions,
  use: WithListeners<RocketChat, [url?: string]>,
): Promise<void> =>
  withListeners(
    listen,
    startRocketChat(options),
    async (server, url = server.url) => ({
      url,
      credentials: { cookies: {}, values: await server.storageFor('alice') },
    }),
    use,
  );

/** Counts as the server has them, by the names on screen, for all but hidden rooms. */
async function countsOf(server: RocketChat) {
  const rooms = (await server.truth())['alice'] ?? [];
  return Object.fromEntries(
    rooms
      .filter(({ hidden }) => !hidden)
      .map(({ rid, unread, threads, alert }) => [rid, Math.max(unread + threads, alert ? 1 : 0)]),
  );
}

test('Rocket.Chat: what a listener tells is what the server has, and each message is notified once', async () => {
  await withRocketChat({}, async (server, open) => {
    await server.say('general', 'bob', '@alice before anybody listened');
    const line = await open();
    await line.live();
    expect(unreadById(line)).toEqual(await countsOf(server));
    expect(line.channels().get(await server.roomId('alice,bob,carol'))?.kind).toBe('group');
    expect(line.told.items.map(({ kind }) => kind)).toEqual(['own-names', 'channels', 'live']);

    const { _id } = await server.say('general', 'bob', '@alice look <b>here</b>');
    const rid = await server.roomId('general');
    expect(await line.notificationOf('look')).toEqual({
      kind: 'notification',
      title: '#general',
      body: 'bob: @alice look here',
      iconUrl: `${server.url}avatar/bob`,
      tag: _id,
      channelId: rid,
      sender: 'bob',
      mention: 'personal',
      isThreadReply: false,
      messageId: _id,
    });
    expect(line.channels().get(rid)).toMatchObject({ unread: 2, mentions: 2 });
    await server.say('alice,bob', 'bob', 'between us');
    expect(await line.notificationOf('between us')).toMatchObject({
      title: 'bob',
      body: 'between us',
      mention: 'none',
    });
    const first = await server.say('busy', 'alice', 'who knows');
    await server.say('busy', 'bob', 'in a thread', { thread: first._id });
    expect(await line.notificationOf('in a thread')).toMatchObject({ isThreadReply: true, title: '#busy' });
    await server.muteElsewhere('busy', 'alice');
    await server.say('busy', 'bob', '@alice into a muted room');
    await server.preferElsewhere('private', 'alice', 'desktopNotifications', 'mentions');
    await server.say('private', 'bob', 'nobody is meant');
    await server.say('private', 'bob', '@alice is meant');
    await line.notificationOf('is meant');
    await server.edit(_id, 'bob', '@alice look there');
    await server.readElsewhere('general', 'alice');
    await line.told.find((one) => one.kind === 'read' && one.channelId === rid);
    const fresh = await server.begin('carol', 'alice');
    await server.say(fresh, 'carol', 'a new conversation');
    await line.notificationOf('a new conversation');
    expect(line.channels().get(fresh)).toMatchObject({ kind: 'direct', name: 'carol', unread: 1 });
    await server.hide('general', 'alice');
    await expect.poll(() => line.channels().has(rid)).toBe(false);
    await server.leave('private', 'alice');
    await expect.poll(() => unreadById(line)).toEqual(await countsOf(server));
    expect(line.notifications().map(({ body }) => body.replace(/^\w+: /, ''))).toEqual([
      '@alice look here',
      'between us',
      'in a thread',
      '@alice is meant',
      'a new conversation',
    ]);
    expect(adapter.hasServerIds).toBe(true);
  });
});

test('Rocket.Chat: of messages that flow while the line is cut twenty times each is notified once', async () => {
  await withRocketChat({}, async (server, open) => {
    const line = await open();
    await line.live();
    const rooms = ['general', 'busy', 'private', 'alice,bob', 'alice,bob,carol'];
    const first = await server.say('general', 'alice', 'a thread begins');
    await server.muteElsewhere('busy', 'alice');
    const wanted: string[] = [];
    for (let cut = 0; cut < 20; cut += 1) {
      const at = Math.floor(Math.random() * 10);
      // Every other cut is of a line that is live, the others are of whatever there is.
      if (cut % 2 === 0) await line.live(line.count());
      for (let index = 0; index < 10; index += 1) {
        if (index === at) line.cut(pauseUpTo(20));
        // Now and then in the midst of what it asks.
        else if (Math.random() < 0.3) await pauseUpTo(8);
        const room = rooms[index % rooms.length] ?? '';
        const inThread = index === 5 ? { thread: first._id } : {};
        const { _id } = await server.say(room, 'bob', `@alice ${cut}/${index}`, inThread);
        await server.say(room, 'alice', `my own ${cut}/${index}`, inThread);
        if (room !== 'busy') wanted.push(_id);
      }
    }
    await expectEachOnce(wanted, () => notifiedIds(line));
    await expect.poll(() => unreadById(line)).toEqual(await countsOf(server));
    expect(server.requests.items.some((one) => one.includes('chat.syncMessages'))).toBe(true);
  });
});

test('Rocket.Chat: what was missed is told as the person wants it, and nothing that they read, is gone, or is their own', async () => {
  await withRocketChat({ rateLimit: { calls: 3, windowMs: 300 } }, async (server, open) => {
    const line = await open();
    await line.live();
    const first = await server.say('private', 'alice', 'a thread begins');
    await server.preferElsewhere('private', 'alice', 'desktopNotifications', 'mentions');
    await server.preferElsewhere('studio', 'alice', 'desktopNotifications', 'nothing');
    await server.muteElsewhere('busy', 'alice');
    const back: { come: () => void } = { come: () => undefined };
    line.cut(new Promise<void>((resolve) => void (back.come = resolve)));
    const direct = await server.say('alice,bob', 'bob', 'a direct one');
    await server.say('busy', 'bob', '@alice muted');
    await server.say('studio', 'carol', '@alice nothing is wanted there');
    await server.say('private', 'bob', 'nobody is meant');
    const named = await server.say('private', 'bob', 'this is for @alice.');
    const reply = await server.say('private', 'bob', 'a reply', { thread: first._id });
    await server.say('private', 'alice', '@alice my own');
    await server.say('alice,bob,carol', 'carol', 'read elsewhere');
    await server.readElsewhere('alice,bob,carol', 'alice');
    const sealed = await server.say('sealed', 'bob', 'a secret');
    const joined = await server.say('general', 'bob', 'came in', { type: 'uj' });
    const edited = await server.say('general', 'bob', 'wrogn');
    await server.edit(edited._id, 'bob', 'wrong no more');
    const gone = await server.say('general', 'bob', 'taken back');
    await server.keeper.change('messages', gone._id, () => ({ keep: 'remove' }));
    back.come();
    await line.live(2);
    const wanted = [direct, named, reply, sealed, edited].map(({ _id }) => _id);
    await expectEachOnce(wanted, () => notifiedIds(line));
    expect(joined.t).toBe('uj');
    const told = Object.fromEntries(line.notifications().map((one) => [one.messageId, one]));
    expect(told[direct._id]).toMatchObject({ title: 'bob', body: 'a direct one', tag: direct._id });
    expect(told[named._id]).toMatchObject({ title: '#private', mention: 'personal', sender: 'bob' });
    expect(told[reply._id]).toMatchObject({ body: 'bob: a reply', isThreadReply: true });
    expect(told[sealed._id]).toMatchObject({ body: '', mention: 'unknown' });
    expect(told[edited._id]).toMatchObject({
      body: 'bob: wrong no more',
      iconUrl: `${server.url}avatar/bob`,
      sentAtMs: Date.parse(edited.ts),
    });
  });
});

test('Rocket.Chat: a login that ended is refused, at once and when it is tried', async () => {
  await withRocketChat({}, async (server, open) => {
    const line = await open();
    await line.live();
    await server.signOut('alice');
    expect(await line.ends.find(() => true)).toEqual(['refused', expect.any(String)]);
    const dead = listenOver(listen, {
      url: server.url,
      credentials: { cookies: {}, values: { 'Meteor.userId': 'u', 'Meteor.loginToken': 'gone' } },
    });
    expect(await dead.ends.find(() => true)).toEqual(['refused', expect.any(String)]);
    const nobody = listenOver(listen, { url: server.url, credentials: { cookies: {}, values: {} } });
    expect((await nobody.ends.find(() => true))[0]).toBe('refused');
  });
});

test('Rocket.Chat: found below a root, behind a redirect, in an old version; not where there is none', async () => {
  await withRocketChat({ rootPath: '/chat', version: '4.8.7' }, async (server, open) => {
    const line = await open(`${server.url}channel/general`);
    await line.live();
    await server.say('general', 'bob', 'below a root');
    expect((await line.notificationOf('below a root')).iconUrl).toBe(`${server.url}avatar/bob`);
    const elsewhere = listenOver(listen, {
      url: `${new URL(server.url).origin}/other`,
      credentials: { cookies: {}, values: {} },
    });
    expect((await elsewhere.ends.find(() => true))[0]).toBe('unfit');
  });
  await withRocketChat({}, async (server, open) => {
    const line = await open(server.redirectUrl);
    await line.live();
    const stop = server.faults.refuseSockets();
    const late = await open();
    expect((await late.ends.find(() => true))[0]).toBe('unfit');
    server.dropSockets();
    expect((await line.ends.find(() => true))[0]).toBe('lost');
    stop();
    await line.live(2);
  });
});
