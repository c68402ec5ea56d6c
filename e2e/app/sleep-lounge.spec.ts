import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { command, inboxOf } from '../support/inbox';
import { startLoungeScene, type LoungeScene } from '../support/lounge-scene';

// A real The Lounge that sleeps and still rings, whose page leaves its notifications to its worker.
test.describe.configure({ mode: 'serial' });

/** How fast somebody talks all the while. */
const PACE_MS = 40;
let scene: LoungeScene;

test.beforeAll(async () => {
  scene = await startLoungeScene();
  await command(scene.foyer.shell, 'service.activate', { serviceId: 'bob' });
  const page = await scene.foyer.servicePage('127.0.0.1');
  // Typed by hand, the name would be a draft for a while.
  await page.evaluate((stored) => Object.assign(localStorage, stored), scene.lounge.storageFor('bob'));
  await page.reload();
  await expect(page.locator('.channel-list-item[data-type=channel]:not(.parted-channel)')).toHaveCount(20);
});

test.afterAll(async () => {
  await scene?.stop();
});

const projected = async () => {
  const { services } = await command(scene.foyer.shell, 'app.connect', undefined);
  const found = services.find(({ id }) => id === 'bob');
  if (found === undefined) throw new Error('the service went away');
  return found;
};
const sleep = async () => {
  await command(scene.foyer.shell, 'service.activate', { serviceId: 'alice' });
  await command(scene.foyer.shell, 'service.sleep', { serviceId: 'bob' });
  await expect
    .poll(async () => {
      const { load, listening } = await projected();
      return [load.kind, listening];
    })
    .toEqual(['asleep', 'live']);
};

test('Z18 J108 nothing is lost or told twice while a page with a worker and its listener take turns', async () => {
  await command(scene.foyer.shell, 'service.set-listen', { serviceId: 'bob', listen: 'yes' });
  const said: string[] = [];
  const talk = { isOn: true };
  const talking = (async () => {
    while (talk.isOn) {
      const text = `bob: number ${said.length}`;
      await scene.carol.say(said.length % 2 === 0 ? '#room-3' : 'bob', text);
      said.push(text);
      await setTimeout(PACE_MS);
    }
  })();
  for (let round = 0; round < 2; round += 1) {
    await sleep();
    const heard = said.length;
    await expect.poll(() => said.length).toBeGreaterThan(heard + 5);
    await command(scene.foyer.shell, 'service.wake', { serviceId: 'bob' });
    await expect.poll(async () => (await projected()).listening, { timeout: 15_000 }).toBe('off');
  }
  talk.isOn = false;
  await talking;
  const bodies = async () =>
    (await inboxOf(scene.foyer.shell, { serviceId: 'bob' }))
      .map(({ body }) => body)
      .filter((body) => said.includes(body));
  await expect.poll(async () => (await bodies()).length).toBeGreaterThanOrEqual(said.length);
  expect((await bodies()).toSorted()).toEqual(said.toSorted());
});
