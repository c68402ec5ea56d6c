import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRocketPage } from './rocketchat.test-support';

describe('what the probe of Rocket.Chat asks the server for', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('C3 mutes by REST with the login of the page, again where the server had too much to do', async () => {
    const page = openRocketPage();
    page.signIn();
    await page.pass(1000);
    page.put('v1/rooms.saveNotification', { status: 429, headers: { 'x-ratelimit-reset': '0' } });
    page.deliver({ kind: 'adapter-order', order: { mute: 'r1', to: { disableNotifications: '1' } } });
    await page.pass(50);
    page.put('v1/rooms.saveNotification', {});
    await page.pass(2000);
    const sent = page.asked().filter(({ path }) => path.endsWith('saveNotification'));
    expect(sent.map(({ body }) => body)).toEqual(
      Array.from({ length: 2 }, () => ({ roomId: 'r1', notifications: { disableNotifications: '1' } })),
    );
    expect(sent[0]?.headers).toMatchObject({ 'x-auth-token': 'secret-token' });
  });

  it('C22 reads one room after another with their threads, as soon as it may, and without them where nobody knows how', async () => {
    const page = openRocketPage();
    page.signIn();
    await page.pass(500);
    const told = () =>
      page.asked().flatMap(({ path, body }) => (path.endsWith('subscriptions.read') ? [body] : []));
    const read = (rid: string) => page.deliver({ kind: 'adapter-order', order: { read: rid } });
    page.put('v1/subscriptions.read', { status: 429, headers: { 'x-ratelimit-reset': '0' } });
    for (const rid of ['r1', 'r2', 'r1']) read(rid);
    await page.pass(400);
    expect(told()).toEqual([{ rid: 'r1', readThreads: true }]);
    page.put('v1/subscriptions.read', {});
    await page.pass(3000);
    expect(told().slice(1)).toEqual(['r2', 'r1'].map((rid) => ({ rid, readThreads: true })));
    page.put('v1/subscriptions.read', { status: 400 });
    read('r3');
    await page.pass(100);
    page.put('v1/subscriptions.read', {});
    await page.pass(5000);
    expect(told().slice(3)).toEqual([{ rid: 'r3', readThreads: true }, { rid: 'r3' }]);
    expect(page.troubles()).toEqual([]);
  });
});
