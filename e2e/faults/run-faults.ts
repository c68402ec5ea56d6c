import { test } from '@playwright/test';
import { FAULT, type Fault, type Outcome } from './fault.js';
import { startStand, type Stand } from './stand.js';

const MINUTE_MS = 60_000;

/** Makes a test of each fault, all on one desktop; what came of it is told by its annotation. */
export function testFaults(faults: readonly Fault[]): void {
  test.describe.configure({ mode: 'default' });
  const now: { stand: Stand | undefined } = { stand: undefined };
  const stand = async (): Promise<Stand> => (now.stand ??= await startStand());

  test.afterAll(async () => {
    await now.stand?.stop();
  });
  test.afterEach(async () => {
    const info = test.info();
    // The next fault is not to suffer from what this one left behind.
    if (info.status === info.expectedStatus) return;
    await now.stand?.stop();
    now.stand = undefined;
  });

  for (const fault of faults) {
    test(`${fault.id}: ${fault.title}`, async () => {
      const info = test.info();
      test.setTimeout(fault.timeoutMs ?? MINUTE_MS);
      test.skip(fault.needs === 'root' && process.getuid?.() !== 0, 'it takes root');
      test.skip(
        fault.needs === 'own-network' && process.env['FOYER_OWN_NETWORK'] === undefined,
        'it takes a network of its own: npm run faults',
      );
      const tell = (outcome: Partial<Outcome>): void => {
        const { id, title, group } = fault;
        const told = { id, title, group, ...outcome };
        info.annotations.push({ type: FAULT, description: JSON.stringify(told) });
      };
      try {
        tell(await fault.run(await stand()));
      } catch (error) {
        tell({});
        throw error;
      }
    });
  }
}
