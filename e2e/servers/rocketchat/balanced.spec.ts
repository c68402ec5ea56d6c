import { expect, test } from '@playwright/test';
import { startHaproxy } from '../haproxy.js';
import { findFreePorts } from '../lib/net.js';
import { startNginx } from '../nginx.js';
import { type Redis, startRedis } from '../redis.js';
import { openRedisKeeper } from './chat/redis-keeper.js';
import type { DesktopNotification } from './chat/notifying.js';
import { startRocketChat } from './rocketchat.js';
import { hearOwn, nextNotification, signInSdk } from './sdk.js';

let redis: Redis;

test.beforeAll(async () => {
  redis = await startRedis();
});

test.afterAll(() => redis?.stop());

test('a Redis keeps records in the order they were made, loses no change of two at once, and tells all', async () => {
  const [one, two] = await Promise.all([openRedisKeeper(redis.port), openRedisKeeper(redis.port)]);
  try {
    const told: unknown[] = [];
    two.hear((news) => told.push(news.kind === 'event' ? news.args[0] : news));
    const add = (by: typeof one, at: number) =>
      by.change('settings', 'sum', (now) => ({
        keep: { _id: 'sum', value: Number(now?.value ?? 0) + 1 },
        tell: [{ kind: 'event', stream: 'x', key: 'x', args: [at] }],
      }));
    await Promise.all(Array.from({ length: 40 }, (_, at) => add(at % 2 === 0 ? one : two, at)));
    expect((await one.get('settings', 'sum'))?.value).toBe(40);
    await expect.poll(() => new Set(told).size).toBe(40);
    expect(told).toHaveLength(40);
    for (const _id of ['z', 'a', 'm']) await one.change('settings', _id, () => ({ keep: { _id, value: 1 } }));
    await two.change('settings', 'z', (now) => ({ ...(now && { keep: { ...now, value: 2 } }) }));
    await two.change('settings', 'sum', () => ({ keep: 'remove' }));
    expect((await one.all('settings')).map(({ _id, value }) => [_id, value])).toEqual([
      ['z', 2],
      ['a', 1],
      ['m', 1],
    ]);
    expect(await two.get('settings', 'sum')).toBe(undefined);
    for (const _id of ['z', 'a', 'm']) await one.change('settings', _id, () => ({ keep: 'remove' }));
  } finally {
    [one, two].forEach((keeper) => keeper.close());
  }
});

for (const [name, start] of [
  ['nginx', startNginx],
  ['HAProxy', startHaproxy],
] as const)
  test(`behind ${name} two instances are one server, and one of them is enough`, async () => {
    const [port = 0] = await findFreePorts(1);
    const own = await startRedis();
    const server = await startRocketChat({
      instances: 2,
      redisPort: own.port,
      siteUrl: `http://127.0.0.1:${port}/`,
    });
    const balancer = await start({ port, backends: server.instances.map((one) => one.port) });
    try {
      const clients = await Promise.all(['alice', 'bob'].map((one) => signInSdk(balancer.url, one)));
      const [alice, bob] = clients;
      if (alice === undefined || bob === undefined) throw new Error('not signed in');
      expect(server.instances.map((one) => one.socketCount())).toEqual([1, 1]);
      const heard = await hearOwn(alice, 'notification');
      const rid = await server.roomId('general');
      await bob.call('sendMessage', { _id: 'over-there', rid, msg: 'from the other one' });
      const first: DesktopNotification = await nextNotification(heard, 'over-there');
      expect(first.payload.rid).toBe(rid);
      clients.forEach((one) => one.connection.close());
      await server.instances[0]?.halt();
      const late = await signInSdk(balancer.url, 'carol');
      expect(server.instances.map((one) => one.socketCount())).toEqual([0, 1]);
      late.connection.close();
    } finally {
      await balancer.stop();
      await server.stop();
      await own.stop();
    }
  });
