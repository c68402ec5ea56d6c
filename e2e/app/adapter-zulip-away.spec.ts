import { expect, test } from '@playwright/test';
import { defaultSeed } from '../servers/zulip/seed';
import { measured, shown } from '../support/shown';
import { startZulipScene, timeToOpen, type ZulipScene } from '../support/zulip-scene';

// Many messages at once, opening, reloads, outages of the server, a restart, and signing out, on a Zulip.
test.describe.configure({ mode: 'serial' });

let scene: ZulipScene;

const STREAMS = 10;
const MESSAGES = 500;
const SENDERS = 25;
const people = ['alice', 'bob', 'carol'];
const names = Array.from({ length: STREAMS }, (_, index) => `room ${index}`);
/** So many that nobody says two things in one place: Zulip would put both in one notification. */
const senders = Array.from({ length: SENDERS }, (_, index) => ({
  short: `s${index}`,
  name: `Sender ${index}`,
}));

test.beforeAll(async () => {
  const seed = {
    users: [...defaultSeed.users, ...senders],
    streams: names.map((name) => ({ name })),
    groups: Object.fromEntries(people.map((user) => [`group of ${user}`, [user]])),
  };
  // Carol's page gives nothing of its own: what her notifications are of is known by the queue and by their wording.
  scene = await startZulipScene({ retryMs: 100, seed, isOpenToAll: true, closedTo: ['carol'] }, [
    'bob',
    'carol',
  ]);
});

test.afterAll(async () => {
  await scene?.stop();
});

/** Twenty places: ten streams, and in each a topic of which the person set something. */
const placeOf = (
  index: number,
): { readonly stream: string; readonly topic: string; readonly name: string } => {
  const stream = names[index % STREAMS] ?? '';
  const isOwn = index % (2 * STREAMS) >= STREAMS;
  return { stream, topic: isOwn ? 'own' : 'talk', name: isOwn ? `${stream} > own` : stream };
};

test(
  'C10 all of 500 messages in 20 streams and topics are of the right channel',
  shown('zulip', 'attribution'),
  async () => {
    const { zulip } = scene;
    for (const user of people) for (const name of names) zulip.setTopic(user, name, 'own', 2);
    for (const user of people) {
      await expect.poll(async () => (await scene.channels(user)).adapter.kind).toBe('signed-out');
      await scene.signIn(user);
      await scene.agrees(user);
    }
    type Sent = {
      readonly user: string;
      readonly name: string;
      readonly mention: string;
      readonly sender: string;
    };
    const sent = new Map<string, Sent>();
    for (let index = 0; index < MESSAGES; index += 1) {
      const user = people[index % people.length] ?? '';
      const isGroup = index % 4 === 0;
      const { stream, topic, name } = placeOf(index);
      const { short, name: sender } = senders[Math.floor(index / 20)] ??
        senders[0] ?? { short: '', name: '' };
      const said = isGroup ? `@*group of ${user}*` : `@**${zulip.nameOf(user)}**`;
      const id = zulip.say(short, stream, topic, `${said} number ${index} of all`);
      sent.set(String(id), { user, name, mention: isGroup ? 'group' : 'personal', sender });
    }
    const found = async () => {
      const all = await Promise.all(
        people.map(async (user) =>
          (await scene.entries('number', user)).map((entry) => Object.assign(entry, { user })),
        ),
      );
      return all.flat();
    };
    await expect.poll(async () => (await found()).length, { timeout: 20_000 }).toBe(MESSAGES);
    const told = new Map(
      (await found()).map(({ messageId, user, channelName, mention, sender }) => [
        messageId ?? '',
        { user, name: channelName, mention, sender },
      ]),
    );
    expect(told.size).toBe(MESSAGES);
    const isRight = ([id, wanted]: readonly [string, Sent]): boolean => told.get(id)?.name === wanted.name;
    const share = [...sent].filter(isRight).length / sent.size;
    measured(test.info(), 'adapter.attribution', 'zulip', [share]);
    for (const [id, wanted] of sent) {
      const { user, name, sender } = wanted;
      // By wording alone a group is not known as the person's.
      expect(told.get(id)).toMatchObject(user === 'carol' ? { user, name, sender } : wanted);
    }
    for (const user of people) await scene.agrees(user);
  },
);

test('C10 direct messages are told apart, also where a conversation begins', async () => {
  const { zulip } = scene;
  zulip.tellDirectly('dave', ['alice'], 'the first of all');
  zulip.tellDirectly('dave', ['alice', 'bob'], 'and with bob');
  zulip.tellDirectly('bob', ['alice', 'dave'], 'it is me');
  zulip.tellDirectly('dave', ['alice'], 'the second');
  const rows = async (text: string) =>
    (await scene.entries(text)).map(({ channelId, sender, title }) => [channelId, sender, title]);
  await expect.poll(() => rows('the first')).toEqual([['dm/11', 'Dave Dunn', 'Dave Dunn (to you)']]);
  await expect
    .poll(() => rows('and with'))
    .toEqual([['dm/9,11', 'Dave Dunn', 'Dave Dunn (to you and Bob Brown)']]);
  await expect
    .poll(() => rows('it is me'))
    .toEqual([['dm/9,11', 'Bob Brown', '2 messages from Bob Brown (to you and Dave Dunn)']]);
  await expect
    .poll(() => rows('the second'))
    .toEqual([['dm/11', 'Dave Dunn', '2 messages from Dave Dunn (to you)']]);
  await scene.agrees();
});

