import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakePort, json, live, posted } from './listener.test-support';

const EVENTS = [
  ...[
    'posted',
    'hello',
    'multiple_channels_viewed',
    'channel_viewed',
    'post_unread',
    'channel_member_updated',
  ],
  ...['channel_updated', 'thread_updated', 'thread_read_changed', 'user_added', 'preferences_changed'],
  ...['status_change', 'user_updated', 'added_to_team', 'channel_created', ''],
] as const;
const jsonText = fc.jsonValue().map((value) => JSON.stringify(value));
const data = fc.oneof(
  fc.jsonValue(),
  fc.record({
    post: fc.oneof(
      jsonText,
      fc
        .record({
          id: fc.string(),
          channel_id: fc.constantFrom('c1', 'c2', ''),
          props: fc.jsonValue(),
          message: fc.string(),
        })
        .map((one) => JSON.stringify(one)),
    ),
    mentions: jsonText,
    channel_times: fc.dictionary(fc.string(), fc.jsonValue()),
    channel_id: fc.constantFrom('c1', 'c2', ''),
    channelMember: jsonText,
    channel: jsonText,
    thread: jsonText,
    user: fc.jsonValue(),
  }),
);

describe('listening to what is no Mattermost, or a strange one', () => {
  it('J66 whatever a server says, nothing is thrown and what is told makes sense', async () => {
    const frame = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({ event: fc.constantFrom(...EVENTS), data, broadcast: fc.jsonValue() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 8 }), async (frames) => {
        const port = await live(fakePort());
        frames.forEach((one, index) =>
          port.say(typeof one === 'string' ? one : JSON.stringify({ ...one, seq: index + 1 })),
        );
        port.pass(100);
        await port.settle();
        for (const one of port.told) {
          if (one.kind === 'notification') expect(one.channelId).toBe('c1');
          if (one.kind !== 'channels' && one.kind !== 'channels-changed') continue;
          for (const channel of one.channels) {
            expect(channel.id).not.toBe('');
            expect(Number.isInteger(channel.unread)).toBe(true);
          }
        }
        expect(port.ends.every(([why]) => why === 'lost')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('J66 whatever a server answers, nothing is thrown', async () => {
    const answer = fc.record({
      status: fc.constantFrom(200, 200, 200, 201, 302, 401, 404, 429, 500),
      text: fc.oneof(
        fc.string(),
        fc.json(),
        fc.array(fc.jsonValue()).map((value) => JSON.stringify(value)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(answer, answer, answer, fc.jsonValue(), async (me, channels, posts, more) => {
        const port = await live(
          fakePort({
            '/api/v4/users/me': me,
            '/api/v4/users/me/channels': channels,
            '/api/v4/users/me/channel_members': channels,
            '/api/v4/users/me/preferences': channels,
            '/api/v4/channels/c1/posts': posts,
            '/api/v4/users/me/teams/t1/threads': json({ threads: more }),
          }),
          { userId: 'me', sinceMs: 1, heard: more, connectionId: more, sequence: more },
        );
        port.say(posted(1, 'p1'));
        await port.settle();
        expect(port.ends.every(([, reason]) => /^[a-zA-Z ]+$/.test(reason))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
