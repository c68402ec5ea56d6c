import { expect } from '@playwright/test';

/** Playwright's own are 100, 250, 500, 1000: what is there after 400 ms is seen after 850, and a start of the app takes that. */
const INTERVALS_MS: readonly number[] = [20, 30, 50, 100, 100, 200];

/** Has `expect.poll` look soon and often: there is no setting for it. */
export function pollOften(): void {
  const { poll } = expect;
  expect.poll = (actual, options) =>
    poll(actual, {
      intervals: [...INTERVALS_MS],
      ...(typeof options === 'string' ? { message: options } : options),
    });
}
