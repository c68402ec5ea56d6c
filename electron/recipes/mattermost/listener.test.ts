import { describe, expect, it } from 'vitest';
import { kinds, notified, type FakePort } from '../listening.test-support';
import { listen } from './listener';
import { fakePort, hello, json, live, posted, start } from './listener.test-support';

const event = (seq: number, name: string, data: object, broadcast: object = {}): string =>
  JSON.stringify({ event: name, data, broadcast, seq });
const lastChannel = ({ told }: FakePort) =>
  told.findLast((one) => one.kind === 'channels-changed' || one.kind === 'channels');
const resume = { userId: 'me', sinceMs: 500, heard: [], connectionId: 'line', sequence: 7 };

describe('listening to Mattermost', () => {
  it('J60 opens the line with the cookies of the session, then asks for all, and tells it', async () => {
    const port = await live(fakePort());
    expect(port.connected).toEqual([
      {
        url: 'wss://chat.example.org/api/v4/websocket?connection_id=&sequence_number=0',
        headers: { cookie: 'MMAUTHTOKEN=token; MMUSERID=me; MMCSRF=csrf' },
      },
    ]);
    expect(kinds(port)).toEqual(['own-names', 'channels', 'live']);
    expect(port.told[1]).toMatchObject({ channels: [{ id: 'c1', name: 'Builds', unread: 2, mentions: 0 }] });
    expect(port.remembered.at(-1)).toEqual({ ...resume, sinceMs: 1000, sequence: 1 });
    expect(port.sent.map((one) => (one as { action: string }).action)).toEqual([
      'ping',
      'user_update_active_status',
    ]);
  });

  it.each([
    ['refused', { '/api/v4/users/me': { status: 401 } }],
    ['lost', { '/api/v4/users/me': { status: 401, headers: { 'www-authenticate': 'Basic' } } }],
    ['unfit', { '/api/v4/users/me/teams': { status: 404 } }],
    ['unfit', { '/api/v4/config/client': { text: '<html>' } }],
    ['lost', { '/api/v4/config/client': { status: 503 } }],
  ] as const)('J61 ends as %s where the server says %o', async (why, answers) => {
    const port = await live(fakePort(answers));
    for (let tries = 0; tries < 5; tries += 1) {
      port.pass(3000);
      await port.settle();
    }
    expect(port.ends[0]?.[0]).toBe(why);
  });

  it('J61 without its cookie there is nobody, and what was heard before is never unfit', async () => {
    const port = fakePort();
    listen({ ...start, credentials: { cookies: {}, values: {} } }, port);
    await port.settle();
    expect(port.ends[0]?.[0]).toBe('refused');
    const strange = await live(fakePort({ '/api/v4/config/client': { text: '<html>' } }), resume);
    expect(strange.ends[0]?.[0]).toBe('lost');
    const cut = await live(fakePort());
    cut.close(404);
    expect(cut.ends[0]?.[0]).toBe('unfit');
  });

  it('J62 asks once a minute whether the session is known: that it ended, nobody says', async () => {
    const port = await live(fakePort());
    port.pass(60_000);
    expect(port.sent.at(-1)).toMatchObject({ action: 'ping' });
    await port.settle();
    port.pass(15_000);
    expect(port.ends).toEqual([]);
    const answers = { status: 401 };
    const over = await live(fakePort({ '/api/v4/users/me': answers }, [], { error: { status_code: 401 } }));
    expect(over.ends).toEqual([['refused', 'the session is over']]);
  });

  it('J62 goes on where the last line ended, and begins anew where something is missing', async () => {
    const port = await live(fakePort({}, []), resume);
    expect(port.connected[0]?.url).toContain('?connection_id=line&sequence_number=7');
    expect(kinds(port)).toEqual(['own-names', 'channels', 'live']);
    port.say(posted(7, 'p1'));
    expect(port.remembered.at(-1)).toMatchObject({ connectionId: 'line', sequence: 8 });
    port.say(posted(9, 'p3'));
    expect(port.ends).toEqual([['lost', 'something of the line is missing']]);
    expect(port.remembered.at(-1)).toMatchObject({ connectionId: '', sequence: 0 });
    const other = await live(fakePort({}, [hello('another')]), resume);
    expect(other.remembered.at(-1)).toMatchObject({ connectionId: 'another', sequence: 1 });
  });

  it('J63 counts what it hears as the server does, without asking', async () => {
    const port = await live(fakePort());
    const asked = port.asked.length;
    port.say(posted(1, 'p1'));
    expect(lastChannel(port)).toMatchObject({ channels: [{ unread: 3, mentions: 1 }] });
    // In an answer before: counted already.
    port.say(posted(2, 'old', { post: { create_at: 1000 } }));
    port.say(posted(3, 'p3', { post: { type: 'system_join_channel' } }));
    port.say(event(4, 'multiple_channels_viewed', { channel_times: { c1: 2003 } }));
    port.pass(50);
    expect(lastChannel(port)).toMatchObject({ channels: [{ unread: 0, mentions: 0 }] });
    expect(kinds(port).at(-1)).toBe('read');
    port.say(
      event(
        5,
        'post_unread',
        { msg_count: 5, mention_count: 1, msg_count_root: 5, mention_count_root: 1 },
        { channel_id: 'c1' },
      ),
    );
    port.say(
      event(6, 'thread_updated', {
        thread: JSON.stringify({ id: 'r', unread_replies: 2, post: { channel_id: 'c1' } }),
      }),
    );
    port.pass(50);
    expect(lastChannel(port)).toMatchObject({ channels: [{ unread: 3, mentions: 1 }] });
    port.say(posted(7, 'mine', { post: { user_id: 'me' }, data: { mentions: undefined } }));
    port.say(event(8, 'thread_read_changed', { thread_id: 'r', unread_replies: 0, unread_mentions: 0 }));
    port.pass(50);
    expect(lastChannel(port)).toMatchObject({ channels: [{ unread: 0 }] });
    expect(port.asked).toHaveLength(asked);
  });

  it('J63 asks again for what changed while it was asked, and for what an event does not say', async () => {
    const port = fakePort();
    listen(start, port);
    await Promise.resolve();
    port.pass(0);
    await port.settle();
    const count = () => port.asked.filter((path) => path === '/api/v4/channels/c1').length;
    port.say(event(1, 'channel_restored', {}, { channel_id: 'c1' }));
    await port.settle();
    expect(count()).toBe(1);
    port.say(event(2, 'channel_viewed', { channel_id: 'c1' }));
    port.say(event(3, 'multiple_channels_viewed', { channel_times: { c1: 10 } }));
    await port.settle();
    expect(count()).toBe(2);
  });

  it.each([
    [true, {}, {}],
    [false, { user_id: 'me' }, {}],
    [true, { user_id: 'me', props: { from_webhook: 'true' } }, {}],
    [false, { type: 'system_header_change' }, {}],
    [true, { type: 'system_add_to_channel', props: { addedUserId: 'me' } }, {}],
    [false, {}, { mentions: undefined }],
    // A reply: who follows the thread is meant.
    [true, { root_id: 'r' }, { mentions: undefined, followers: '["me"]' }],
    [false, { root_id: 'r' }, { mentions: undefined, followers: '["bob"]' }],
  ])('J64 is notified (%s) of %o with %o as by the web client', async (isNotified, post, data) => {
    const port = await live(fakePort());
    port.say(posted(1, 'p1', { post, data }));
    expect(notified(port)).toEqual(isNotified ? ['p1'] : []);
  });

  it('J64 by the words of the web client: without Markdown, files, people as the person wants to see them', async () => {
    const format = json([{ category: 'display_settings', name: 'name_format', value: 'full_name' }]);
    const bob = json([{ id: 'bob', username: 'bob', first_name: 'Bob', last_name: 'Brown' }]);
    const port = await live(fakePort({ '/api/v4/users/me/preferences': format, '/api/v4/users/ids': bob }));
    port.say(posted(1, 'p1', { post: { message: '**deploy** [this](https://x.test)\n> now' } }));
    await port.settle();
    expect(port.told.at(-1)).toMatchObject({
      title: 'Builds',
      body: '@Bob Brown: deploy this now',
      sender: 'bob',
      mention: 'personal',
    });
    port.say(posted(2, 'p2', { post: { message: '' }, data: { image: 'true' } }));
    expect(port.told.at(-1)).toMatchObject({ body: '@Bob Brown uploaded an image', mention: 'group' });
    port.say(posted(2, 'p2'));
    expect(notified(port)).toEqual(['p1', 'p2']);
  });

  it('J65 tells what was missed where something is unread, waits as long as it has to, and remembers it', async () => {
    const posts = ['p0', 'p1', 'seen'].map((id, at) => ({
      id,
      channel_id: 'c1',
      user_id: 'bob',
      root_id: '',
      type: '',
      message: 'for @channel.',
      create_at: id === 'seen' ? 800 : 990 + at,
    }));
    const answers = {
      '/api/v4/channels/c1/posts': json({ posts: Object.fromEntries(posts.map((one) => [one.id, one])) }),
    };
    const port = await live(fakePort(answers), { ...resume, heard: [['p0', 0]] });
    expect(port.asked.filter((path) => !path.includes('/me'))).toEqual([
      '/api/v4/config/client?format=old',
      '/api/v4/config/client?format=old',
      '/api/v4/channels/c1/posts?since=500',
      '/api/v4/users/ids',
    ]);
    expect(notified(port)).toEqual(['p1']);
    expect(port.told.at(-1)).toMatchObject({
      body: '@Someone: for @channel.',
      mention: 'group',
      sentAtMs: 991,
    });
    const limited = { status: 429, headers: { 'retry-after': '20' } };
    const late = await live(fakePort({ '/api/v4/channels/c1/posts': limited }), resume);
    const count = () => late.asked.filter((path) => path.includes('posts?')).length;
    late.pass(19_000);
    await late.settle();
    expect(count()).toBe(1);
    late.pass(1000);
    await late.settle();
    expect(count()).toBe(2);
    expect(late.remembered).toEqual([]);
  });
});
