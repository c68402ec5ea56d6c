import { expect, test } from '@playwright/test';
import { signInSdk } from './sdk.js';
import { startZulip, type Zulip, type ZulipOptions } from './zulip.js';

// The stand-in, by the vendor's own client and by requests as the page makes them.

async function withServer(use: (zulip: Zulip) => Promise<void>, options?: ZulipOptions): Promise<void> {
  const zulip = await startZulip(options);
  try {
    await use(zulip);
  } finally {
    await zulip.stop();
  }
}

test('signs in by password for a key, tells of itself, of streams and of people', () =>
  withServer(async (zulip) => {
    const alice = await signInSdk(zulip.url, 'alice');
    expect(await alice.server.settings({})).toMatchObject({
      result: 'success',
      realm_name: 'Team chat',
      zulip_version: '11.4',
      zulip_feature_level: 421,
    });
    expect(await alice.users.me.getProfile()).toMatchObject({ full_name: 'Alice Adams', user_id: 8 });
    const { subscriptions } = (await alice.streams.subscriptions.retrieve({})) as {
      subscriptions: readonly { name: string; invite_only: boolean; is_muted: boolean }[];
    };
    expect(subscriptions.map(({ name, invite_only }) => [name, invite_only])).toEqual([
      ['general', false],
      ['design talk', false],
      ['secret', true],
    ]);
    const { streams } = (await alice.streams.retrieve({})) as { streams: readonly { name: string }[] };
    expect(streams.map(({ name }) => name)).toContain('elsewhere');
    expect(await alice.streams.getStreamId('design talk')).toMatchObject({ stream_id: 4 });
    const wrong = await signInSdk(zulip.url, 'alice', 'wrong');
    expect(wrong.config.apiKey).toBeUndefined();
    expect(await wrong.users.me.getProfile()).toMatchObject({ result: 'error', code: 'INVALID_API_KEY' });
  }));

test('messages in topics and between people, with the flags of each who gets them', () =>
  withServer(async (zulip) => {
    const [alice, bob] = await Promise.all([signInSdk(zulip.url, 'alice'), signInSdk(zulip.url, 'bob')]);
    const say = async (content: string, topic = 'lunch') =>
      (await bob.messages.send({ type: 'stream', to: 'general', topic, content }))['id'] as number;
    const flagsOf = async (id: number) => {
      const { message } = (await alice.messages.getById({ message_id: id })) as {
        message: { flags: readonly string[] };
      };
      return message.flags;
    };
    expect(await flagsOf(await say('nothing'))).toEqual([]);
    expect(await flagsOf(await say('see @**Alice Adams**'))).toEqual(['mentioned']);
    expect(await flagsOf(await say('see @_**Alice Adams**'))).toEqual([]);
    expect(await flagsOf(await say('@*team* look'))).toEqual(['mentioned']);
    expect(await flagsOf(await say('@**all** look'))).toEqual([
      'stream_wildcard_mentioned',
      'wildcard_mentioned',
    ]);
    expect(await flagsOf(await say('@**topic** look'))).toEqual([]);
    await alice.messages.send({ type: 'stream', to: 'general', topic: 'Lunch', content: 'here' });
    expect(await flagsOf(await say('@**topic** look'))).toEqual([
      'topic_wildcard_mentioned',
      'wildcard_mentioned',
    ]);
    expect(await flagsOf(await say('deploy now'))).toEqual(['has_alert_word']);

    const direct = { type: 'private', to: ['alice@zulip.test', 'carol@zulip.test'], content: 'we three' };
    const { id } = (await bob.messages.send(direct)) as { id: number };
    const narrow = [{ operator: 'dm', operand: [9, 10] }];
    const { messages } = (await alice.messages.retrieve({
      narrow,
      anchor: 'newest',
      num_before: 5,
      num_after: 0,
    })) as { messages: readonly { id: number; type: string; display_recipient: readonly object[] }[] };
    expect(messages.map((one) => [one.id, one.type, one.display_recipient.length])).toEqual([
      [id, 'private', 3],
    ]);
    const { topics } = (await alice.streams.topics.retrieve({ stream_id: 3 })) as {
      topics: readonly { name: string }[];
    };
    expect(topics.map(({ name }) => name)).toEqual(['lunch']);
    const nowhere = { type: 'stream', to: 'nowhere', topic: 'x', content: 'y' };
    expect(await alice.messages.send(nowhere)).toMatchObject({ code: 'STREAM_DOES_NOT_EXIST' });
  }));

