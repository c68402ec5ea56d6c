import { createHub } from '../../../electron/main/listeners/hub';
import { wireOver } from '../../../electron/main/listeners/hub.test-support';
import type { FromListeners } from '../../../electron/main/listeners/protocol';
import { createTestClock } from '../../../electron/main/test-clock.test-support';
import type { FakePort } from '../../../electron/recipes/listening.test-support';
import { listen } from '../../../electron/recipes/rocketchat/listener';
import { fakePort, json, start } from '../../../electron/recipes/rocketchat/listener.test-support';

/*
 * What listeners take: the app's own hub and listener of Rocket.Chat, on a server that answers at once. Time is moved by
 * hand, so that nothing depends on the machine; run by `listeners.test.mjs` in a process of its own, for its heap.
 */
const SERVICES = 100;
const CHANNELS = 50;
const MESSAGES = 200;
/** What is remembered of messages is full by then. */
const WARM_UP = 3000;
/** Longer than any batch waits. */
const SETTLED_MS = 1000;

/** What a server says of somebody's part in a room. */
const subscription = (
  rid: string,
  { alert, unread, at }: { readonly alert: boolean; readonly unread: number; readonly at: string },
) => ({
  _id: `s-${rid}`,
  rid,
  t: 'c',
  name: `room ${rid}`,
  open: true,
  alert,
  unread,
  _updatedAt: at,
});

const rids = Array.from({ length: CHANNELS }, (_, index) => `r${index}`);
const answers = {
  '/api/v1/subscriptions.get': json({
    update: rids.map((rid) => subscription(rid, { alert: false, unread: 0, at: '1970-01-01T00:00:01Z' })),
  }),
  '/api/v1/rooms.get': json({ update: rids.map((rid) => ({ _id: rid, lm: '1970-01-01T00:00:00.9Z' })) }),
};

const changed = (event: string, ...args: readonly unknown[]): string =>
  JSON.stringify({
    msg: 'changed',
    collection: 'stream-notify-user',
    id: 'id',
    fields: { eventName: `u1/${event}`, args },
  });

/** The three frames that a server sends somebody for one message. */
const framesOf = (count: number): readonly string[] => {
  const rid = rids[count % CHANNELS] ?? '';
  const at = new Date(2000 + count).toISOString();
  const sender = { _id: 'u2', username: 'bob', name: 'Bob' };
  return [
    changed('rooms-changed', 'updated', { _id: rid, lm: at, _updatedAt: at }),
    changed('subscriptions-changed', 'updated', subscription(rid, { alert: true, unread: count, at })),
    changed('notification', {
      title: `#room ${rid}`,
      text: `line ${count}`,
      payload: {
        _id: `m${count}`,
        rid,
        sender,
        type: 'c',
        name: `room ${rid}`,
        message: { msg: `line ${count}` },
      },
    }),
  ];
};

/** A hub, with what is asked of its surroundings counted. */
function openHub() {
  const clock = createTestClock(1_000_000);
  const counted = { posts: 0, bytes: 0, timers: 0 };
  const fakes: FakePort[] = [];
  const post = (message: FromListeners): void => {
    counted.posts += 1;
    counted.bytes += JSON.stringify(message).length;
  };
  const hub = createHub({
    ...clock,
    after: (delayMs, run) => {
      counted.timers += 1;
      return clock.after(delayMs, run);
    },
    random: () => 0,
    listenerOf: () => Promise.resolve(listen),
    openWire: () => {
      const fake = fakePort(answers);
      fakes.push(fake);
      return wireOver(fake, clock.nowMs, () => undefined);
    },
    within: (_onThrown, work) => work(),
    post,
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => void setImmediate(resolve));
      clock.pass(SETTLED_MS);
    }
  };
  return {
    clock,
    counted,
    fakes,
    settle,
    open: async (serviceId: string) => {
      hub.receive({ kind: 'listen', serviceId, turn: 1, recipeId: 'rocketchat', ...start });
      await settle();
    },
    close: (serviceId: string) => hub.receive({ kind: 'unlisten', serviceId }),
    hear: async (fake: FakePort, count: number) => {
      for (const frame of framesOf(count)) fake.say(frame);
      await settle();
    },
  };
}

const heapAfterGc = (): number => {
  for (let turn = 0; turn < 3; turn += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

type Hub = ReturnType<typeof openHub>;

async function hearMany({ hear, fakes }: Hub, from: number, count: number): Promise<void> {
  const fake = fakes[0];
  if (fake === undefined) throw new Error('nothing is listened to');
  for (let index = 0; index < count; index += 1) await hear(fake, from + index);
}

async function countMessages(): Promise<Readonly<Record<string, number>>> {
  const hub = openHub();
  await hub.open('one');
  const [fake] = hub.fakes;
  if (fake === undefined) throw new Error('nothing is listened to');
  const { asked, sent } = fake;
  const opening = {
    'listener.open.posts': hub.counted.posts,
    'listener.open.requests': asked.length,
    'listener.open.frames': sent.length,
  };
  // A frame of a ping and its timer come with the time, not with messages.
  await hearMany(hub, 0, 10);
  const before = { ...hub.counted, asked: asked.length };
  await hearMany(hub, 10, MESSAGES);
  const each = (now: number, then: number): number => Math.round((now - then) / MESSAGES);
  return {
    ...opening,
    'listener.message.posts': each(hub.counted.posts, before.posts),
    'listener.message.bytes': each(hub.counted.bytes, before.bytes),
    'listener.message.timers': each(hub.counted.timers, before.timers),
    'listener.message.requests': each(asked.length, before.asked),
  };
}

async function weighServices(): Promise<Readonly<Record<string, number>>> {
  const hub = openHub();
  // Code and what all share is there from the first on.
  await hub.open('first');
  await hub.open('gone');
  hub.close('gone');
  await hub.settle();
  const before = heapAfterGc();
  const timersBefore = hub.clock.waiting();
  for (let index = 0; index < SERVICES; index += 1) await hub.open(`service-${index}`);
  const open = heapAfterGc();
  const timersOpen = hub.clock.waiting();
  for (let index = 0; index < SERVICES; index += 1) hub.close(`service-${index}`);
  await hub.settle();
  hub.fakes.splice(2);
  const closed = heapAfterGc();
  return {
    'listener.service.bytes': Math.round((open - before) / SERVICES),
    'listener.service.timers': (timersOpen - timersBefore) / SERVICES,
    'listener.gone.bytes': Math.max(0, Math.round((closed - before) / SERVICES)),
    'listener.gone.timers': hub.clock.waiting() - timersBefore,
  };
}

async function weighMessages(): Promise<Readonly<Record<string, number>>> {
  const hub = openHub();
  await hub.open('one');
  await hearMany(hub, 0, WARM_UP);
  const before = heapAfterGc();
  await hearMany(hub, WARM_UP, MESSAGES);
  // Nothing of it is collected meanwhile: the room for young objects is larger.
  const made = process.memoryUsage().heapUsed - before;
  const kept = heapAfterGc() - before;
  return {
    'listener.message.bytesMade': Math.round(made / MESSAGES),
    'listener.message.bytesKept': Math.max(0, Math.round(kept / MESSAGES)),
  };
}

const counted = { ...(await countMessages()), ...(await weighServices()), ...(await weighMessages()) };
process.stdout.write(`${JSON.stringify(counted)}\n`);
