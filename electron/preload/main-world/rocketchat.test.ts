import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRocketPage } from './rocketchat.test-support';

describe('the probe of Rocket.Chat', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['', 'localStorage', ''],
    ['', 'sessionStorage', ''],
    ['/chat', 'localStorage', ':/:/chat'],
    ['/chat', 'sessionStorage', ''],
  ])('C1 finds the login of a server at "%s" in %s%s and asks with it', async (root, storage, suffix) => {
    const page = openRocketPage(root);
    page.signIn(storage, suffix);
    await page.pass(500);
    const asked = page.asked();
    expect(asked.map(({ path }) => path.split('?')[0])).toEqual(
      ['info', 'v1/subscriptions.get', 'v1/rooms.get', 'v1/me', 'v1/settings.public'].map(
        (one) => `${root}/api/${one}`,
      ),
    );
    expect(asked[1]?.headers).toEqual({ 'x-user-id': 'u1', 'x-auth-token': 'secret-token' });
    expect(page.raws().at(-1)).toMatchObject({ isSignedIn: true, rooms: [{ rid: 'r1' }] });
  });

  it.each([
    ['6.13', 'query=%7B%22_id%22%3A%7B%22%24in%22%3A%5B%22Site_Name%22%2C'],
    ['7.0', '_id=Site_Name,Unread_Count,'],
  ])('C1 asks a server of %s for its settings as it understands it', async (version, query) => {
    const page = openRocketPage();
    page.put('info', { body: { version } });
    page.signIn();
    await page.pass(500);
    expect(page.asked().at(-1)?.path).toContain(`/api/v1/settings.public?${query}`);
    expect(page.raws().at(-1)).toMatchObject({ version, settings: { Site_Name: 'Team chat' } });
  });

  it('C1 takes the version from the page’s modules and the name from its desktop', async () => {
    const page = openRocketPage();
    page.signIn();
    page.run(`globalThis.require = (id) => { if (id === '/app/utils/rocketchat.info') return { Info: { version: '8.1.3' } };
      throw new Error('no such module') }; RocketChatDesktop.setTitle('Renamed')`);
    await page.pass(500);
    expect(page.raws().at(-1)).toMatchObject({ version: '8.1.3', title: 'Renamed' });
    page.run('RocketChatDesktop.onReady((info) => { globalThis.ready = info })');
    page.run(`RocketChatDesktop.setServerInfo({ version: '9.0.0' })`);
    expect(page.raws().at(-1)).toMatchObject({ version: '9.0.0' });
    expect(page.run('ready.version')).toBe('9.0.0');
  });

  it('C4 says nothing before it knows, and that nobody is there once the page had time to sign in', async () => {
    const page = openRocketPage();
    await page.pass(500);
    expect(page.raws()).toEqual([]);
    await page.pass(1000);
    expect(page.raws().map(({ isSignedIn }) => isSignedIn)).toEqual([false]);
    page.signIn();
    await page.pass(1500);
    expect(page.raws().at(-1)?.isSignedIn).toBe(true);
    page.run('for (const name in localStorage.items) delete localStorage.items[name]');
    await page.pass(2000);
    expect(page.raws().at(-1)).toMatchObject({ isSignedIn: false, rooms: [] });
  });

  it('C2 asks once for what many events say, since the last change', async () => {
    const page = openRocketPage();
    page.signIn();
    await page.pass(2000);
    page.subscribe({ unread: 1, userMentions: 1, _updatedAt: '2026-11-25T11:00:00.000Z' });
    for (let i = 0; i < 50; i += 1)
      page.fire('unread-changed-by-subscription', { rid: 'r1', unread: 1, alert: true });
    page.fire('unread-changed', 1);
    expect(page.raws().at(-1)?.rooms[0]).toMatchObject({ unread: 1, userMentions: 0 });
    const before = page.asked().length;
    await page.pass(600);
    const asked = page.asked().slice(before);
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/v1/subscriptions.get?updatedSince=2026-11-25T09%3A59%3A58.000Z',
      '/api/v1/rooms.get?updatedSince=2026-11-25T09%3A59%3A58.000Z',
    ]);
    expect(page.raws().at(-1)?.rooms[0]).toMatchObject({ unread: 1, userMentions: 1 });
    page.subscribe({}, [{ _id: 's1' }]);
    page.put('v1/subscriptions.get', { body: { update: [], remove: [{ _id: 's1' }] } });
    page.fire('unread-changed', 0);
    await page.pass(1000);
    expect(page.raws().at(-1)?.rooms).toEqual([]);
    const untilNow = page.asked().length;
    await page.pass(700_000);
    expect(
      page
        .asked()
        .slice(untilNow)
        .map(({ path }) => path),
    ).toContain('/api/v1/subscriptions.get');
  });

  it('C2 leaves a server alone that says how often it may be asked', async () => {
    const page = openRocketPage();
    page.signIn();
    const inAMinute = {
      'x-ratelimit-limit': '10',
      'x-ratelimit-remaining': '5',
      'x-ratelimit-reset': String(1_795_000_060_000),
    };
    page.put('v1/rooms.get', { headers: inAMinute, body: { update: [], remove: [] } });
    await page.pass(500);
    const before = page.asked().length;
    page.fire('unread-changed', 1);
    await page.pass(15_000);
    expect(page.asked()).toHaveLength(before);
    page.put('v1/rooms.get', { status: 429, headers: { ...inAMinute, 'x-ratelimit-remaining': '0' } });
    await page.pass(8000);
    expect(page.asked()).toHaveLength(before + 2);
    page.fire('unread-changed', 1);
    await page.pass(30_000);
    expect(page.asked()).toHaveLength(before + 2);
    page.put('v1/rooms.get', { body: { update: [], remove: [] } });
    await page.pass(10_000);
    expect(page.asked()).toHaveLength(before + 4);
  });

  it('C5 keeps what it knows while the server is away or wrong, and C4 believes a refusal that lasts', async () => {
    const page = openRocketPage();
    page.signIn();
    await page.pass(1000);
    const told = page.raws().length;
    page.put('v1/subscriptions.get', { status: 502 });
    page.fire('unread-changed', 0);
    await page.pass(20_000);
    page.put('v1/subscriptions.get', { status: 401 });
    page.fire('unread-changed', 0);
    await page.pass(600);
    expect(
      page
        .raws()
        .slice(told)
        .every(({ isSignedIn }) => isSignedIn),
    ).toBe(true);
    await page.pass(5000);
    expect(page.raws().at(-1)?.isSignedIn).toBe(false);
    page.subscribe();
    page.fire('unread-changed', 0);
    await page.pass(1000);
    expect(page.raws().at(-1)?.isSignedIn).toBe(true);
    expect(page.troubles()).toEqual([]);
  });

  it('C6 fails where no Rocket.Chat answers, at once or after a while, and is well again', async () => {
    const page = openRocketPage();
    page.put('info', { text: '<html>' });
    await page.pass(500);
    expect(page.troubles()).toEqual(['no Rocket.Chat answers here']);
    page.put('info', { body: { version: '7.9' } });
    page.signIn();
    await page.pass(3000);
    expect(page.raws().at(-1)?.isSignedIn).toBe(true);
    page.put('v1/subscriptions.get', { body: { update: 'no list' } });
    page.fire('unread-changed', 0);
    await page.pass(1000);
    page.put('v1/subscriptions.get', { text: '<html>' });
    page.fire('unread-changed', 0);
    await page.pass(5000);
    expect(page.troubles().slice(1)).toEqual([
      'the server gives no list called update',
      'the server does not answer as Rocket.Chat does',
    ]);
    const told = page.raws().length;
    page.subscribe();
    page.fire('unread-changed', 0);
    await page.pass(1000);
    expect(page.raws().length).toBeGreaterThan(told);
  });

  it('C10 C12 tells of a notification at once whom it names, and lets out no token and no word that was said', async () => {
    const page = openRocketPage();
    page.signIn();
    await page.pass(1000);
    const say = (id: string, msg: string, more: object = {}) =>
      page.fire('notification', {
        notification: {
          title: '#general',
          text: `bob: ${msg}`,
          payload: { _id: id, rid: 'r1', type: 'c', sender: { username: 'bob' }, message: { msg, ...more } },
        },
      });
    say('m1', 'secretly @alice, look');
    say('m2', '@all secretly');
    say('m3', 'secretly @alice2 @allen');
    say('m4', 'secretly DEPLOY');
    say('m5', 'c2VjcmV0bHk', { t: 'e2e' });
    page.fire('notification', { notification: { payload: { _id: '', rid: '' } } });
    const raw = page.raws().at(-1) as unknown as { heard: { id: string; mention?: string }[] };
    expect(raw.heard.map(({ id, mention }) => [id, mention])).toEqual([
      ['m1', 'personal'],
      ['m2', 'group'],
      ['m3', 'none'],
      ['m4', 'personal'],
      ['m5', undefined],
    ]);
    expect(JSON.stringify(page.sent)).not.toMatch(/secret|c2Vj/i);
  });

  it('C8 goes by what the page gave, else by its history', async () => {
    const page = openRocketPage('/chat');
    page.deliver({ kind: 'adapter-order', order: { open: '/channel/r1?msg=m1' } });
    page.run('RocketChatDesktop.onNavigateToRoute((path) => went.push(path))');
    page.deliver({ kind: 'adapter-order', order: { open: '/group/r2' } });
    expect(page.run('went.join(" ")')).toBe('/chat/channel/r1?msg=m1 /group/r2');
  });

  it.each(['', '/chat'])('C21 tells at once where the page of a server at "%s" goes', async (root) => {
    const page = openRocketPage(root);
    page.signIn('localStorage', root === '' ? '' : `:/:${root}`);
    await page.pass(500);
    page.goTo(`${root}/channel/general`);
    expect(page.raws().at(-1)?.path).toBe('/channel/general');
    page.goTo('/elsewhere');
    expect(page.raws().at(-1)?.path).toBe(root === '' ? '/elsewhere' : '');
  });
});
