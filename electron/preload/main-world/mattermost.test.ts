import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idOf, openMattermostPage } from './mattermost.test-support';

/** What `@mattermost/desktop-api` 6.3 has, without calls: an empty function there would take them away from the page. */
const members = `isDev getAppInfo reactAppInitialized setSessionExpired onUserActivityUpdate onLogin onLogout
  invalidateSessionAttributeManifest resendSessionAttributes updateSessionAttribute sendNotification
  onNotificationClicked setUnreadsAndMentions requestBrowserHistoryStatus onBrowserHistoryStatusUpdated
  onBrowserHistoryPush sendBrowserHistoryPush updateTheme getDarkMode onDarkModeChanged onSendMetrics unregister
  closeWindow canPopout openPopout canUsePopoutOption sendToParent onMessageFromParent sendToPopout
  onMessageFromPopout onPopoutClosed updatePopoutTitleTemplate`.split(/\s+/);

const paths = (asked: readonly { readonly path: string }[]) => asked.map(({ path }) => path);

describe('the probe of Mattermost', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('C12 has all members of the bridge but those of calls, and says pushes back', async () => {
    const page = openMattermostPage();
    expect(JSON.parse(page.run('JSON.stringify(Object.keys(desktopAPI))') as string)).toEqual(members);
    page.run(`globalThis.pushed = []; globalThis.stop = desktopAPI.onBrowserHistoryPush((path) => pushed.push(path));
      desktopAPI.sendBrowserHistoryPush('/engineering/channels/builds')`);
    await page.pass();
    page.deliver({ kind: 'adapter-order', order: { open: '/engineering/channels/leads' } });
    await page.pass();
    expect(page.run('pushed.join()')).toBe('/engineering/channels/builds,/engineering/channels/leads');
    page.run('stop()');
    page.deliver({ kind: 'adapter-order', order: { open: '/engineering/channels/leads' } });
    expect(page.run('went.join()')).toBe('/chat/engineering/channels/leads');
  });

  it('C23 says whether the person is there as Mattermost’s own app does', async () => {
    const page = openMattermostPage();
    page.run(
      `globalThis.told = []; desktopAPI.onUserActivityUpdate((...given) => told.push(given.join(' ')))`,
    );
    for (const presence of [{ idleS: 59 }, { idleS: 60 }, { idleS: 0, isGone: true }, { idleS: 'x' }, null])
      page.deliver({ kind: 'adapter-order', order: { presence } });
    await page.pass();
    expect(page.run('told.join()')).toBe('true 59 false,false 60 false,false 0 true');
  });

  it('C1 tells what the server says, and hands over neither words, passwords nor tokens', async () => {
    const page = openMattermostPage();
    await page.pass();
    expect(page.raws().at(-1)).toMatchObject({ isSignedIn: true });
    page.hear('posted', page.post('builds', 'mail-secret for @alice'));
    page.hear('posted', page.post('leads', 'deploy-secret'));
    await page.pass();
    expect(page.sent.length).toBeGreaterThan(1);
    expect(JSON.stringify(page.sent)).not.toContain('secret');
    expect(page.asked().map(({ method }) => method)).not.toContain('PUT');
  });

  it('C2 asks for the channel something happened in, and for all when there are many', async () => {
    const page = openMattermostPage(['a', 'b', 'c', 'd']);
    await page.pass();
    page.asked();
    page.hear('posted', page.post('a', 'x'));
    await page.pass();
    expect(paths(page.asked())).toEqual([`/channels/${idOf('a')}`, `/channels/${idOf('a')}/members/me`]);
    page.hear('multiple_channels_viewed', {
      channel_times: Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [idOf(name), 1])),
    });
    await page.pass();
    // The first was asked at once, the others while it was answered.
    expect(paths(page.asked()).slice(0, 2)).toEqual([
      `/channels/${idOf('a')}`,
      `/channels/${idOf('a')}/members/me`,
    ]);
    page.hear('user_added', { user_id: idOf('bob') });
    await page.pass();
    expect(page.asked()).toEqual([]);
    page.hear('preferences_changed', {});
    page.hear('user_removed', { channel_id: idOf('a') });
    await page.pass();
    expect(paths(page.asked())).toEqual([
      '/users/me/preferences',
      `/channels/${idOf('a')}`,
      `/channels/${idOf('a')}/members/me`,
    ]);
    page.hear('hello', {});
    await page.pass();
    expect(paths(page.asked())).toContain('/users/me/channels');
  });

  it('C4 C5 a session that ended is told; what stands before the server, limits and errors are not', async () => {
    const page = openMattermostPage();
    await page.pass();
    const one = `/channels/${idOf('builds')}/members/me`;
    for (const trouble of [
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 401, headers: { 'www-authenticate': 'Basic' } },
      { status: 403, headers: { 'x-reject-reason': 'pre-auth' } },
      { status: 503 },
    ]) {
      page.put(one, trouble);
      page.hear('posted', page.post('builds', 'x'));
      await page.pass();
      page.put(one, { body: { channel_id: idOf('builds') } });
      page.asked();
      await page.pass(trouble.status === 429 ? 6000 : 500);
      expect(page.asked()).toEqual([]);
      await page.pass(2000);
      expect(paths(page.asked())).toContain(one);
      expect(page.raws().at(-1)?.isSignedIn).toBe(true);
    }
    page.put('/users/me', { status: 401 });
    page.hear('hello', {});
    await page.pass();
    expect(page.raws().at(-1)?.isSignedIn).toBe(false);
  });

  it('C3 mutes with the CSRF token, and tells what the server then says', async () => {
    const page = openMattermostPage();
    await page.pass();
    page.asked();
    page.put(`/channels/${idOf('builds')}/members/${idOf('alice')}/notify_props`, { body: { status: 'OK' } });
    page.deliver({
      kind: 'adapter-order',
      order: { mute: idOf('builds'), props: { mark_unread: 'mention' } },
    });
    page.deliver({ kind: 'adapter-order', order: { mute: '../../../users/me', props: {} } });
    await page.pass();
    const [put, ...rest] = page.asked();
    expect(put).toMatchObject({ method: 'PUT', body: { mark_unread: 'mention' } });
    expect(put?.headers).toMatchObject({ 'X-CSRF-Token': 'csrf-secret' });
    expect(paths(rest)).toEqual([`/channels/${idOf('builds')}`, `/channels/${idOf('builds')}/members/me`]);
  });

  it('C10 announces which message a notification is of, by desktop and as a browser', async () => {
    const page = openMattermostPage();
    await page.pass();
    const mentions = { mentions: JSON.stringify([idOf('alice')]) };
    page.hear('posted', {
      ...page.post('builds', '**same** words, @alice', { id: idOf('one') }),
      ...mentions,
    });
    page.hear('posted', { ...page.post('leads', 'same words, @alice', { id: idOf('two') }), ...mentions });
    page.hear('posted', { ...page.post('leads', 'look, @all', { id: idOf('three') }), ...mentions });
    const about = () => page.raws().at(-1)?.about;
    page.run(`desktopAPI.sendNotification('leads', '@bob: same words, @alice', '${idOf('leads')}', '', '/x', false, '')
      .then((result) => { globalThis.result = result.status })`);
    await page.pass();
    expect(about()).toMatchObject({
      channelId: idOf('leads'),
      postId: idOf('two'),
      mention: 'personal',
      sender: 'bob',
    });
    const show = page.sent.find(({ kind }) => kind === 'notification-show');
    page.deliver({ kind: 'notification-event', pageId: show?.['pageId'], event: 'show' });
    await page.pass();
    expect(page.run('result')).toBe('success');
    page.run(`desktopAPI.onNotificationClicked((...given) => { globalThis.clicked = given.join() })`);
    page.deliver({ kind: 'notification-event', pageId: show?.['pageId'], event: 'click' });
    await page.pass();
    expect(page.run('clicked')).toBe(`${idOf('leads')},,/x`);
    page.run(`new Notification('builds', { body: '@bob: same words, @alice', tag: 'x' })`);
    expect(about()).toMatchObject({ channelId: idOf('builds'), postId: idOf('one') });
    page.run(`new Notification('In leads', { body: '@bob: look, @all' })`);
    expect(about()).toMatchObject({ channelId: idOf('leads'), postId: idOf('three'), mention: 'group' });
    // Of these words there is no other: the channel is known, the message is not.
    page.run(`new Notification('builds', { body: '@bob: same words, @alice', tag: 'x' })`);
    expect(about()).toMatchObject({ channelId: idOf('builds'), postId: '' });
    page.run(`new Notification('Riverside', { body: 'Session expired' })`);
    expect(about()).toMatchObject({ channelId: '', postId: '' });
  });

  it('P14 C12 tells the page what came of its notification', async () => {
    const page = openMattermostPage();
    await page.pass();
    const send = `desktopAPI.sendNotification('t', 'b', '${idOf('leads')}', '', '', false, '').then((result) => {
      globalThis.result = JSON.stringify(result) })`;
    page.run(send);
    await page.pass(10_000);
    expect(page.run('result')).toBe('{"status":"error","reason":"notification_timeout"}');
    page.run(`permission = 'denied'; ${send}`);
    await page.pass();
    expect(page.run('result')).toBe('{"status":"not_sent","reason":"notifications_permission_disallowed"}');
  });

  it('C12 a page whose events and functions are broken breaks nothing but itself', async () => {
    const page = openMattermostPage();
    await page.pass();
    page.run(`socket.dispatchEvent(new MessageEvent('message', { data: '{"event":"posted","data":{"post":"{"}}' }));
      socket.dispatchEvent(new MessageEvent('message', { data: 7 }));
      new WebSocket('wss://elsewhere.example/').dispatchEvent(new MessageEvent('message', { data: '{"event":"hello"}' }));
      desktopAPI.onBrowserHistoryPush(7); desktopAPI.sendBrowserHistoryPush({});
      desktopAPI.sendNotification(); desktopAPI.setUnreadsAndMentions(Symbol('x'))`);
    await page.pass();
    page.asked();
    page.hear('posted', page.post('builds', 'x'));
    await page.pass();
    expect(page.asked()).toHaveLength(2);
    expect(page.run('new WebSocket("wss://x/") instanceof WebSocket && WebSocket.name')).toBe('WebSocket');
  });

  it('C21 tells at once where the page goes, below the path of the server', async () => {
    const page = openMattermostPage();
    await page.pass();
    page.goTo('/chat/engineering/channels/leads');
    expect(page.raws().at(-1)?.path).toBe('/engineering/channels/leads');
  });

  it('C22 reads with the CSRF token and threads along, and tells what the server then says', async () => {
    const page = openMattermostPage();
    await page.pass();
    page.asked();
    page.put('/channels/members/me/view', { body: { status: 'OK' } });
    page.deliver({ kind: 'adapter-order', order: { read: idOf('builds') } });
    page.deliver({ kind: 'adapter-order', order: { read: '../../users/me' } });
    await page.pass();
    const [post, ...rest] = page.asked();
    expect(post).toMatchObject({
      method: 'POST',
      path: '/channels/members/me/view',
      body: { channel_id: idOf('builds'), prev_channel_id: '' },
      headers: { 'X-CSRF-Token': 'csrf-secret' },
    });
    expect(paths(rest)).toContain(`/channels/${idOf('builds')}/members/me`);
  });

  it('C19 knows whether the page has a line, once it had one', async () => {
    const page = openMattermostPage();
    await page.pass();
    const isLive = () => page.raws().at(-1)?.isLive;
    const told: unknown[] = [isLive()];
    for (const event of ['close', 'open', 'close', 'open']) {
      page.run(`socket.dispatchEvent(new Event('${event}'))`);
      told.push(isLive());
    }
    expect(told).toEqual([undefined, false, true, false, true]);
  });
});
