import { expect, test } from '@playwright/test';
import type { InboxEntry } from '../../electron/core/model/inbox';
import { roomsOf, startElementScene, truthOf, type ElementScene } from '../support/element-scene';
import { channelsOf } from '../support/lounge-truth';
import { measured, shown } from '../support/shown';

// Many messages at once, a server that goes away, and signing out.
test.describe.configure({ mode: 'serial' });

const people = ['alice', 'dan', 'eve'];
const names = ['Twins', ...Array.from({ length: 18 }, (_, index) => `Room ${index}`)];

let scene: ElementScene;

test.beforeAll(async () => {
  scene = await startElementScene(
    {
      seed: {
        users: ['bob', 'carol', ...people].map((name) => ({ name })),
        // Two that are called the same: only the event tells them apart.
        rooms: [{ name: 'Twins', isPublic: false }, ...names.map((name) => ({ name, isPublic: true }))],
      },
    },
    people,
  );
});

test.afterAll(async () => {
  await scene?.stop();
});

test(
  'C10 all of 500 messages in 20 rooms are of the right room, though two are called the same',
  shown('element', 'attribution'),
  async () => {
    const { matrix } = scene;
    for (const person of people) {
      await matrix.notifyMentionsOnly(person);
      await scene.signIn(person);
    }
    const { alice = [] } = await matrix.truth();
    const ids = alice.map(({ id }) => id);
    for (let index = 0; index < 500; index += 1) {
      const roomId = ids[index % 20] ?? '';
      await matrix.say(
        roomId,
        index % 3 === 0 ? 'bob' : 'carol',
        `@${people[index % 3]} ${index} in ${roomId}`,
      );
      // A room of which more than 20 come at once is told in part: what is left out no page notifies.
      if (index % 100 === 99) await Promise.all(people.map((person) => matrix.whenListening(person)));
    }
    let count = 0;
    for (const serviceId of people) {
      const entries = () => scene.inbox({ serviceId });
      const wanted = people.indexOf(serviceId) < 2 ? 167 : 166;
      await expect.poll(async () => (await entries()).length, { message: serviceId }).toBe(wanted);
      const found = await entries();
      const isRight = ({ body, channelId, mention, sender }: InboxEntry) =>
        body.endsWith(` in ${channelId}`) && mention === 'personal' && /^(Bob|Carol)$/.test(sender ?? '');
      expect(found.filter((entry) => !isRight(entry))).toEqual([]);
      count += found.filter(isRight).length;
    }
    measured(test.info(), 'adapter.attribution', 'element', [count / 500]);
    expect(count).toBe(500);
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
  },
);

test(
  'C5 keeps all while the server does not answer or is down, and is right when it is back',
  shown('element', 'reconnect', 'restart'),
  async () => {
    const { matrix } = scene;
    const page = await scene.page();
    const before = await roomsOf(scene);
    const back = matrix.faults.cut({ path: /\/_matrix\// });
    await matrix.restart();
    await matrix.say('Room 5', 'bob', '@alice while the line is cut');
    await expect(page).toHaveTitle(/\[Offline\]/, { timeout: 30_000 });
    expect(await roomsOf(scene)).toEqual(before);
    back();
    // The page tries again when the browser says that the network is back.
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
    expect(await roomsOf(scene)).not.toEqual(before);
    await matrix.whenListening('alice');
    await matrix.halt();
    await matrix.say('Room 6', 'bob', '@alice while the server is down');
    await matrix.resume();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
  },
);

test(
  'C4 drops the channels when the session ends elsewhere, and is there again after signing in',
  shown('element', 'sign-out'),
  async () => {
    const { matrix } = scene;
    await matrix.whenListening('alice');
    await matrix.signOut('alice');
    await expect.poll(() => scene.adapter()).toBe('signed-out');
    expect((await channelsOf(scene.foyer.shell, 'alice')).channels).toBe(null);
    await expect(scene.onBar(/Chat of alice/)).not.toHaveAccessibleName(/unread/);
    for (const { id } of await truthOf(scene)) await matrix.readElsewhere(id, 'alice');
    await matrix.say('Room 7', 'bob', '@alice before you came back');
    await scene.signIn();
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
    expect(scene.foyer.log()).not.toMatch(/\[foyer\] bug/);
  },
);
