import { expect } from '@playwright/test';

/** Waits until as much was heard as was said, and expects all that was said, each once, and nothing else. */
export async function expectEachOnce(
  said: readonly string[],
  heard: () => readonly string[] | Promise<readonly string[]>,
): Promise<void> {
  await expect.poll(async () => (await heard()).length).toBeGreaterThanOrEqual(said.length);
  expect((await heard()).toSorted()).toEqual(said.toSorted());
}
