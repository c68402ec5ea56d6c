import { describe, expect, it } from 'vitest';
import { createToldMessages } from './told-messages';

const message = (messageId: string | undefined, id = 'r1', serviceId = 's1') => ({
  serviceId,
  channel: { id, name: id, kind: 'public' as const },
  messageId,
});

const opened = () => {
  const { wasTold } = createToldMessages();
  return (said: Parameters<typeof wasTold>[0], isServerId = true, saidAtMs?: number) =>
    wasTold(said, isServerId, saidAtMs);
};

describe('messages that were told', () => {
  it('I57 knows a message of a channel by its id, in its own service and channel alone', () => {
    const wasTold = opened();
    expect(wasTold(message('m1'))).toBe(false);
    expect(wasTold(message('m1'))).toBe(true);
    expect(wasTold(message('m1', 'r2'))).toBe(false);
    expect(wasTold(message('m1', 'r1', 's2'))).toBe(false);
    expect(wasTold(message('m2'))).toBe(false);
  });

  it('I57 takes what has no id, or no channel, for new each time', () => {
    const wasTold = opened();
    for (const id of [undefined, ''])
      expect([wasTold(message(id)), wasTold(message(id))]).toEqual([false, false]);
    const nowhere = { ...message('m1'), channel: undefined };
    expect([wasTold(nowhere), wasTold(nowhere)]).toEqual([false, false]);
  });

  it('I57 takes what has an id of the sender’s choice for new each time', () => {
    const wasTold = opened();
    expect([wasTold(message('m1'), false), wasTold(message('m1'), false)]).toEqual([false, false]);
    expect(wasTold(message('m1'))).toBe(false);
  });

  it('I57 remembers the last 1,000 of each service', () => {
    const wasTold = opened();
    for (let index = 0; index <= 1000; index += 1) wasTold(message(`m${index}`));
    expect(wasTold(message('m1'))).toBe(true);
    expect(wasTold(message('m0'))).toBe(false);
  });

  it('J108 knows what a worker tells without an id by its words, channel and time, once for each time it was told', () => {
    const wasTold = opened();
    const said = (id?: string, text = 'carol says:\nhi') => ({ ...message(id), text });
    expect(wasTold(said('m1'), true, 5)).toBe(false);
    expect(wasTold(said(), false, 5)).toBe(true);
    expect(wasTold(said(), false, 5)).toBe(false);
    // The other way round, and of two that are alike each is told.
    expect(wasTold(said('m2'), true, 5)).toBe(true);
    expect(wasTold(said('m3'), true, 5)).toBe(false);
    expect(wasTold(said(undefined, 'other'), false, 5)).toBe(false);
    expect(wasTold(said(), false, 6)).toBe(false);
    expect([wasTold(said(), false), wasTold(said(), false, 0)]).toEqual([false, false]);
  });
});