test('registers, hears in order by long polling, and counts are as the server says', () =>
  withServer(
    async (zulip) => {
      const [alice, bob] = await Promise.all([signInSdk(zulip.url, 'alice'), signInSdk(zulip.url, 'bob')]);
      zulip.say('bob', 'general', 'lunch', 'before');
      const { queue_id, last_event_id, unread_msgs } = (await alice.queues.register({
        event_types: ['message', 'update_message_flags', 'subscription', 'user_topic', 'update_message'],
      })) as { queue_id: string; last_event_id: number; unread_msgs: object };
      expect(unread_msgs).toMatchObject({
        count: 1,
        streams: [{ stream_id: 3, topic: 'lunch', unread_message_ids: [41] }],
      });
      const next = async (after: number) =>
        (await alice.events.retrieve({ queue_id, last_event_id: after })) as {
          events: readonly { id: number; type: string; op?: string; flags?: readonly string[] }[];
        };
      const waiting = next(last_event_id);
      await bob.messages.send({ type: 'private', to: 'alice@zulip.test', content: 'hello' });
      expect((await waiting).events).toMatchObject([
        { id: 0, type: 'message', flags: [], message: { type: 'private', sender_full_name: 'Bob Brown' } },
      ]);
      await alice.messages.flags.add({ flag: 'read', messages: [41, 42] });
      expect((await next(0)).events).toMatchObject([
        { id: 1, type: 'update_message_flags', op: 'add', flag: 'read', messages: [41, 42] },
      ]);
      await alice.messages.flags.remove({ flag: 'read', messages: [41] });
      expect((await next(1)).events).toMatchObject([
        { op: 'remove', message_details: { 41: { type: 'stream', stream_id: 3, topic: 'lunch' } } },
      ]);
      await alice.callEndpoint('/users/me/subscriptions/properties', 'POST', {
        subscription_data: [{ stream_id: 3, property: 'is_muted', value: true }],
      });
      await alice.callEndpoint('/user_topics', 'POST', {
        stream_id: 3,
        topic: 'lunch',
        visibility_policy: 3,
      });
      await alice.users.me.subscriptions.add({ subscriptions: '[{"name":"brand new"}]' });
      await alice.users.me.subscriptions.remove({ subscriptions: '["design talk"]' });
      expect((await next(2)).events.map(({ type, op }) => [type, op])).toEqual([
        ['subscription', 'update'],
        ['user_topic', undefined],
        ['subscription', 'add'],
        ['subscription', 'remove'],
      ]);
      await bob.messages.update({ message_id: 41, content: 'see @**Alice Adams**', topic: 'dinner' });
      expect((await next(6)).events).toMatchObject([
        { type: 'update_message', orig_subject: 'lunch', subject: 'dinner', flags: ['mentioned'] },
      ]);
      const beat = await next(7);
      expect(beat.events).toEqual([{ id: 8, type: 'heartbeat' }]);
      await alice.queues.deregister({ queue_id });
      expect(await alice.events.retrieve({ queue_id, last_event_id: 8 })).toMatchObject({
        result: 'error',
        code: 'BAD_EVENT_QUEUE_ID',
        queue_id,
      });
    },
    { heartbeatMs: 150 },
  ));

