import { expect, test } from '@playwright/test';
import { listen } from '../../electron/recipes/thelounge/listener';
import { expectEachOnce } from '../support/each-once.js';
import { startIrcPerson, type IrcPerson } from '../support/irc-person.js';
import { type Ircd, startIrcd } from './ircd.js';
import { type Line, startLine } from './lib/line.js';
import { countsByName, notifiedIds, pauseUpTo } from './lib/listeners.js';
import { listenOver, type ListeningLine } from './lib/listening-line.js';
import { openElsewhere } from './lib/lounge-elsewhere.js';
import { LOOPBACK } from './lib/net.js';
import { type Lounge, startLounge } from './lounge.js';

// What hears an asleep The Lounge, on the real server.
test.describe.configure({ mode: 'serial' });

let ircd: Ircd;
let lounge: Lounge;
let wire: Line;
let carol: IrcPerson;
let line: ListeningLine;

const openLine = (port: number, name = 'alice', of = lounge): ListeningLine => {
  const { user, token, settings } = of.storageFor(name);
  return listenOver(listen, {
    url: `http://${LOOPBACK}:${port}/`,
    credentials: { cookies: {}, values: { user, token, settings } },
  });
};
const truth = async (name = 'alice') => {
  const elsewhere = await openElsewhere(lounge, name);
  await elsewhere.close();
  const rooms = elsewhere.rooms.filter(({ type }) => type === 'channel' || type === 'query');
  return Object.fromEntries(
    rooms.map(({ name, unread, highlight, muted }) => [
      name,
      { unread, mentions: muted ? 0 : highlight, muted },
    ]),
  );
};
/** What was said may be on its way to either of them. */
const sameAsServer = () =>
  expect(async () => expect(countsByName(line)).toEqual(await truth())).toPass({ timeout: 10_000 });

test.beforeAll(async () => {
  ircd = await startIrcd();
  lounge = await startLounge({ ircd });
  await lounge.whenJoined();
  wire = await startLine(lounge.port);
  carol = await startIrcPerson(ircd, 'carol', ['#general', '#busy', '#private']);
});

test.afterAll(async () => {
  line?.stop();
  await carol?.leave();
  await wire?.stop();
  await lounge?.stop();
  await ircd?.stop();
});

test('tells the rooms, what the page would notify of, and what is read elsewhere', async () => {
  await carol.say('#general', 'alice: before anybody listened');
  line = openLine(wire.port);
  await line.live();
  expect(countsByName(line)).toEqual(await truth());
  expect(line.told.items.map(({ kind }) => kind)).toEqual(['own-names', 'channels', 'live']);

  await carol.say('#private', 'alice: look \u0002<b>here</b>\u000f');
  const { messageId, channelId, ...said } = await line.notificationOf('look');
  expect(said).toEqual({
    kind: 'notification',
    title: 'carol (#private) says:',
    body: 'alice: look <b>here</b>',
    iconUrl: `http://${LOOPBACK}:${wire.port}/img/icon-alerted-grey-bg-192x192px.png`,
    tag: 'chan-4',
    sender: 'carol',
    mention: 'personal',
    isThreadReply: false,
    sentAtMs: expect.any(Number) as unknown as number,
  });
  expect(messageId).toMatch(/^\d+@\d{4}-\d\d-\d\dT/);
  expect(line.channels().get(channelId)).toMatchObject({ name: '#private', unread: 1, mentions: 1 });
  await carol.say('#busy', 'nothing for anybody');
  const elsewhere = await openElsewhere(lounge, 'alice');
  const idOf = (name: string) => elsewhere.rooms.find((room) => room.name === name)?.id;
  await elsewhere.emit('mute:change', { target: idOf('#busy'), setMutedTo: true });
  await carol.say('#busy', 'alice: into a muted room');
  await elsewhere.emit('input', { target: idOf('#private'), text: 'alice: her own' });
  await carol.say('alice', 'between us');
  expect(await line.notificationOf('between us')).toMatchObject({ title: 'carol says:', mention: 'none' });
  await elsewhere.emit('open', idOf('#general'));
  await elsewhere.emit('open', null);
  await line.told.find((one) => one.kind === 'read' && one.channelId.endsWith('/#general'));
  await elsewhere.close();
  await sameAsServer();
  expect(line.notifications().map(({ body }) => body)).toEqual(['alice: look <b>here</b>', 'between us']);
});

