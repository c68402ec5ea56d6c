import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPort } from '../listen-port.test-support';
import { ListenProblem, type ListenAnswer } from '../listening';
import { listen } from './listener';
import { ALICE, answer, aServer, first, joined, opener, part, said, values } from './listener.test-support';

const open = opener(() => vi.advanceTimersByTimeAsync(5000));

describe('the listener of Matrix', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('J124 a token that is over is refused, or unfit where the page gets new ones; what is busy is lost', async () => {
    const refusing = (status: number, errcode: string) => () =>
      answer({ errcode, soft_logout: true }, status);
    const why = async (server: () => ListenAnswer, changes = {}) =>
      (await open(server, changes)).ends[0]?.why;
    expect(await why(refusing(401, 'M_UNKNOWN_TOKEN'))).toBe('refused');
    expect(await why(refusing(401, 'M_UNKNOWN_TOKEN'), { usesRefresh: 'yes' })).toBe('unfit');
    expect(await why(refusing(403, 'M_USER_DEACTIVATED'))).toBe('refused');
    expect(await why(refusing(404, 'M_UNRECOGNIZED'))).toBe('unfit');
    expect(await why(refusing(429, 'M_LIMIT_EXCEEDED'))).toBe('lost');
    expect(await why(refusing(500, 'secret <script>'))).toBe('lost');
    expect(await why(() => answer('<h1>Sign in to the hotel</h1>'))).toBe('lost');
  });

  it('J124 an account whose rooms are more than one answer may be is unfit', async () => {
    const heard = aPort();
    const port = { ...heard.port, request: () => Promise.reject(new ListenProblem('too-big')) };
    listen({ url: 'https://element.test/', credentials: { cookies: {}, values }, resume: undefined }, port);
    await vi.advanceTimersByTimeAsync(0);
    expect(heard.ends).toEqual([{ why: 'unfit', reason: 'too-big' }]);
  });

  it('J124 has nobody without a token, nor where the homeserver would be asked less safely than the page', async () => {
    for (const changes of [{ token: '' }, { homeserver: 'no address' }, { homeserver: 'http://hs.test' }])
      expect((await open(aServer([]), changes)).ends[0]?.why).toBe('refused');
    const plain = await open(
      aServer([]),
      { homeserver: 'http://hs.test' },
      undefined,
      'http://element.test/',
    );
    expect(plain.ends).toEqual([]);
  });

  it('J126 asks a server that always answers at once no more than once a second', async () => {
    const heard = await open(({ url }) =>
      url.includes('/keys') ? answer({}) : answer(url.includes('since=') ? { next_batch: 'n' } : first()),
    );
    expect(heard.asked.length).toBeLessThan(10);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard.asked.length).toBeLessThan(70);
  });

  it('J127 tells once when nothing of a room is unread any more', async () => {
    const heard = await open(
      aServer([joined(part([said('one')], 1)), joined(part([], 0)), joined(part([], 0))]),
    );
    expect(heard.of('read')).toEqual([{ kind: 'read', channelId: '!r:x' }]);
  });

  it('J126 whatever a server says, nothing is thrown past the port', async () => {
    const json = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, 1, '', 'join', '!r:x', ALICE, true, []),
        fc.array(tie('any'), { maxLength: 2 }),
        fc.dictionary(
          fc.constantFrom(
            ...['rooms', 'join', 'invite', 'leave', '!r:x', 'timeline', 'events', 'state', 'content', 'type'],
            ...[
              'account_data',
              'ephemeral',
              'summary',
              'unread_notifications',
              'limited',
              'prev_batch',
              'chunk',
            ],
          ),
          tie('any'),
          { maxKeys: 4 },
        ),
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(json, json, async (initial, poll) => {
        const heard = await open(
          aServer([poll], { initial: { next_batch: 's', ...(initial as object) }, messages: poll }),
        );
        expect(heard.told.filter(({ kind }) => kind === 'live').length).toBeLessThanOrEqual(1);
        heard.stop();
      }),
      { numRuns: 200 },
    );
  });
});