test('the session of a page wants its cookie, and the secret of its form for all but GET', () =>
  withServer(async (zulip) => {
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(zulip.url + path, { redirect: 'manual', ...init });
    const nobody = await ask('/json/users/me');
    expect(nobody.status).toBe(401);
    // A browser asks the person when it reads `Basic`; of a session it does not.
    expect(nobody.headers.get('www-authenticate')).toBe('Session realm="zulip"');
    expect(await nobody.json()).toMatchObject({ result: 'error', code: 'UNAUTHORIZED' });
    const anonymous = await ask('/json/register', { method: 'POST', body: new URLSearchParams() });
    expect(anonymous.status).toBe(401);
    expect((await ask('/')).headers.get('location')).toBe('/login/?next=/');

    const login = await ask('/login/');
    const csrf = /csrfmiddlewaretoken" value="([^"]+)"/.exec(await login.text())?.[1] ?? '';
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(login.headers.get('set-cookie')).toContain('HttpOnly');
    const form = { username: 'alice@zulip.test', password: 'alice-pw', csrfmiddlewaretoken: csrf };
    const enter = (body: object) =>
      ask('/login/', { method: 'POST', headers: { cookie }, body: new URLSearchParams({ ...body }) });
    expect((await enter({ ...form, csrfmiddlewaretoken: '' })).status).toBe(403);
    expect(await (await enter({ ...form, password: 'no' })).text()).toContain('correct email and password');
    const entered = await enter(form);
    expect(entered.status).toBe(302);
    const cookies = entered.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const page = await (await ask('/', { headers: { cookie: cookies } })).text();
    const secret = /csrfmiddlewaretoken" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const register = (token: string) =>
      ask('/json/register', {
        method: 'POST',
        headers: { cookie: cookies, 'X-CSRFToken': token },
        body: new URLSearchParams(),
      });
    const refused = await register('');
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'CSRF_FAILED' }]);
    expect(await (await register(secret)).json()).toMatchObject({
      result: 'success',
      queue_id: expect.any(String),
      realm_name: 'Team chat',
      full_name: 'Alice Adams',
    });
  }));

test('where some of it is open to all, who has no account gets no queue', () =>
  withServer(
    async (zulip) => {
      const login = await fetch(`${zulip.url}/login/`);
      const token = /csrfmiddlewaretoken" value="([^"]+)"/.exec(await login.text())?.[1] ?? '';
      const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
      const register = (
        params: Readonly<Record<string, string>>,
        headers: Readonly<Record<string, string>>,
      ) =>
        fetch(`${zulip.url}/json/register`, { method: 'POST', headers, body: new URLSearchParams(params) });
      const headers = { cookie, 'X-CSRFToken': token };
      expect(await (await register({}, headers)).json()).toMatchObject({ result: 'success', queue_id: null });
      expect((await register({ client_gravatar: 'true' }, headers)).status).toBe(400);
      expect((await register({}, { cookie })).status).toBe(403);
      expect((await fetch(`${zulip.url}/json/users/me`, { headers })).status).toBe(401);
    },
    { isOpenToAll: true },
  ));

test('faults and outages: limits, queues kept or lost', () =>
  withServer(async (zulip) => {
    const alice = await signInSdk(zulip.url, 'alice');
    zulip.faults.answer(429, { path: /users\/me/, times: 1 });
    expect(await alice.users.me.getProfile()).toMatchObject({ code: 'RATE_LIMIT_HIT', 'retry-after': 1 });
    const { queue_id } = (await alice.queues.register({ event_types: ['message'] })) as { queue_id: string };
    const poll = { queue_id, last_event_id: -1, dont_block: true };
    // Its first question after an outage may go to a connection that is no more.
    const answered = () =>
      expect.poll(() => alice.events.retrieve(poll).catch(() => ({ code: 'no connection' })));
    await zulip.halt();
    await expect(alice.events.retrieve(poll)).rejects.toThrow(/ECONNREFUSED|hang up/);
    zulip.say('bob', 'general', 'lunch', 'while away');
    await zulip.resume();
    await answered().toMatchObject({ events: [{ type: 'message' }] });
    await zulip.halt({ losesQueues: true });
    await zulip.resume();
    await answered().toMatchObject({ code: 'BAD_EVENT_QUEUE_ID' });
  }));
