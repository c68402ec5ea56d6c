import { expect, test } from '@playwright/test';
import type { Subscription } from './chat/records.js';
import { type RocketChat, startRocketChat } from './rocketchat.js';
import { createSchemaCheck, restClient } from './sdk.js';
import { VERSIONS } from './versions.js';

const check = createSchemaCheck();

interface Listing {
  readonly update: readonly Subscription[];
  readonly remove: readonly { readonly _id: string; readonly _deletedAt: string }[];
}

async function signIn(url: string, username: string) {
  const answer = await restClient(url).post('/v1/login', { user: username, password: `${username}-pw` });
  const data = answer['data'] as { readonly userId: string; readonly authToken: string };
  return { answer, ...data, rest: restClient(url, data) };
}

/** What the vendor's client rejects with. */
async function refusal(asked: Promise<unknown>) {
  const response = (await asked.then(
    () => undefined,
    (error: unknown) => error,
  )) as Response;
  return { status: response.status, body: (await response.json()) as unknown, headers: response.headers };
}

async function withServer(
  options: Parameters<typeof startRocketChat>[0],
  use: (server: RocketChat) => Promise<void>,
) {
  const server = await startRocketChat(options);
  try {
    await use(server);
  } finally {
    await server.stop();
  }
}

for (const version of VERSIONS) {
  test(`REST of ${version}: found, signed in and listed, as the vendor's client and schemas want it`, () =>
    withServer({ version }, async (server) => {
      const info = await restClient(server.url).get('/info');
      expect(info).toMatchObject({ success: true, version: version.split('.').slice(0, 2).join('.') });

      const wrong = await refusal(restClient(server.url).post('/v1/login', { user: 'alice', password: 'x' }));
      expect(wrong).toMatchObject({
        status: 401,
        body: version.startsWith('8')
          ? { success: false, error: 'unauthorized' }
          : { success: false, status: 'error', error: 403, message: 'Incorrect password' },
      });
      const nobody = await refusal(restClient(server.url).get('/v1/me'));
      expect(nobody).toMatchObject({
        status: 401,
        body: { success: false, error: 'You must be logged in to do this.' },
      });
      expect((nobody.body as { status?: string }).status).toBe(version.startsWith('8') ? undefined : 'error');

      const { rest, userId, answer } = await signIn(server.url, 'alice');
      expect(answer).toMatchObject({ status: 'success', data: { userId, me: { username: 'alice' } } });
      const me = await rest.get('/v1/me');
      expect(check('IMeApiUser', me)).toEqual([]);

      const { update, remove } = (await rest.get('/v1/subscriptions.get')) as unknown as Listing;
      expect(remove).toEqual([]);
      for (const one of update) expect(check('ISubscription', one), one.name).toEqual([]);
      const rooms = (await rest.get('/v1/rooms.get'))['update'] as readonly { readonly _id: string }[];
      for (const one of rooms) expect(check('IRoom', one)).toEqual([]);
      expect(rooms.map(({ _id }) => _id).toSorted()).toEqual(update.map(({ rid }) => rid).toSorted());

      const truth = (await server.truth())['alice'] ?? [];
      expect(truth.map(({ rid }) => rid).toSorted()).toEqual(update.map(({ rid }) => rid).toSorted());
      expect(new Set(truth.map(({ kind }) => kind)).size).toBe(7);

      const asked =
        version.startsWith('4') || version.startsWith('6')
          ? { query: '{"_id":"uniqueID"}' }
          : { _id: 'uniqueID' };
      const { settings } = await restClient(server.url).get('/v1/settings.public', asked);
      expect(settings).toEqual([{ _id: 'uniqueID', value: expect.any(String) }]);
    }));
}

