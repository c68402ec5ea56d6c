import { expect, test } from '@playwright/test';
import { listen } from '../../../electron/recipes/mattermost/listener';
import { expectEachOnce } from '../../support/each-once.js';
import {
  cookiesByName,
  notifiedIds,
  pauseUpTo,
  unreadById,
  withListeners,
  type WithListeners,
} from '../lib/listeners.js';
import { listenOver, type ListeningLine } from '../lib/listening-line.js';
import { type Mattermost, type MattermostOptions, startMattermost } from './mattermost.js';

const withMattermost = (
  options: MattermostOptions,
  use: WithListeners<Mattermost, [url?: string]>,
): Promise<void> =>
  withListeners(
    listen,
    startMattermost(options),
    async (server, url = `${server.url}/`) => ({
      url,
      credentials: { cookies: cookiesByName(await server.cookiesFor('alice')), values: {} },
    }),
    use,
  );

/** Counts as the server has them, by channel. */
async function countsOf(server: Mattermost) {
  const channels = (await server.truth())['alice'] ?? [];
  return Object.fromEntries(channels.map(({ id, unread, threadReplies }) => [id, unread + threadReplies]));
}
const wordsOf = (line: ListeningLine) => line.notifications().map(({ body }) => body.replace(/^@\w+: /, ''));

test('Mattermost: what a listener tells is what the server has, and each message is notified once', async () => {
  await withMattermost({}, async (server, open) => {
    await server.say('engineering/builds', 'bob', '@alice before anybody listened');
    const line = await open();
    await line.live();
    expect(unreadById(line)).toEqual(await countsOf(server));
    expect(line.told.items.map(({ kind }) => kind)).toEqual(['own-names', 'channels', 'live']);

    const post = await server.say(
      'engineering/builds',
      'bob',
      '@alice look **here**, [there](https://x.test)',
    );
    const channelId = await server.channelId('engineering/builds');
    expect(await line.notificationOf('look')).toEqual({
      kind: 'notification',
      title: 'Builds',
      body: '@bob: @alice look here, there',
      tag: post.id,
      channelId,
      sender: 'bob',
      mention: 'personal',
      isThreadReply: false,
      messageId: post.id,
      sentAtMs: post.create_at,
    });
    expect(line.channels().get(channelId)).toMatchObject({ name: 'Builds', unread: 2, mentions: 2 });
    await server.say('alice,bob', 'bob', 'between us');
    expect(await line.notificationOf('between us')).toMatchObject({
      title: 'Direct Message',
      mention: 'none',
    });
    expect(line.channels().get(await server.channelId('alice,bob'))).toMatchObject({
      name: 'bob',
      kind: 'direct',
      mentions: 1,
    });
    await server.say('alice,bob,carol', 'carol', 'among a few');
    expect((await line.notificationOf('among a few')).title).toBe('bob, carol');
    // By the vendor's default only mentions are notified.
    await server.say('engineering/leads', 'bob', 'nobody is meant');
    await server.say('engineering/leads', 'bob', '@all for everybody');
    expect(await line.notificationOf('everybody')).toMatchObject({ mention: 'group' });
    await server.muteElsewhere('garden/roses', 'alice');
    await server.say('garden/roses', 'bob', '@alice into a muted channel');
    const mine = await server.say('engineering/builds', 'alice', 'who knows, @alice');
    await server.reply(mine.id, 'bob', 'in a thread');
    expect(await line.notificationOf('in a thread')).toMatchObject({
      isThreadReply: true,
      title: 'Reply in Builds',
    });
    await server.edit(post.id, 'bob', '@alice look there');
    await server.remove(post.id, 'bob');
    await expect.poll(() => unreadById(line)).toEqual(await countsOf(server));
    await server.setStatus('alice', 'dnd');
    await server.say('alice,bob', 'bob', 'not now');
    await server.setStatus('alice', 'online');
    await server.readElsewhere('alice,bob', 'alice');
    await line.told.find((one) => one.kind === 'read');
    await server.readThreadElsewhere(mine.id, 'alice');
    await server.markUnreadElsewhere(mine.id, 'alice');
    await server.rename('engineering/leads', 'alice', 'Heads');
    await server.leave('garden/roses', 'alice');
    await server.collapseThreads('alice', false);
    await expect.poll(() => unreadById(line)).toEqual(await countsOf(server));
    await expect.poll(() => [...line.channels().values()].some(({ name }) => name === 'Heads')).toBe(true);
    expect(wordsOf(line)).toEqual([
      '@alice look here, there',
      'between us',
      'among a few',
      '@all for everybody',
      'in a thread',
    ]);
  });
});

