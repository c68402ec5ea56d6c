import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { openAddresses } from '../support/bar';
import { roomsOf, startElementScene, truthOf, type ElementScene } from '../support/element-scene';
import { command, inboxOf } from '../support/inbox';

// An Element that sleeps and still rings: by `/sync`, and, as a device with keys, by sliding sync.
test.describe.configure({ mode: 'serial' });

/** How fast somebody talks all the while. */
const PACE_MS = 40;
let scene: ElementScene;

test.beforeAll(async () => {
  scene = await startElementScene({}, ['alice', 'bob']);
  await scene.signIn('alice');
  await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
});

test.afterAll(async () => {
  await scene?.stop();
});

const ask = <N extends Parameters<typeof command>[1]>(name: N, input: Parameters<typeof command<N>>[2]) =>
  command(scene.foyer.shell, name, input);
const state = async () => {
  const { services } = await ask('app.connect', undefined);
  const found = services.find(({ id }) => id === 'alice');
  return `${found?.load.kind} ${found?.listening}`;
};
const sleep = async () => {
  await ask('service.activate', { serviceId: 'bob' });
  await ask('service.sleep', { serviceId: 'alice' });
  await expect.poll(state).toBe('asleep live');
  expect(openAddresses(scene.foyer).filter((url) => url.includes('//alice.localhost'))).toEqual([]);
};
const wake = async () => {
  await ask('service.wake', { serviceId: 'alice' });
  await scene.page('alice');
  await expect.poll(state).toMatch(/ off$/);
};

test('J120 J123 J125 nothing is lost or told twice while page and listener take turns, with keys and without', async () => {
  const { matrix } = scene;
  await ask('service.set-listen', { serviceId: 'alice', listen: 'yes' });
  await sleep();
  const arriving = scene.desktop.nextNotification(({ body }) => body.includes('are you there'));
  await matrix.say('General', 'bob', '@alice are you there');
  expect((await arriving).title).toContain('Bob (General)');
  const said: string[] = [];
  const talk = { isOn: true };
  const talking = (async () => {
    while (talk.isOn) {
      said.push((await matrix.say('alice,bob', 'bob', `number ${said.length}`)).event_id);
      await setTimeout(PACE_MS);
    }
  })();
  const more = async () => {
    const heard = said.length;
    await expect.poll(() => said.length).toBeGreaterThan(heard + 3);
  };
  await more();
  await wake();
  await matrix.giveKeys('alice');
  await sleep();
  await more();
  talk.isOn = false;
  await talking;
  const ids = async () =>
    (await inboxOf(scene.foyer.shell, { serviceId: 'alice' })).flatMap(({ messageId }) =>
      messageId !== null && said.includes(messageId) ? [messageId] : [],
    );
  await expect.poll(async () => (await ids()).length).toBeGreaterThanOrEqual(said.length);
  expect((await ids()).toSorted()).toEqual(said.toSorted());
  await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
});

test('J124 a token that the server ends is refused, and nothing of it is logged', async () => {
  const { sessions } = await scene.matrix.shared.read();
  await scene.matrix.signOut('alice');
  await expect.poll(state).toMatch(/ refused$/);
  for (const token of Object.keys(sessions)) expect(scene.foyer.log()).not.toContain(token);
});
