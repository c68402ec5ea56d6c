import { expect, test } from '@playwright/test';
import type { InboxEntry } from '../../electron/core/model/inbox';
import { joinedIn, showIn, signOutIn } from '../support/converse-truth';
import { startConverseScene, type ConverseScene } from '../support/converse-scene';
import { channelsOf } from '../support/lounge-truth';
import { measured, shown } from '../support/shown';
import { startXmppPerson } from '../support/xmpp-person';

// 500 messages in 20 rooms, a line that is cut, a server that starts anew, and signing out, on a real Converse.
test.describe.configure({ mode: 'serial' });

const people = ['alice', 'bob', 'dave'];
let scene: ConverseScene;

test.beforeAll(async () => {
  scene = await startConverseScene(20, ['bob', 'dave']);
  await scene.signIn();
});

test.afterAll(async () => {
  await scene?.stop();
});

const entriesOf = async (serviceId: string) =>
  (await scene.inbox({ serviceId })).filter(({ body }) => / in room-\d+$/.test(body));
const isConnected = () =>
  scene.page.evaluate(() => Reflect.get(window, '_converse').api.connection.connected() as unknown);
const idsOf = async (serviceId: string) =>
  (await channelsOf(scene.foyer.shell, serviceId)).channels?.map(({ id }) => id).toSorted();

test(
  'C10 all of 500 messages in 20 rooms are of the right room',
  shown('converse', 'attribution'),
  async () => {
    for (const name of people) {
      const page = await scene.foyer.servicePage(name === 'alice' ? 'converse.localhost' : `//${name}.`);
      await expect.poll(() => joinedIn(page), { message: name, timeout: 30_000 }).toBe(20);
      await expect.poll(async () => (await idsOf(name))?.length, { message: name }).toBe(20);
    }
    // Of three people, since no service may send so many at once.
    const texts = Array.from({ length: 500 }, (_, index) => index);
    for (const i of texts) {
      const room = `room-${i % 20}`;
      await scene.carol.say(room, `${people[i % 3]}: ${i} in ${room}`);
    }
    for (const name of people) {
      const expected = texts.filter((i) => people[i % 3] === name).length;
      await expect
        .poll(async () => (await entriesOf(name)).length, { message: name, timeout: 30_000 })
        .toBe(expected);
      const found = await entriesOf(name);
      const isRight = ({ body, channelName, mention, sender }: InboxEntry) =>
        body.endsWith(` in ${channelName}`) && mention === 'personal' && sender === 'carol';
      expect(found.filter((entry) => !isRight(entry))).toEqual([]);
      measured(test.info(), 'adapter.attribution', 'converse', [found.filter(isRight).length / expected]);
    }
  },
);

test('C9 an entry of the inbox opens its channel, at the message', async () => {
  const entry = (await entriesOf('alice')).find(({ channelName }) => channelName === 'room-6');
  await scene.command('inbox.open', { id: entry?.id ?? 0 });
  await expect(scene.page.locator('converse-muc-heading:visible')).toContainText('room-6');
  const message = scene.page.locator('.chat-msg__text', { hasText: entry?.body ?? 'none' });
  await expect(message).toBeInViewport();
});

test(
  'C5 keeps all while the server is out of reach, and is right when it is back',
  shown('converse', 'reconnect'),
  async () => {
    await showIn(scene.page, scene.jidOf('room-0'));
    const before = await idsOf('alice');
    const mentions = async (room: string) => (await scene.known(room))?.mentions ?? 0;
    const ofNine = await mentions('room-9');
    scene.line.cut();
    await expect.poll(isConnected).not.toBe(true);
    await scene.carol.say('room-9', 'alice: while you were away');
    expect(await mentions('room-9')).toBe(ofNine);
    expect(await idsOf('alice')).toEqual(before);
    scene.line.restore();
    await expect.poll(() => mentions('room-9'), { timeout: 30_000 }).toBe(ofNine + 1);
    expect(await idsOf('alice')).toEqual(before);
  },
);

test(
  'C5 C19 says that the server is away, and is right after it started anew',
  shown('converse', 'restart'),
  async () => {
    test.setTimeout(90_000);
    const before = await idsOf('alice');
    await scene.carol.leave().catch(() => undefined);
    await scene.prosody.halt();
    await expect.poll(isConnected).not.toBe(true);
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/without its server since/);
    await scene.prosody.resume();
    scene.carol = await startXmppPerson(scene.prosody, 'carol', scene.rooms);
    const mentions = async () => (await scene.known('room-8'))?.mentions ?? 0;
    const ofEight = await mentions();
    // The page joins its twenty rooms again one by one.
    await expect
      .poll(
        async () => {
          await scene.carol.say('room-8', 'alice: after');
          return mentions();
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(ofEight);
    await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/without its server/);
    expect(await idsOf('alice')).toEqual(before);
  },
);

test('C4 drops the channels when the person signs out', shown('converse', 'sign-out'), async () => {
  await signOutIn(scene.page);
  await expect
    .poll(async () => (await channelsOf(scene.foyer.shell, 'alice')).adapter.kind)
    .toBe('signed-out');
  expect((await channelsOf(scene.foyer.shell, 'alice')).channels).toBe(null);
  await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
  expect(scene.foyer.log()).not.toMatch(/\[foyer\] bug/);
});