test('of messages that flow while the line is cut twenty times each is notified once', async () => {
  const before = line.notifications().length;
  const wanted: string[] = [];
  const flow = async (words: string): Promise<void> => {
    for (const target of ['#general', '#private', 'alice', '#private']) {
      wanted.push(`alice: ${words} ${wanted.length}`);
      await carol.sayAll(target, [`noise ${words}`, wanted.at(-1) ?? ''].slice(target === 'alice' ? 1 : 0));
    }
    await carol.say('#busy', `alice: muted ${words}`);
  };
  for (let turn = 0; turn < 20; turn += 1) {
    const count = line.count();
    const flowing = flow(`turn ${turn}`);
    await pauseUpTo(8);
    if (turn % 2 === 0) line.cut(pauseUpTo(20));
    else {
      wire.cut();
      await flow(`away ${turn}`);
      wire.restore();
    }
    await flowing;
    await line.live(count + 1);
  }
  const bodies = () =>
    line
      .notifications()
      .slice(before)
      .map(({ body }) => body);
  await expectEachOnce(wanted, bodies);
  expect(new Set(notifiedIds(line)).size).toBe(before + wanted.length);
  expect(line.count()).toBeGreaterThan(20);
  await sameAsServer();
});

test('more than a page of what was missed is told, and of what was read meanwhile nothing', async () => {
  const before = line.notifications().length;
  const mentions = async () => (await truth())['#general']?.mentions ?? 0;
  const known = await mentions();
  wire.cut();
  await carol.say('#general', 'alice: read meanwhile');
  await expect.poll(mentions).toBe(known + 1);
  const elsewhere = await openElsewhere(lounge, 'alice');
  await elsewhere.emit('open', elsewhere.rooms.find(({ name }) => name === '#general')?.id);
  await elsewhere.emit('open', null);
  await elsewhere.close();
  const many = Array.from(
    { length: 250 },
    (_, index) => `${index % 50 === 0 ? 'alice: ' : ''}missed ${index}`,
  );
  await carol.sayAll('#general', many);
  await expect.poll(mentions).toBe(5);
  wire.restore();
  await line.notificationOf('missed 200');
  const missed = line.notifications().slice(before);
  expect(missed.map(({ body }) => body)).toEqual(
    [0, 50, 100, 150, 200].map((index) => `alice: missed ${index}`),
  );
});

test('a server that starts anew tells what it has since, once it listens', async () => {
  const before = line.notifications().length;
  await lounge.restart();
  await lounge.whenJoined();
  await carol.say('#general', 'alice: after the restart');
  await line.notificationOf('after the restart');
  await sameAsServer();
  expect(line.notifications()).toHaveLength(before + 1);
});

test('a token that is signed out is refused, and not tried again', async () => {
  const elsewhere = await openElsewhere(lounge, 'bob');
  const bob = openLine(lounge.port, 'bob');
  await bob.live();
  void elsewhere.emit('sign-out');
  expect((await bob.ends.find(() => true))[0]).toBe('refused');
  const again = openLine(lounge.port, 'bob');
  expect(await again.ends.find(() => true)).toEqual(['refused', 'auth:failed']);
  expect([bob.count(), again.count()]).toEqual([1, 1]);
});

test('where no WebSockets pass it asks again and again, and hears the same', async () => {
  const users = [{ name: 'erin', password: 'erin-pw', channels: ['#general'] }];
  const polled = await startLounge({ ircd, users, transports: ['polling'] });
  await polled.whenJoined();
  const erin = openLine(polled.port, 'erin', polled);
  try {
    await erin.live();
    for (const text of ['erin: one', 'erin: two']) {
      await carol.say('#general', text);
      await erin.notificationOf(text);
    }
    erin.cut();
    await carol.say('#general', 'erin: three');
    await erin.notificationOf('three');
    expect(erin.notifications().map(({ body }) => body)).toEqual(['erin: one', 'erin: two', 'erin: three']);
    expect(erin.count()).toBe(2);
  } finally {
    erin.stop();
    await polled.stop();
  }
});
