import { expect, test } from '@playwright/test';
import { type AllKeysScene, startAllKeysScene } from '../support/all-keys-scene.js';
import { keyDrives } from '../support/key-drives.js';

test.describe.configure({ mode: 'serial' });

let scene: AllKeysScene;

test.beforeAll(async () => {
  scene = await startAllKeysScene();
});

test.afterAll(async () => {
  await scene?.stop();
});

/** A key of the list as it is pressed: `Mod+Plus` is Control, Shift and the key of the equals sign. */
const toPress = (combo: string): string =>
  combo.replace(/^(?:Mod|Ctrl)/, 'Control').replace(/\bPlus$/, 'Shift+=');
const isNoModifier = (key: string): boolean => !/(?:Control|Alt|Shift)$/.test(key);

for (const place of ['page', 'shell'] as const)
  test(`M13 with the keyboard in the ${place} every command is done by its key`, async () => {
    for (const [combo, { at = 'ann', before, run }] of Object.entries(keyDrives))
      await test.step(combo, async () => {
        await before?.(scene);
        await scene.begin(place, at);
        await run(scene, () => scene.keyboard.press(toPress(combo)), place);
      });
    expect((await scene.heardBy(scene.pageOf('ann'))).filter(isNoModifier)).toEqual([]);
  });
