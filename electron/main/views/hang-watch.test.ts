import { describe, expect, it } from 'vitest';
import { HUNG_AFTER_MS, PING_EVERY_MS, startHangWatch } from './hang-watch';

function setUp() {
  const clock = { nowMs: 0, tick: (): void => undefined };
  const answers: (() => void)[] = [];
  const page = { isExpected: true };
  const told: string[] = [];
  const watch = startHangWatch(
    {
      ping: () => new Promise((resolve) => answers.push(() => resolve(0))),
      isExpectedToAnswer: () => page.isExpected,
      nowMs: () => clock.nowMs,
      every: (_intervalMs, run) => {
        clock.tick = run;
        return () => told.push('stopped');
      },
    },
    { hung: () => told.push('hung'), responsive: () => told.push('responsive') },
  );
  const pass = async (durationMs: number): Promise<void> => {
    for (let passedMs = 0; passedMs < durationMs; passedMs += PING_EVERY_MS) {
      clock.nowMs += PING_EVERY_MS;
      clock.tick();
      await Promise.resolve();
    }
  };
  return { answers, page, told, watch, pass };
}

describe('startHangWatch', () => {
  it('V2 tells once that a page does not answer, and that it does again', async () => {
    const { answers, told, pass } = setUp();
    await pass(PING_EVERY_MS + HUNG_AFTER_MS);
    expect(told).toEqual(['hung']);
    await pass(HUNG_AFTER_MS * 2);
    expect(told).toEqual(['hung']);
    answers[0]?.();
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toEqual(['hung', 'responsive']);
  });

  it('V2 says nothing of a page that answers', async () => {
    const { answers, told, pass } = setUp();
    for (let turn = 0; turn < 10; turn += 1) {
      await pass(PING_EVERY_MS);
      answers.at(-1)?.();
      await Promise.resolve();
    }
    expect(told).toEqual([]);
    expect(answers).toHaveLength(10);
  });

  it('V2 asks nothing of a page behind, and does not count the time of a dialog', async () => {
    const { answers, told, page, pass } = setUp();
    page.isExpected = false;
    await pass(HUNG_AFTER_MS);
    expect(answers).toHaveLength(0);
    page.isExpected = true;
    await pass(PING_EVERY_MS);
    page.isExpected = false;
    await pass(HUNG_AFTER_MS * 10);
    page.isExpected = true;
    await pass(PING_EVERY_MS);
    expect(told).toEqual([]);
  });

  it('V2 begins anew with a new document', async () => {
    const { told, watch, pass, answers } = setUp();
    await pass(PING_EVERY_MS + HUNG_AFTER_MS);
    watch.reset();
    await pass(PING_EVERY_MS);
    expect(answers).toHaveLength(2);
    answers[0]?.();
    await Promise.resolve();
    expect(told).toEqual(['hung']);
  });
});
