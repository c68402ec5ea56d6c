import { expect, test } from '@playwright/test';
import { listen } from '../../../electron/recipes/zulip/listener';
import { expectEachOnce } from '../../support/each-once.js';
import {
  cookiesByName,
  countsByName,
  notifiedIds,
  pauseUpTo,
  withListeners,
  type WithListeners,
} from '../lib/listeners.js';
import { startZulip, type Zulip } from './zulip.js';

// What hears an asleep Zulip, against what the server holds for the person.

const withZulip = (use: WithListeners<Zulip, []>): Promise<void> =>
  withListeners(
    listen,
    startZulip(),
    (zulip) =>
      Promise.resolve({
        url: `${zulip.url}/`,
        credentials: { cookies: cookiesByName(zulip.cookiesFor('alice')), values: {} },
      }),
    use,
  );

test('tells what the server has, what the page would notify of, and what is read elsewhere', () =>
  withZulip(async (zulip, open) => {
    zulip.say('bob', 'general', 'lunch', '@**Alice Adams** before anybody listened');
    const line = await open();
    await line.live();
    expect(countsByName(line)).toEqual(zulip.truth('alice'));
    expect(line.told.items.map(({ kind }) => kind)).toEqual(['own-names', 'channels', 'live']);

    const id = zulip.say('bob', 'general', 'lunch', '@**Alice Adams** look <b>here</b>');
    expect(await line.notificationOf('look')).toMatchObject({
      title: 'Bob Brown (#general > lunch)',
      body: '@Alice Adams look <b>here</b>',
      iconUrl: `${zulip.url}/user_avatars/9.png`,
      tag: String(id),
      messageId: String(id),
      channelId: `stream/${zulip.streamId('general')}`,
      mention: 'personal',
    });
    zulip.say('bob', 'general', 'lunch', 'nobody is meant');
    zulip.set('alice', 'design talk', 'is_muted', true);
    zulip.say('bob', 'design talk', 'x', '@**all** into a muted stream');
    zulip.set('alice', 'secret', 'desktop_notifications', true);
    zulip.say('bob', 'secret', 'x', 'every word of it');
    zulip.setTopic('alice', 'secret', 'noise', 1);
    zulip.say('bob', 'secret', 'noise', 'a muted topic');
    zulip.setTopic('alice', 'general', 'releases', 3);
    zulip.say('carol', 'general', 'releases', 'a followed topic');
    zulip.say('alice', 'secret', 'x', 'her own');
    zulip.tellDirectly('alice', ['bob'], 'her own, too');
    zulip.say('carol', 'general', 'lunch', 'time to deploy');
    zulip.tellDirectly('carol', ['alice', 'bob'], 'between three');
    expect(await line.notificationOf('three')).toMatchObject({
      title: 'Carol Clark (to you and Bob Brown)',
      channelId: 'dm/9,10',
    });
    await expect.poll(() => countsByName(line)).toEqual(zulip.truth('alice'));
    expect(line.notifications().map(({ body }) => body)).toEqual([
      '@Alice Adams look <b>here</b>',
      'every word of it',
      'a followed topic',
      'time to deploy',
      'between three',
    ]);
    zulip.readDirect('alice', ['bob', 'carol']);
    await line.told.find((one) => one.kind === 'read' && one.channelId === 'dm/9,10');
    zulip.leave('secret', 'alice');
    zulip.renameUser('bob', 'Robert');
    await expect.poll(() => countsByName(line)).toEqual(zulip.truth('alice'));
    // As long as it listens there is one queue, and it takes no other.
    await expect.poll(() => zulip.queues('alice')).toEqual({ count: 1, waitedAt: 1 });
  }));

test('of messages that flow while the connection is lost twenty times each is notified once', () =>
  withZulip(async (zulip, open) => {
    const line = await open();
    await line.live();
    zulip.set('alice', 'design talk', 'is_muted', true);
    const wanted: string[] = [];
    const say = () => {
      wanted.push(String(zulip.tellDirectly('bob', ['alice'], `direct ${wanted.length}`)));
      wanted.push(String(zulip.say('carol', 'general', 'lunch', `@**Alice Adams** ${wanted.length}`)));
      zulip.say('bob', 'design talk', 'x', '@**all** muted');
      zulip.tellDirectly('alice', ['bob'], 'her own');
    };
    const lose: readonly (() => Promise<void> | void)[] = [
      () => line.cut(pauseUpTo(20)),
      async () => {
        await zulip.halt({ losesQueues: true });
        say();
        await zulip.resume();
      },
      () => void zulip.faults.answer(502, { path: /json\/events/, times: 1 }),
      async () => {
        await zulip.halt();
        say();
        await zulip.resume();
      },
      () => void zulip.faults.cut({ path: /json\/(events|messages|register)/, times: 2 }),
    ];
    for (let turn = 0; turn < 20; turn += 1) {
      say();
      await pauseUpTo(10);
      await lose[turn % lose.length]?.();
      say();
      await expect.poll(() => line.notifications().length).toBeGreaterThanOrEqual(wanted.length);
    }
    await expectEachOnce(wanted, () => notifiedIds(line));
    await expect.poll(() => countsByName(line)).toEqual(zulip.truth('alice'));
    expect(zulip.requests.items.some((one) => one.includes('/json/messages?'))).toBe(true);
    const registered = zulip.requests.items.filter((one) => one.includes('/json/register')).length;
    // Where the queue was there it was taken up where it was left.
    expect(line.count()).toBeGreaterThan(12);
    expect(registered).toBeLessThan(line.count());
  }));

test('a session that is ended is refused, and not asked again', () =>
  withZulip(async (zulip, open) => {
    const line = await open();
    await line.live();
    zulip.endSessions('alice');
    expect((await line.ends.find(() => true))[0]).toBe('refused');
    const nobody = await open();
    zulip.endSessions('alice');
    expect((await nobody.ends.find(() => true))[0]).toBe('refused');
    expect([line.count(), nobody.count()]).toEqual([1, 1]);
  }));
