import { runOrder } from '../../../electron/main/sync/orders.test-support';

/** Gives after how many of so many random orders something was lost, came back, or was not the same on all machines. */
export async function measure(orders: number, steps: number): Promise<number> {
  const found = { bad: 0 };
  for (let seed = 1; seed <= orders; seed += 1) {
    const { isSame, lost, back } = await runOrder(seed * 7919, steps);
    if (!isSame || lost.length > 0 || back.length > 0) found.bad += 1;
  }
  return found.bad;
}
