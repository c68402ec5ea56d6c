import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startReloads } from './reloads';

const MB = 2 ** 20;

it('Z33 a page over its limit is asked once at a time, and what it took is noted once it loads anew', async () => {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const answers: ((isLoading: boolean) => void)[] = [];
  const stop = startReloads(store, {
    nowMs: () => 7,
    refresh: () => new Promise((resolve) => answers.push(resolve)),
  });
  store.dispatch({ kind: 'view-loaded', serviceId: 'b' });
  const sample = (): void =>
    store.dispatch({
      kind: 'resources-sampled',
      nowMs: 1,
      bytesByService: { a: 100 * MB, b: 2_000 * MB },
      machineBytes: 8_000 * MB,
      isPressed: false,
      isOnBattery: false,
    });
  const settled = async (isLoading: boolean): Promise<void> => {
    answers.splice(0).forEach((answer) => answer(isLoading));
    await new Promise(setImmediate);
  };
  const noted = () => store.getState().session.services['b']?.outgrown;
  sample();
  sample();
  expect(answers).toHaveLength(1);
  await settled(false);
  expect(noted()).toBeUndefined();
  sample();
  await settled(true);
  expect(noted()).toEqual({ atMs: 7, bytes: 2_000 * MB });
  sample();
  expect(answers).toEqual([]);
  stop();
});
