import { vi } from 'vitest';
import type { TestWorld } from './test-world';

/** Runs page code, lets some time pass, and gives the last count that was told. */
export async function told(world: TestWorld, source: string, passMs = 300): Promise<unknown> {
  await world.run(`(async () => { ${source} })()`);
  vi.advanceTimersByTime(passMs);
  return world.sent.at(-1)?.['tracks'];
}