test(
  'C8 opens a channel, and a message in it, without loading the page anew',
  shown('zulip', 'open', 'on-screen'),
  async () => {
    await scene.page.evaluate(() => Object.assign(window, { mark: 'the same document' }));
    const header = scene.page.locator('#message_view_header');
    const times: number[] = [];
    for (let index = 0; index < 2 * 2 * STREAMS; index += 1) {
      const { name } = placeOf(index);
      times.push(await timeToOpen(scene, await scene.idOf(name), `#${name}`));
    }
    measured(test.info(), 'adapter.openP95Ms', 'zulip', times);
    // What the slowest take is the machine's: other tests run beside this one.
    const median = times.toSorted((a, b) => a - b)[Math.ceil(times.length / 2) - 1] ?? Infinity;
    expect(median).toBeLessThanOrEqual(300);
    await scene.command('channel.open', { serviceId: 'alice', channelId: await scene.idOf('Dave Dunn') });
    await expect(header).toHaveText('Dave Dunn');
    // By the inbox it opens at the message, in its topic.
    const [entry] = await scene.entries('number 498 ');
    await scene.command('inbox.open', { id: entry?.id ?? 0 });
    await expect(scene.page.locator('.selected_message')).toContainText('number 498');
    expect(await scene.page.evaluate(() => Reflect.get(window, 'mark') as unknown)).toBe('the same document');
    const shownNow = async () => (await scene.channels()).openChannelId;
    await expect.poll(shownNow).toBe(entry?.channelId);
    await scene.page.evaluate(() => (location.hash = '#inbox'));
    await expect.poll(shownNow).toBe(null);
    // As the page itself goes: without an event of its own.
    await scene.page.evaluate(() => history.pushState(null, '', '#narrow/channel/3-general/topic/lunch'));
    await expect.poll(shownNow).toBe('stream/3');
    await scene.page.evaluate(() => (location.hash = '#inbox'));
  },
);

test('C5 keeps channels and counts over a reload', shown('zulip', 'reload'), async () => {
  scene.zulip.say('bob', 'room 1', 'talk', '@**Alice Adams** keep this');
  await scene.agrees();
  const before = await scene.channels();
  const wanted = (await scene.known('room 1'))?.mentions;
  const seen = new Set<unknown>();
  // As long as nobody says who the person is, the new page knows nothing.
  const heal = scene.zulip.faults.cut({ path: /json\/users\/me/ });
  await scene.command('service.reload', { serviceId: 'alice', fromStartPage: false });
  const kind = async () => {
    seen.add((await scene.known('room 1'))?.mentions);
    return (await scene.channels()).adapter.kind;
  };
  await expect.poll(kind, { intervals: [10] }).toBe('silent');
  heal();
  await expect.poll(kind, { intervals: [10] }).toBe('speaking');
  expect(seen).toEqual(new Set([wanted]));
  expect((await scene.channels()).channels?.map(({ id }) => id)).toEqual(
    before.channels?.map(({ id }) => id),
  );
  // The page before took its queues along.
  await expect.poll(() => scene.zulip.queues('alice')).toEqual({ count: 2, waitedAt: 2 });
});

test(
  'C5 C19 keeps all while the server is away and says so, and is right when it is back, with its queues or without',
  shown('zulip', 'reconnect', 'restart'),
  async () => {
    const { zulip } = scene;
    for (const losesQueues of [false, true]) {
      const before = await scene.all();
      await zulip.halt({ losesQueues });
      zulip.say('bob', 'room 2', 'talk', '@**Alice Adams** while you were away');
      zulip.readStream('alice', 'room 3');
      zulip.set('alice', 'room 4', 'is_muted', !losesQueues);
      expect(await scene.all()).toEqual(before);
      expect((await scene.channels()).adapter.kind).toBe('speaking');
      if (losesQueues)
        await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/without its server since/);
      await zulip.resume();
      await scene.agrees();
      await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/without its server/);
    }
    // Trouble of other kinds: too many questions, a balancer without a server, answers that never come.
    zulip.faults.answer(429, { path: /json\/events/, times: 2 });
    zulip.faults.answer(502, { path: /json\/events/, times: 2 });
    zulip.faults.cut({ path: /json\/events/, times: 2 });
    zulip.say('bob', 'room 5', 'talk', 'in spite of all');
    await scene.agrees();
    await expect.poll(() => zulip.queues('alice').waitedAt).toBe(2);
    // The network went away without a word, and the system says that it is back.
    const heal = zulip.faults.hang({ path: /json\/events/ });
    zulip.say('bob', 'room 6', 'talk', 'the last that is heard');
    await scene.agrees();
    await expect.poll(() => zulip.queues('alice').waitedAt).toBe(0);
    zulip.say('bob', 'room 6', 'talk', 'not heard');
    heal();
    await scene.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await scene.agrees();
  },
);

test('C9 after a restart an entry of the inbox still opens its message', async () => {
  const ids = (await scene.channels()).channels?.map(({ id }) => id);
  await scene.restart();
  await scene.agrees();
  expect((await scene.channels()).channels?.map(({ id }) => id)).toEqual(ids);
  const [entry] = await scene.entries('number 402 ');
  await scene.command('inbox.open', { id: entry?.id ?? 0 });
  await expect(scene.page.locator('.selected_message')).toContainText('number 402');
});

test('C4 drops the channels when the person signs out', shown('zulip', 'sign-out'), async () => {
  await scene.page.evaluate(() => document.querySelector<HTMLFormElement>('#logout_form')?.submit());
  await expect.poll(async () => (await scene.channels()).adapter.kind).toBe('signed-out');
  expect((await scene.channels()).channels).toBe(null);
  await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
  await scene.signIn();
  await scene.agrees();
  // An administrator may end the session too.
  scene.zulip.endSessions('alice');
  await expect.poll(async () => (await scene.channels()).adapter.kind).toBe('signed-out');
  expect(scene.foyer.log()).not.toMatch(/\[foyer\] bug/);
});
