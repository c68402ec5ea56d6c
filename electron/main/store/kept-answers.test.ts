import { expect, it } from 'vitest';
import { aService } from '../../core/fixtures.test-support';
import { emptyPersisted, type Persisted } from '../../core/model/persisted';
import { createKeptAnswers } from './kept-answers';

function answers() {
  const now: { persisted: Persisted; asked: number; write?: () => void } = {
    persisted: emptyPersisted,
    asked: 0,
  };
  const whenKept = createKeptAnswers(
    () => now.persisted,
    () => {
      now.asked += 1;
      return new Promise((resolve) => (now.write = resolve));
    },
  );
  return { now, whenKept };
}

it('K21 what was set is on the disk before it is answered', async () => {
  const { now, whenKept } = answers();
  const kept = whenKept();
  now.persisted = { ...now.persisted, services: [aService('s1')] };
  const said: string[] = [];
  const answered = kept().then(() => said.push('answered'));
  await Promise.resolve();
  expect([now.asked, said]).toEqual([1, []]);
  now.write?.();
  await answered;
  expect(said).toEqual(['answered']);
});

it('K21 nobody waits for what was looked at, or where nothing was set', async () => {
  const { now, whenKept } = answers();
  await whenKept()();
  const kept = whenKept();
  const bounds = { x: 1, y: 2, width: 800, height: 600 };
  now.persisted = { ...now.persisted, activeServiceId: 's2', window: { bounds, maximized: false } };
  await kept();
  expect(now.asked).toBe(0);
});
