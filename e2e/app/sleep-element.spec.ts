import { expect, test } from '@playwright/test';
import { roomsOf, startElementScene, truthOf, type ElementScene } from '../support/element-scene';
import { sleeperOf, startTalk, type Sleeper } from '../support/sleeper';

// An Element that sleeps and still rings: by `/sync`, and, as a device with keys, by sliding sync.
test.describe.configure({ mode: 'serial' });

let scene: ElementScene;
let sleeper: Sleeper;

test.beforeAll(async () => {
  scene = await startElementScene({}, ['alice', 'bob']);
  const alice = { serviceId: 'alice', beside: 'bob', address: '//alice.localhost' };
  sleeper = sleeperOf(() => scene.foyer, alice);
  await scene.signIn('alice');
  await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
});

test.afterAll(async () => {
  await scene?.stop();
});

test('J120 J123 J125 nothing is lost or told twice while page and listener take turns, with keys and without', async () => {
  const { matrix } = scene;
  await sleeper.listen();
  await sleeper.sleep();
  const arriving = scene.desktop.nextNotification(({ body }) => body.includes('are you there'));
  await matrix.say('General', 'bob', '@alice are you there');
  expect((await arriving).title).toContain('Bob (General)');
  const talk = startTalk(async (count) => (await matrix.say('alice,bob', 'bob', `number ${count}`)).event_id);
  await talk.more(3);
  await sleeper.wake();
  await matrix.giveKeys('alice');
  await sleeper.sleep();
  await talk.more(3);
  await talk.end();
  await sleeper.keptOnce(talk.said);
  await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
});

test('J124 a token that the server ends is refused, and nothing of it is logged', async () => {
  const { sessions } = await scene.matrix.shared.read();
  await scene.matrix.signOut('alice');
  await expect.poll(async () => (await sleeper.projected()).listening).toBe('refused');
  for (const token of Object.keys(sessions)) expect(scene.foyer.log()).not.toContain(token);
});
