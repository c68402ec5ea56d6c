import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakePort, json, live } from './listener.test-support';

describe('listening to what is no Rocket.Chat, or a strange one', () => {
  it('J45 whatever a server says, nothing is thrown and what is told makes sense', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          msg: fc.constantFrom('connected', 'changed', 'result', 'ready', 'nosub', 'ping', 'failed'),
          id: fc.jsonValue(),
          subs: fc.jsonValue(),
          result: fc.jsonValue(),
          fields: fc.record({
            eventName: fc.constantFrom(
              'u1/notification',
              'u1/subscriptions-changed',
              'u1/rooms-changed',
              'u1/userData',
              'public-settings-changed',
              '',
            ),
            args: fc.oneof(
              fc.jsonValue(),
              fc.array(
                fc.oneof(
                  fc.constantFrom('updated', 'removed'),
                  fc.record({
                    rid: fc.jsonValue(),
                    _id: fc.jsonValue(),
                    payload: fc.jsonValue(),
                    t: fc.jsonValue(),
                    diff: fc.jsonValue(),
                    tunread: fc.jsonValue(),
                    _updatedAt: fc.jsonValue(),
                  }),
                  fc.record({
                    payload: fc.record({ rid: fc.string(), _id: fc.string(), sender: fc.jsonValue() }),
                    title: fc.jsonValue(),
                    icon: fc.string(),
                  }),
                ),
              ),
            ),
          }),
        })
        .map((frame) => JSON.stringify(frame)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
        const port = await live(fakePort());
        for (const one of texts) port.say(one);
        port.pass(100);
        await port.settle();
        for (const one of port.told) {
          if (one.kind === 'notification') expect(one.channelId).not.toBe('');
          if (one.kind !== 'channels' && one.kind !== 'channels-changed') continue;
          for (const channel of one.channels) {
            expect(channel.id).not.toBe('');
            expect(channel.unread).toBeGreaterThanOrEqual(channel.mentions);
          }
        }
        expect(port.ends.every(([why]) => why !== 'refused')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('J45 whatever a server answers, nothing is thrown', async () => {
    const answer = fc.record({
      status: fc.constantFrom(200, 200, 200, 302, 401, 404, 429, 500),
      text: fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((value) => JSON.stringify({ success: true, result: value, settings: value })),
      ),
    });
    const result = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(answer, answer, result, result, async (me, missed, subscriptions, rooms) => {
        const answers = {
          '/api/v1/me': me,
          '/api/v1/chat.syncMessages': missed,
          '/api/v1/subscriptions.get': json({ update: subscriptions }),
          '/api/v1/rooms.get': json({ update: rooms }),
        };
        const port = await live(fakePort(answers), {
          userId: 'u1',
          sinceMs: 1,
          heard: subscriptions,
        });
        expect(port.ends.every(([, reason]) => /^[a-zA-Z ]+$/.test(reason))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
