import { describe, expect, it } from 'vitest';
import { listen } from './listener';
import { kinds, notified } from '../listening.test-support';
import { fakePort, json, live, start } from './listener.test-support';

const changed = (key: string, ...args: readonly unknown[]): string =>
  JSON.stringify({
    msg: 'changed',
    collection: 'stream-notify-user',
    fields: { eventName: `u1/${key}`, args },
  });
const sent = (id: string, more: object = {}): unknown => ({
  title: '#general',
  text: 'bob: hello',
  payload: { _id: id, rid: 'r1', sender: { username: 'bob' }, type: 'c', message: { msg: 'hello' } },
  ...more,
});

/** A server that refuses as Meteor does. */
const refusal = (error: unknown, reason = ''): Error => Object.assign(new Error(reason), { error, reason });

describe('listening to Rocket.Chat', () => {
  it('J40 signs in with the login of the page, hears before it asks, and tells all rooms', async () => {
    const port = await live(fakePort());
    expect(port.sent.slice(0, 3)).toMatchObject([
      { msg: 'connect' },
      { msg: 'method', method: 'login', params: [{ resume: 't1' }] },
      { msg: 'sub', name: 'stream-notify-user', params: ['u1/notification', { useCollection: false }] },
    ]);
    expect(kinds(port)).toEqual(['own-names', 'channels', 'live']);
    expect(port.told[1]).toMatchObject({
      channels: [{ id: 'r1', name: 'general', unread: 1, lastActivityMs: 900 }],
    });
    expect(port.remembered.at(-1)).toEqual({ userId: 'u1', sinceMs: 1000, heard: [] });
  });

  it('J40 takes the login that belongs to the root of the server', async () => {
    const port = fakePort({
      '/chat/api/info': json({ version: '8.1' }),
      '/chat/api/v1/me': json({ username: 'a' }),
    });
    const values = {
      'Meteor.userId': 'other',
      'Meteor.loginToken': 'other',
      'Meteor.userId:/:/chat': 'u1',
      'Meteor.loginToken:/:/chat': 'of the root',
    };
    listen({ ...start, url: 'https://chat.example.org/chat/', credentials: { cookies: {}, values } }, port);
    await port.settle();
    expect(port.sent[1]).toMatchObject({ params: [{ resume: 'of the root' }] });
    expect(port.asked[0]).toBe('/chat/api/info');
  });

  it.each([
    ['refused', { login: refusal(403, 'Login token expired') }, {}],
    ['refused', {}, { '/api/v1/me': { status: 401 } }],
    ['lost', { login: refusal('too-many-requests') }, {}],
    ['unfit', {}, { '/api/v1/subscriptions.get': { status: 404 } }],
    ['unfit', {}, { '/api/v1/rooms.get': { text: '{"success":false}' } }],
    ['unfit', {}, { '/api/info': { text: '<html>' } }],
    ['unfit', {}, { '/api/info': { status: 404 } }],
    ['lost', {}, { '/api/info': { status: 502 } }],
    ['lost', {}, { '/api/info': { status: 302, headers: { location: 'https://portal.example.net/' } } }],
  ] as const)('J41 ends as %s where the server says %o %o', async (why, methods, answers) => {
    expect((await live(fakePort(answers, methods))).ends[0]?.[0]).toBe(why);
  });

  it('J41 what was a Rocket.Chat before is lost and not unfit', async () => {
    const resume = { userId: 'u1', sinceMs: 500, heard: [] };
    const port = await live(fakePort({ '/api/info': { text: '<html>' } }), resume);
    expect(port.ends.map(([why]) => why)).toEqual(['lost']);
    const cut = await live(fakePort());
    cut.close();
    expect(cut.ends).toEqual([['lost', 'the line is cut']]);
    const none = await live(fakePort());
    none.close(404);
    expect(none.ends[0]?.[0]).toBe('unfit');
  });

  it('J41 a login that the server ends is refused', async () => {
    const port = await live(fakePort());
    port.say(changed('force_logout'));
    expect(port.ends[0]?.[0]).toBe('refused');
  });

  it('J42 answers a ping, and asks for a sign of life where nothing comes', async () => {
    const port = await live(fakePort());
    port.say('{"msg":"ping","id":"7"}');
    expect(port.sent.at(-1)).toEqual({ msg: 'pong', id: '7' });
    port.pass(40_000);
    expect(port.sent.at(-1)).toEqual({ msg: 'ping' });
    port.say('{"msg":"pong"}');
    port.pass(15_000);
    expect(port.ends).toEqual([]);
    port.pass(40_000);
    port.pass(15_000);
    expect(port.ends).toEqual([['lost', 'the line is cut']]);
  });

  it('J43 tells a room before what is notified of it, also one that nothing was said of', async () => {
    const port = await live(fakePort());
    port.say(
      changed('notification', {
        ...(sent('m1') as object),
        payload: { _id: 'm1', rid: 'new', type: 'd', sender: { username: 'bob' } },
      }),
    );
    expect(port.told.slice(-2)).toMatchObject([
      { kind: 'channels-changed', channels: [{ id: 'new', kind: 'direct', name: 'bob' }] },
      { kind: 'notification', channelId: 'new', mention: 'unknown', sender: 'bob' },
    ]);
  });

  it('J43 tells each message once, by words, tag and id of the page', async () => {
    const port = await live(fakePort());
    port.say(changed('notification', sent('m1')));
    port.say(changed('notification', sent('m1')));
    port.say(changed('notification', { text: 'no room', payload: { _id: 'm2' } }));
    expect(notified(port)).toEqual(['m1']);
    expect(port.told.at(-1)).toMatchObject({
      title: '#general',
      body: 'bob: hello',
      tag: 'm1',
      mention: 'none',
    });
  });

  it('J44 waits as long as the server wants before it asks for what was missed', async () => {
    const limited = {
      status: 429,
      headers: { 'x-ratelimit-reset': '20000', date: new Date(10_000).toUTCString() },
    };
    const port = await live(fakePort({ '/api/v1/chat.syncMessages': limited }), {
      userId: 'u1',
      sinceMs: 500,
      heard: [['m0', 0]],
    });
    const count = () => port.asked.filter((path) => path.includes('syncMessages')).length;
    expect(count()).toBe(1);
    port.pass(10_000);
    await port.settle();
    expect(count()).toBe(1);
    port.pass(500);
    await port.settle();
    expect(count()).toBe(2);
    // What is missing is still missing for the next.
    expect(port.remembered.every((one) => 'sinceMs' in one && one.sinceMs === 500)).toBe(true);
  });

  it('J44 tells what was missed and was not told, and remembers it', async () => {
    const messages = ['m0', 'm1'].map((_id, index) => ({
      _id,
      rid: 'r1',
      msg: '@alice look',
      u: { _id: 'u2', username: 'bob' },
      ts: new Date(950 + index).toISOString(),
    }));
    const answer = json({
      result: { updated: [...messages, { ...messages[0], _id: 'old', ts: '1970-01-01T00:00:00Z' }] },
    });
    const port = await live(fakePort({ '/api/v1/chat.syncMessages': answer }), {
      userId: 'u1',
      sinceMs: 500,
      heard: [['m0', 0]],
    });
    expect(notified(port)).toEqual(['m1']);
    expect(port.told.at(-1)).toMatchObject({
      title: '#general',
      body: 'bob: @alice look',
      mention: 'personal',
      sentAtMs: 951,
    });
    expect(port.remembered.at(-1)).toEqual({
      userId: 'u1',
      sinceMs: 500,
      heard: [
        ['m0', 0],
        ['m1', 0],
      ],
    });
  });
});
