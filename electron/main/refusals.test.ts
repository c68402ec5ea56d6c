import { expect, it, vi } from 'vitest';
import { aService, aState } from '../core/fixtures.test-support';
import { createRefusals } from './refusals';
import { createAppStore } from './store/app-store';

it('W23 logs what is refused, and counts it for the service, once a second for each reason', () => {
  const store = createAppStore(aState([aService('a')]), (error) => {
    throw error;
  });
  const log = { info: vi.fn<(text: string) => void>(), problem: vi.fn() };
  const timers: (() => void)[] = [];
  const refusals = createRefusals(store, log, (_delayMs, run) => {
    timers.push(run);
    return () => undefined;
  });
  const refused = () => store.getState().session.services['a']?.refusedCount;
  for (let index = 0; index < 100; index += 1) refusals.count('a', 'window: too many');
  refusals.count('a', 'download: too many');
  refusals.count(undefined, 'window: too many', 3);
  expect(log.info.mock.calls.flat()).toEqual([
    'refused: window: too many x1 of a',
    'refused: download: too many x1 of a',
    'refused: window: too many x3 of nobody',
  ]);
  expect(refused()).toBe(2);
  timers.splice(0).forEach((run) => run());
  expect(log.info).toHaveBeenLastCalledWith('refused: window: too many x99 of a');
  expect(refused()).toBe(101);
  refusals.stop();
});
