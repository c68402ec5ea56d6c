import { expect, it, vi } from 'vitest';
import { createHold } from './hold';

it('I6 nothing waits for a slow disk: what is written meanwhile is held once more after', async () => {
  const waits: { readonly end: (failed?: Error) => void }[] = [];
  const hold = createHold(
    () =>
      new Promise((resolve, reject) => {
        waits.push({ end: (failed) => (failed === undefined ? resolve() : reject(failed)) });
      }),
  );
  hold();
  hold();
  hold();
  expect(waits).toHaveLength(1);
  waits[0]?.end(new Error('EIO'));
  await vi.waitFor(() => expect(waits).toHaveLength(2));
  waits[1]?.end();
  await vi.waitFor(() => {
    hold();
    expect(waits).toHaveLength(3);
  });
});
