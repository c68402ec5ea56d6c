import { expect, test } from '@playwright/test';
import { request } from 'node:https';
import { selfSigned } from '../../support/self-signed.js';
import { type Mattermost, startMattermost } from './mattermost.js';
import { lendBrowser, startSdkPerson } from './sdk.js';
import { doors } from './trouble.js';

let mattermost: Mattermost;

let takeBack: () => void;

test.beforeAll(() => {
  takeBack = lendBrowser();
});

test.afterAll(() => takeBack());

test.afterEach(() => mattermost?.stop());

test('requests meet what a test puts in their way, as often as it says', async () => {
  mattermost = await startMattermost();
  const { faults, url } = mattermost;
  const ping = (path = '/api/v4/system/ping') => fetch(`${url}${path}`, { redirect: 'manual' });
  faults.answer(429, { times: 1 });
  const limited = await ping();
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '30']);
  expect((await ping()).status).toBe(200);
  const undo = faults.answer(401, { path: /users/ });
  expect(await (await ping('/api/v4/users/me')).json()).toMatchObject({
    id: 'api.context.session_expired.app_error',
    status_code: 401,
  });
  expect((await ping()).status).toBe(200);
  undo();
  faults.answerWith(doors.preAuth);
  expect((await ping()).headers.get('x-reject-reason')).toBe('pre-auth');
  faults.redirect('https://chat.test/');
  expect((await ping()).headers.get('location')).toBe('https://chat.test/');
  faults.clear();
  faults.slow(60);
  const startMs = performance.now();
  expect((await ping()).status).toBe(200);
  expect(performance.now() - startMs).toBeGreaterThan(50);
  faults.cut();
  await expect(ping()).rejects.toThrow('fetch failed');
  expect((await ping('/login')).status).toBe(200);
  expect(mattermost.requests.items.at(-1)).toBe('GET /login');
});

test('sockets can be refused, and deaf, while the rest works', async () => {
  mattermost = await startMattermost();
  const alice = await startSdkPerson(mattermost.url, 'alice');
  let failed = 0;
  alice.socket.addCloseListener((count) => {
    failed = count;
  });
  const undo = mattermost.faults.refuseSockets();
  mattermost.dropSockets();
  await expect.poll(() => failed).toBeGreaterThan(2);
  expect(await alice.rest.getMe()).toMatchObject({ username: 'alice' });
  undo();
  await expect.poll(() => mattermost.instances[0]?.socketCount()).toBe(1);
  await alice.next('hello', { after: 1 });
  const hear = mattermost.faults.deafen();
  const count = alice.events.items.length;
  await mattermost.say('engineering/builds', 'bob', 'into the void');
  await alice.rest.getMe();
  expect(alice.events.items).toHaveLength(count);
  hear();
  await alice.next('posted');
  alice.leave();
});

test('two instances share what is known; when one is killed, its client goes on at the other', async () => {
  mattermost = await startMattermost({ instances: 2 });
  const [first, second] = mattermost.instances;
  const alice = await startSdkPerson(first?.url ?? '', 'alice');
  const bob = await startSdkPerson(second?.url ?? '', 'bob');
  const builds = await mattermost.channelId('engineering/builds');
  await bob.rest.createPost({ channel_id: builds, message: 'hello @alice' });
  expect((await alice.next('posted')).data.sender_name).toBe('@bob');
  await first?.halt();
  alice.rest.setUrl(second?.url ?? '');
  expect(await alice.rest.getMyChannelMember(builds)).toMatchObject({ mention_count: 1 });
  await bob.rest.createPost({ channel_id: builds, message: 'once more, @alice' });
  await first?.resume();
  await alice.next('hello', { after: 1 });
  expect(alice.missedCount()).toBe(1);
  expect(await alice.rest.getMyChannelMember(builds)).toMatchObject({ mention_count: 2 });
  alice.leave();
  bob.leave();
});

test('a self-signed server is refused by those who do not know its certificate', async () => {
  mattermost = await startMattermost({ tls: true });
  const ping = `${mattermost.url}/api/v4/system/ping`;
  await expect(fetch(ping)).rejects.toThrow('fetch failed');
  const status = await new Promise((resolve) => {
    request(ping, { ca: selfSigned.cert }, (response) => resolve(response.resume().statusCode)).end();
  });
  expect(status).toBe(200);
});
