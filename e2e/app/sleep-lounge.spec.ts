import { expect, test } from '@playwright/test';
import { startLoungeScene, type LoungeScene } from '../support/lounge-scene';
import { sleeperOf, startTalk } from '../support/sleeper';

// A real The Lounge that sleeps and still rings, whose page leaves its notifications to its worker.
test.describe.configure({ mode: 'serial' });

let scene: LoungeScene;

test.beforeAll(async () => {
  scene = await startLoungeScene();
  await scene.command('service.activate', { serviceId: 'bob' });
  const page = await scene.foyer.servicePage('127.0.0.1');
  // Typed by hand, the name would be a draft for a while.
  await page.evaluate((stored) => Object.assign(localStorage, stored), scene.lounge.storageFor('bob'));
  await page.reload();
  await expect(page.locator('.channel-list-item[data-type=channel]:not(.parted-channel)')).toHaveCount(20);
});

test.afterAll(async () => {
  await scene?.stop();
});

test('Z18 J108 nothing is lost or told twice while a page with a worker and its listener take turns', async () => {
  const bob = { serviceId: 'bob', beside: 'alice', address: '127.0.0.1', wakeMaxMs: 15_000 };
  const sleeper = sleeperOf(() => scene.foyer, bob);
  await sleeper.listen();
  const talk = startTalk(async (count) => {
    const text = `bob: number ${count}`;
    await scene.carol.say(count % 2 === 0 ? '#room-3' : 'bob', text);
    return text;
  });
  for (let round = 0; round < 2; round += 1) {
    await sleeper.sleep();
    await talk.more(5);
    await sleeper.wake();
  }
  await talk.end();
  await sleeper.keptOnce(talk.said, ({ body }) => body);
});