test("messages by REST are the vendor's, counted for others, read, and changed since", () =>
  withServer({}, async (server) => {
    const [alice, bob] = await Promise.all([signIn(server.url, 'alice'), signIn(server.url, 'bob')]);
    const rid = await server.roomId('general');
    const since = new Date().toISOString();
    const posted = await bob.rest.post('/v1/chat.postMessage', { channel: '#general', text: 'look @alice' });
    expect(check('IMessage', posted['message'])).toEqual([]);
    const { _id } = posted['message'] as { readonly _id: string };
    const one = async () =>
      (await alice.rest.get('/v1/subscriptions.getOne', { roomId: rid }))['subscription'] as Subscription;
    expect(await one()).toMatchObject({ unread: 1, userMentions: 1, groupMentions: 0, alert: true });
    await bob.rest.post('/v1/chat.update', { roomId: rid, msgId: _id, text: 'look here' });
    await bob.rest.post('/v1/chat.react', { messageId: _id, emoji: 'smile' });
    const { message } = await alice.rest.get('/v1/chat.getMessage', { msgId: _id });
    expect(check('IMessage', message)).toEqual([]);
    expect(message).toMatchObject({
      rid,
      msg: 'look here',
      reactions: { ':smile:': { usernames: ['bob'] } },
    });
    expect(await one()).toMatchObject({ unread: 1 });

    const changed = (await alice.rest.get('/v1/subscriptions.get', {
      updatedSince: since,
    })) as unknown as Listing;
    expect(changed.update.map((sub) => sub.rid)).toEqual([rid]);
    await alice.rest.post('/v1/subscriptions.read', { rid });
    expect(await one()).toMatchObject({ unread: 0, userMentions: 0, alert: false });
    await alice.rest.post('/v1/subscriptions.unread', { firstUnreadMessage: { _id } });
    expect(await one()).toMatchObject({ unread: 1, alert: true });

    await server.leave('general', 'alice');
    const left = (await alice.rest.get('/v1/subscriptions.get', {
      updatedSince: since,
    })) as unknown as Listing;
    expect(left.remove).toEqual([{ _id: expect.any(String), _deletedAt: expect.any(String) }]);
    const bad = await refusal(alice.rest.get('/v1/subscriptions.get', { updatedSince: 'yesterday' }));
    expect(bad).toMatchObject({ status: 400, body: { errorType: 'error-updatedSince-param-invalid' } });
  }));

test('muting by REST: words for values, each as the form has it, and refusals by name', () =>
  withServer({}, async (server) => {
    const { rest } = await signIn(server.url, 'alice');
    const roomId = await server.roomId('busy');
    const save = (notifications: object) =>
      rest.post('/v1/rooms.saveNotification', { roomId, notifications });
    const one = async () =>
      (await rest.get('/v1/subscriptions.getOne', { roomId }))['subscription'] as Subscription;
    await save({ disableNotifications: '1', hideUnreadStatus: '1', desktopNotifications: 'mentions' });
    expect(await one()).toMatchObject({
      disableNotifications: true,
      hideUnreadStatus: true,
      desktopNotifications: 'mentions',
      desktopPrefOrigin: 'subscription',
    });
    expect((await server.truth())['alice']?.find(({ rid }) => rid === roomId)).toMatchObject({ muted: true });
    await save({ disableNotifications: '0', hideUnreadStatus: '0', desktopNotifications: 'default' });
    expect(await one()).toMatchObject({ disableNotifications: false });
    expect(await one()).not.toHaveProperty('hideUnreadStatus');
    expect(await one()).not.toHaveProperty('desktopNotifications');
    expect(check('ISubscription', await one())).toEqual([]);
    for (const notifications of [{ desktopNotifications: 'loud' }, { nonsense: '1' }])
      expect(await refusal(save(notifications))).toMatchObject({
        status: 400,
        body: { errorType: 'error-invalid-settings' },
      });
    const elsewhere = rest.post('/v1/rooms.saveNotification', {
      roomId: 'nowhere',
      notifications: { disableNotifications: '1' },
    });
    expect(await refusal(elsewhere)).toMatchObject({
      status: 400,
      body: { errorType: 'error-invalid-subscription' },
    });
    expect(await refusal(save({}))).toMatchObject({
      status: 400,
      body: { error: "The 'notifications' param is required" },
    });
  }));

test('limits, faults, outages and redirects', () =>
  withServer({ rateLimit: { calls: 2, windowMs: 60_000 }, rootPath: '/chat' }, async (server) => {
    expect(server.url).toMatch(/\/chat\/$/);
    const { rest } = await signIn(server.url, 'alice');
    await rest.get('/v1/me');
    await rest.get('/v1/me');
    const limited = await refusal(rest.get('/v1/me'));
    expect(limited).toMatchObject({ status: 429, body: { success: false } });
    expect(limited.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(limited.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now());

    server.faults.answer(401, { path: /rooms\.get/, times: 1 });
    expect(await refusal(rest.get('/v1/rooms.get'))).toMatchObject({ status: 401 });
    await rest.get('/v1/rooms.get');
    server.faults.answer(503);
    expect(await refusal(rest.get('/info'))).toMatchObject({ status: 503 });
    server.faults.clear();
    server.faults.slow(80, { path: /info/ });
    const startMs = performance.now();
    await rest.get('/info');
    expect(performance.now() - startMs).toBeGreaterThan(75);

    const redirected = await fetch(`${server.redirectUrl}api/info`);
    expect(redirected.url).toBe(`${server.url}api/info`);
    await server.halt();
    await expect(rest.get('/info')).rejects.toThrow('fetch failed');
    await server.resume();
    await rest.post('/v1/logout', {});
    expect(await refusal(rest.get('/v1/subscriptions.get'))).toMatchObject({ status: 401 });
  }));
