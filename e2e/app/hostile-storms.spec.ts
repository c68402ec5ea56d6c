import { expect, test } from '@playwright/test';
import { attack } from '../support/attack.js';
import { measured } from '../support/shown.js';
import { startStormScene, type StormScene } from '../support/storm-scene.js';

// What a page can do without end. While it does others are heard, and main stands still for a moment at most.
let scene: StormScene;

/**
 * Longest that main may work without a break here, in ms, where other tests take their share of caches and cores. The 50 ms of
 * W60 are for a machine that does nothing else: the figure `storm.mainPauseMs` is measured for that.
 */
const WORK_MAX_MS = 200;

test.beforeAll(async () => {
  scene = await startStormScene();
  // With the first notification the inbox starts, which is no part of a storm.
  await scene.goesOn('the start');
});

test.afterAll(async () => {
  await scene?.stop();
});

for (const [id, act, by] of [
  ['title-storm', 'title-storm', 'storms'],
  ['badge-storm', 'badges', 'storms'],
  ['notification-storm', 'notifications', 'behind'],
  ['notification-picture-storm', 'notification-icons', 'behind'],
  ['history-storm', 'history-storm', 'storms'],
  ['huge-messages', 'message-storm', 'storms'],
  ['frame-storm', 'frame-storm', 'storms'],
  ['scheme-storm', 'scheme-storm', 'storms'],
  ['worker-storm', 'worker-storm', 'behind'],
  ['window-storm', 'windows', 'storms'],
  ['icon-storm', 'icon-storm', 'storms'],
] as const) {
  test(`W60 a storm holds nobody up: ${id}`, attack(id), async () => {
    const { pauseMs, workMs } = await scene.storm(act, by);
    await scene.goesOn(id);
    measured(test.info(), 'storm.mainPauseMs', 'foyer', [pauseMs]);
    expect(workMs).toBeLessThan(WORK_MAX_MS);
    if (id === 'worker-storm') {
      const shown = scene.desktop.notifications().filter(({ title }) => title.startsWith('worker '));
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThanOrEqual(60);
    }
    if (id === 'icon-storm')
      expect(scene.asked()).toEqual(expect.arrayContaining(['/bomb.png', '/endless.png']));
  });
}
