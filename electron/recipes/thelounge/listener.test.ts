import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPort } from '../listen-port.test-support';
import type { ListenAnswer, ListenRequest } from '../listening';
import { listen } from './listener';
import { networks, open, openLive, values } from './listener.test-support';

describe('the listener of The Lounge', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('J100 signs in by the token, and has no room open', async () => {
    const { socket, sent, told, stop } = await openLive();
    expect(socket?.request.url).toBe('wss://irc.example/lounge/socket.io/?EIO=4&transport=websocket');
    expect(sent[0]).toBe('40');
    expect(JSON.parse(sent[1]?.slice(2) ?? '')).toEqual([
      'auth:perform',
      { user: 'alice', token: 't1', lastMessage: -1, openChannel: null, hasConfig: true },
    ]);
    expect(sent.slice(2, 4)).toEqual(['42["open",null]', '42["setting:get"]']);
    expect(told.map(({ kind }) => kind)).toEqual(['own-names', 'channels', 'live']);
    stop();
  });

  it.each([
    ['refused', 'auth:failed', true],
    ['refused', 'sign-out', true],
    ['unfit', 'configuration', false],
    ['unfit', 'auth:success', false],
  ])('J100 ends as %s at %s', (why, name, isAsked) => {
    const { say, ends } = open();
    if (isAsked) say('auth:start', 7);
    say(name, {});
    say('init', { networks });
    expect(ends.map((end) => end.why)).toEqual([why]);
  });

  it('J100 without a token it is refused', () => {
    expect(open(undefined, { user: 'alice', token: '' }).ends[0]?.why).toBe('refused');
  });

  it('J101 answers pings, and is lost when the server is silent or goes', async () => {
    const silent = await openLive();
    silent.socket?.hear.onText('2');
    expect(silent.sent.at(-1)).toBe('3');
    await vi.advanceTimersByTimeAsync(84_000);
    expect(silent.ends).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(silent.ends.map(({ why }) => why)).toEqual(['lost']);
    const gone = await openLive();
    gone.socket?.hear.onClose({ code: 1006 });
    expect(gone.ends.map(({ why }) => why)).toEqual(['lost']);
    const closed = await openLive();
    closed.socket?.hear.onText('41');
    expect(closed.ends.map(({ why }) => why)).toEqual(['lost']);
  });

  it('J101 asks again and again where a WebSocket is refused', async () => {
    const waiting: ((answer: ListenAnswer) => void)[] = [];
    const asked: ListenRequest[] = [];
    const heard = aPort();
    const port = {
      ...heard.port,
      request: (request: ListenRequest): Promise<ListenAnswer> => {
        asked.push(request);
        if (request.method === 'POST') return Promise.resolve({ status: 200, headers: {}, text: 'ok' });
        return new Promise((resolve) => void waiting.push(resolve));
      },
    };
    const answer = async (text: string, status = 200): Promise<void> => {
      waiting.shift()?.({ status, headers: {}, text });
      await vi.advanceTimersByTimeAsync(0);
    };
    listen({ url: 'https://irc.example', credentials: { cookies: {}, values }, resume: undefined }, port);
    heard.sockets[0]?.hear.onClose({ code: 1006, status: 400 });
    await answer('0{"sid":"s1","pingInterval":25000,"pingTimeout":60000}');
    await answer('40{"sid":"x"}\u{1e}42["auth:start",7]');
    await answer(`2\u{1e}42${JSON.stringify(['init', { networks }])}`);
    expect(heard.told.map(({ kind }) => kind)).toEqual(['own-names', 'channels', 'live']);
    const posted = asked.filter(({ method }) => method === 'POST');
    expect(posted.map(({ url }) => url)[0]).toBe(
      'https://irc.example/socket.io/?EIO=4&transport=polling&sid=s1',
    );
    expect(posted.map(({ body }) => body?.slice(0, 20))).toEqual([
      '40',
      '42["auth:perform",{"',
      '3',
      '42["open",null]',
    ]);
    await answer('', 401);
    expect(heard.ends.map(({ why }) => why)).toEqual(['refused']);
  });

  it('J101 whatever a server says, nothing is thrown out, and the end is told once', async () => {
    const names = [
      'auth:start',
      'init',
      'msg',
      'join',
      'part',
      'open',
      'more',
      'network',
      'mute:changed',
      'setting:new',
    ];
    const parts = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom(...names), fc.jsonValue()).map((said) => `42${JSON.stringify(said)}`),
      fc.constantFrom(
        '0{"sid":"s"}',
        '40',
        '2',
        `42${JSON.stringify(['init', { networks }])}`,
        '42["auth:start",1]',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 12 }), fc.anything(), async (texts, resume) => {
        const { socket, ends } = open(resume);
        for (const text of texts) socket?.hear.onText(text);
        await vi.advanceTimersByTimeAsync(200);
        expect(ends.length).toBeLessThan(2);
      }),
      { numRuns: 40 },
    );
  });
});
