import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { startRounds } from './rounds';

it('E43 E52 what is each machine’s own begins no round', async () => {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const waits: number[] = [];
  const rounds = startRounds({
    store,
    engine: { round: async () => undefined },
    place: { watch: () => () => undefined, lookEveryMs: 15_000 },
    after: (delayMs) => {
      waits.push(delayMs);
      return () => undefined;
    },
    onProblem: () => undefined,
    before: Promise.resolve(),
  });
  await rounds.settled();
  expect(waits.at(-1)).toBe(15_000);
  store.dispatch({ kind: 'service-activated', serviceId: 'b' });
  expect(store.getState().persisted.activeServiceId).toBe('b');
  expect(waits.at(-1)).toBe(15_000);
  store.dispatch({ kind: 'service-renamed', serviceId: 'b', name: 'Crew' });
  expect(waits.at(-1)).toBe(250);
  rounds.stop();
});
