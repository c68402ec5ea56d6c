import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRocketPage } from './rocketchat.test-support';

const message = (_id: string, more: object = {}) => ({
  _id,
  rid: 'r1',
  msg: `this is ${_id}`,
  ts: '2026-11-25T11:00:00.000Z',
  u: { _id: 'u2', username: 'bob' },
  ...more,
});

/** A page whose line was cut and is back; these messages are what the server has, and time has passed since. */
async function openCutPage(updated: readonly object[], subscription: object = {}) {
  const page = openRocketPage();
  page.signIn();
  page.run(`globalThis.own = new WebSocket('wss://chat.example/websocket')`);
  page.run(`line('open')`);
  await page.pass(2000);
  page.fire('notification', {
    notification: {
      payload: { _id: 'heard', rid: 'r1', type: 'c', sender: { username: 'bob' }, message: {} },
    },
  });
  page.subscribe({ alert: true, ...subscription });
  page.put('v1/rooms.get', { body: { update: [{ _id: 'r1', lm: '2026-11-25T11:00:00.000Z' }], remove: [] } });
  page.put('v1/chat.syncMessages', { body: { result: { updated, deleted: [] } } });
  page.run(`line('close')`);
  await page.pass(1000);
  page.run(`line('open')`);
  await page.pass(4000);
  return page;
}

type Page = Awaited<ReturnType<typeof openCutPage>>;

const shown = (page: Page) =>
  page.sent.flatMap(({ kind, title, body, tag }) =>
    kind === 'notification-show' ? [{ title, body, tag }] : [],
  );
const tags = (page: Page) => shown(page).map(({ tag }) => tag);

describe('what was said while the line of Rocket.Chat was cut', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('C20 is told once, in its order and as the page would, with whom it means; what was heard is not', async () => {
    const page = await openCutPage([
      message('heard'),
      message('second', { msg: 'look, @alice', ts: '2026-11-25T11:00:02.000Z' }),
      message('first'),
    ]);
    expect(shown(page)).toEqual([
      { title: '#general', body: 'bob: this is first', tag: 'first' },
      { title: '#general', body: 'bob: look, @alice', tag: 'second' },
    ]);
    expect(page.raws().at(-1)).toMatchObject({
      heard: [{ id: 'heard' }, { id: 'first', mention: 'none' }, { id: 'second', mention: 'personal' }],
    });
    await page.pass(15_000);
    expect(tags(page)).toHaveLength(2);
    // The line held since; there is nothing more to ask for.
    const asked = page.asked().length;
    await page.pass(15_000);
    expect(page.asked()).toHaveLength(asked);
  });

  it('C20 leaves out what would not have notified: own, of the system, older, in threads of others', async () => {
    const page = await openCutPage(
      [
        message('own', { u: { _id: 'u1', username: 'alice' } }),
        message('joined', { t: 'uj' }),
        message('edited', { ts: '2026-11-24T11:00:00.000Z' }),
        message('theirs', { tmid: 'other' }),
        message('ignored', { u: { _id: 'u3', username: 'carol' } }),
        message('mine', { tmid: 'thread' }),
      ],
      { tunread: ['thread'], ignored: ['u3'] },
    );
    expect(tags(page)).toEqual(['mine']);
  });

  it.each([
    ['a muted room', { disableNotifications: true }, []],
    ['a room that wants nothing', { desktopNotifications: 'nothing' }, []],
    ['a room that wants mentions', { desktopNotifications: 'mentions' }, ['named']],
    ['a room that was read elsewhere', { alert: false }, []],
    ['a room that wants all', {}, ['plain', 'named']],
  ])('C20 %s', async (_, subscription, expected) => {
    const page = await openCutPage(
      [message('plain'), message('named', { msg: '@alice', ts: '2026-11-25T11:00:01.000Z' })],
      subscription,
    );
    expect(tags(page)).toEqual(expected);
  });

  it('C19 C20 asks now and then where there is no line for long, and says how the server is reached', async () => {
    const page = openRocketPage();
    page.signIn();
    page.run(`globalThis.own = new WebSocket('wss://chat.example/websocket'); line('open')`);
    await page.pass(2000);
    page.subscribe({ alert: true });
    page.put('v1/rooms.get', {
      body: { update: [{ _id: 'r1', lm: '2026-11-25T11:00:00.000Z' }], remove: [] },
    });
    page.put('v1/chat.syncMessages', { body: { result: { updated: [message('first')], deleted: [] } } });
    const connection = () => page.raws().at(-1)?.connection;
    page.run(`line('close')`);
    await page.pass(10_000);
    expect(tags(page)).toEqual(['first']);
    expect(connection()).toBe('polling');
    const more = { result: { updated: [message('first'), message('second')], deleted: [] } };
    page.put('v1/chat.syncMessages', { body: more });
    await page.pass(20_000);
    expect(tags(page)).toEqual(['first', 'second']);
    page.put('v1/subscriptions.get', { status: 502 });
    await page.pass(20_000);
    expect(connection()).toBe('lost');
    page.subscribe({ alert: true });
    page.run(`line('open')`);
    await page.pass(15_000);
    expect(connection()).toBe('live');
  });

  it('C20 asks again where the server is not well yet, and asks nothing where the line was never cut', async () => {
    const page = openRocketPage();
    page.signIn();
    page.run(`globalThis.own = new WebSocket('wss://chat.example/websocket'); line('open')`);
    await page.pass(20_000);
    const asks = () => page.asked().filter(({ path }) => path.includes('rooms.get')).length;
    expect(asks()).toBe(1);
    page.put('v1/rooms.get', { status: 502 });
    page.run(`line('close'); line('open')`);
    await page.pass(9000);
    expect(asks()).toBeGreaterThan(3);
    expect(page.troubles()).toEqual([]);
  });

  it.each(['v1/rooms.get', 'v1/chat.syncMessages'])(
    'C20 tells what was missed when %s answers at last, however long that took, and asks no more then',
    async (path) => {
      const page = openRocketPage();
      page.signIn();
      page.run(`globalThis.own = new WebSocket('wss://chat.example/websocket'); line('open')`);
      await page.pass(2000);
      page.subscribe({ alert: true });
      const rooms = { body: { update: [{ _id: 'r1', lm: '2026-11-25T11:00:00.000Z' }], remove: [] } };
      page.put('v1/rooms.get', rooms);
      const messages = { body: { result: { updated: [message('first')], deleted: [] } } };
      page.put('v1/chat.syncMessages', messages);
      page.put(path, { status: 502 });
      page.run(`line('close'); line('open')`);
      await page.pass(90_000);
      expect(tags(page)).toEqual([]);
      page.put(path, path === 'v1/rooms.get' ? rooms : messages);
      await page.pass(60_000);
      expect(tags(page)).toEqual(['first']);
      const asked = page.asked().length;
      await page.pass(60_000);
      expect(page.asked()).toHaveLength(asked);
    },
  );

  it('C12 leaves the page its sockets as they are', () => {
    const page = openRocketPage();
    page.run(`globalThis.other = new WebSocket('wss://elsewhere.example/feed')`);
    expect(page.run('other instanceof WebSocket && other.url')).toBe('wss://elsewhere.example/feed');
    expect(page.troubles()).toEqual([]);
  });
});
