import { expect, it, vi } from 'vitest';
import { readUpTo } from './read-up-to';

it('W62 reads what is small enough whole', async () => {
  expect(await readUpTo(new Response('icon'), 4)).toEqual(Buffer.from('icon'));
  expect(await readUpTo(new Response(null), 4)).toBeUndefined();
});

it('W62 lets go of what never ends', async () => {
  const cancel = vi.fn();
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)),
    cancel,
  });
  expect(await readUpTo(new Response(endless), 10_000)).toBeUndefined();
  expect(cancel).toHaveBeenCalledOnce();
});
