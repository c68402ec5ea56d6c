import { expect, it, vi } from 'vitest';
import type { ServiceEvent } from '../core/ipc/service-messages';
import { createDelivery } from './delivery';

const event = (pageId: string, what: 'click' | 'show'): ServiceEvent => ({
  kind: 'notification-event',
  pageId,
  event: what,
});

it('P11 events reach the page in the order they came, a click after it was made one of the user', async () => {
  const seen: string[] = [];
  const hear = createDelivery({
    deliver: (text) => void seen.push((JSON.parse(text) as { pageId: string }).pageId),
    activate: async () => {
      await Promise.resolve();
      seen.push('activated');
    },
    problem: (error) => expect.unreachable(String(error)),
  });
  hear(event('1', 'show'));
  hear(event('2', 'click'));
  hear(event('3', 'show'));
  await vi.waitFor(() => expect(seen).toEqual(['1', 'activated', '2', '3']));
});

it('P11 one that cannot be delivered stops no other, nor does a page that cannot be activated', async () => {
  const problem = vi.fn<(error: unknown) => void>();
  const seen: string[] = [];
  const hear = createDelivery({
    deliver: (text) => {
      const { pageId } = JSON.parse(text) as { pageId: string };
      if (pageId === 'bad') throw new Error('refused');
      seen.push(pageId);
    },
    activate: () => Promise.reject(new Error('the frame is gone')),
    problem,
  });
  hear(event('bad', 'show'));
  hear(event('after', 'click'));
  hear(event('last', 'show'));
  await vi.waitFor(() => expect(seen).toEqual(['after', 'last']));
  expect(problem).toHaveBeenCalledTimes(2);
});