for (const isResumed of [true, false])
  test(`Mattermost: of messages that flow while the line is cut twenty times each is notified once${isResumed ? '' : ', though the server lost its place'}`, async () => {
    await withMattermost({}, async (server, open) => {
      const line = await open();
      await line.live();
      const first = await server.say('engineering/builds', 'alice', 'a thread begins');
      await server.muteElsewhere('garden/roses', 'alice');
      const wanted: string[] = [];
      const refs = [
        'engineering/builds',
        'garden/roses',
        'alice,bob',
        'alice,bob,carol',
        'engineering/leads',
      ];
      for (let cut = 0; cut < 20; cut += 1) {
        const at = Math.floor(Math.random() * 10);
        // Every other cut is of a line that is live, the others are of whatever there is.
        if (cut % 2 === 0) await line.live(line.count());
        for (let index = 0; index < 10; index += 1) {
          if (index === at) {
            const pause = pauseUpTo(20);
            line.cut(isResumed ? pause : pause.then(() => server.restart()));
          } else if (Math.random() < 0.3) await pauseUpTo(8);
          const ref = refs[index % refs.length] ?? '';
          const text = `@alice ${cut}/${index}`;
          const { id } = await (index === 5
            ? server.reply(first.id, 'bob', text)
            : server.say(ref, 'bob', text));
          if (index === 5 || ref !== 'garden/roses') wanted.push(id);
          // Whoever writes has read what is there.
          if (index === 7) await server.say('engineering/town-square', 'alice', `my own ${cut}`);
        }
      }
      await expectEachOnce(wanted, () => notifiedIds(line));
      await expect.poll(() => unreadById(line)).toEqual(await countsOf(server));
    });
  });

test('Mattermost: what was missed is told as the person wants it, and nothing that they read, is gone, or is their own', async () => {
  await withMattermost({}, async (server, open) => {
    const line = await open();
    await line.live();
    const thread = await server.say('engineering/leads', 'alice', 'a thread begins');
    const foreign = await server.say('engineering/leads', 'bob', 'a thread of others');
    await server.muteElsewhere('garden/roses', 'alice');
    const back: { come: () => void } = { come: () => undefined };
    line.cut(new Promise<void>((resolve) => void (back.come = resolve)));
    await server.restart();
    const direct = await server.say('alice,bob', 'bob', 'a *direct* one');
    await server.say('garden/roses', 'bob', '@alice muted');
    await server.say('engineering/leads', 'bob', 'nobody is meant');
    const all = await server.say('engineering/leads', 'bob', 'for @all.');
    const reply = await server.reply(thread.id, 'bob', 'a reply');
    await server.reply(foreign.id, 'bob', 'a reply to others');
    await server.say('engineering/builds', 'bob', '@alice read elsewhere');
    await server.readElsewhere('engineering/builds', 'alice');
    const edited = await server.say('alice,bob,carol', 'carol', 'wrogn');
    await server.edit(edited.id, 'carol', 'wrong no more');
    const gone = await server.say('alice,bob,carol', 'bob', 'taken back');
    await server.remove(gone.id, 'bob');
    server.faults.answerWith(
      { status: 429, headers: { 'retry-after': '1' } },
      { path: /\/posts\?since/, times: 1 },
    );
    back.come();
    await line.live(2);
    await expect.poll(() => wordsOf(line)).toHaveLength(4);
    const told = Object.fromEntries(line.notifications().map((one) => [one.messageId, one]));
    expect(told[direct.id]).toMatchObject({
      title: 'Direct Message',
      body: '@bob: a direct one',
      sender: 'bob',
    });
    expect(told[all.id]).toMatchObject({ title: 'Leads', mention: 'group', sentAtMs: all.create_at });
    expect(told[reply.id]).toMatchObject({ title: 'Reply in Leads', isThreadReply: true });
    expect(told[edited.id]).toMatchObject({ title: 'bob, carol', body: '@carol: wrong no more' });
    // All is told: it is the next that comes.
    await server.say('alice,bob', 'bob', 'and on');
    await line.notificationOf('and on');
    expect(line.notifications()).toHaveLength(5);
  });
});

test('Mattermost: a session that ended is refused, an event that got lost makes a new line', async () => {
  await withMattermost({ collapsesThreads: false }, async (server, open) => {
    const line = await open();
    await line.live();
    await server.instances[0]?.loseNextEvent('alice');
    await server.say('alice,bob', 'bob', 'lost on its way');
    await server.say('alice,bob', 'bob', 'shows the gap');
    await line.live(2);
    await line.notificationOf('lost on its way');
    await line.notificationOf('shows the gap');
    expect(line.notifications()).toHaveLength(2);
    await server.signOut('alice');
    line.cut();
    expect(await line.ends.find(([why]) => why === 'refused')).toEqual(['refused', 'the session is over']);
  });
});

test('Mattermost: found on a path of its host and in an old version; not where there is none', async () => {
  await withMattermost({ subPath: '/chat', version: '5.39.0' }, async (server, open) => {
    const line = await open(`${server.url}/engineering/channels/builds`);
    await line.live();
    await server.say('alice,bob', 'bob', 'below a path');
    await line.notificationOf('below a path');
    await server.readElsewhere('alice,bob', 'alice');
    await expect.poll(() => unreadById(line)).toEqual(await countsOf(server));
    const elsewhere = listenOver(listen, {
      url: `${new URL(server.url).origin}/other`,
      credentials: { cookies: {}, values: {} },
    });
    expect((await elsewhere.ends.find(() => true))[0]).toBe('unfit');
    server.dropSockets();
    await line.live(2);
  });
});
