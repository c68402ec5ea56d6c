import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPort } from '../listen-port.test-support';
import type { ListenAnswer, ListenRequest } from '../listening';
import { listen } from './listener';
import { rule } from './recorded.test-support';

const ALICE = '@alice:x';
const values = { homeserver: 'https://hs.test/', token: 'secret', userId: ALICE, deviceId: 'DEV' };
const answer = (body: unknown, status = 200): ListenAnswer => ({
  status,
  headers: {},
  text: typeof body === 'string' ? body : JSON.stringify(body),
});
const loud = ['notify', { set_tweak: 'highlight' }];
const usual = { underride: [rule('.m.rule.message', ['notify']), rule('.m.rule.encrypted', ['notify'])] };
const rules = (global: object = usual) => ({ type: 'm.push_rules', content: { global } });
const member = (userId: string, displayname: string, more: object = {}) => ({
  type: 'm.room.member',
  state_key: userId,
  sender: userId,
  content: { membership: 'join', displayname, ...more },
});
let lastId = 0;
const said = (body: string, more: object = {}) => {
  lastId += 1;
  return {
    type: 'm.room.message',
    event_id: `$${lastId}`,
    sender: '@bob:x',
    origin_server_ts: 1_795_655_000_000 + lastId,
    content: { body },
    ...more,
  };
};
const state = [
  { type: 'm.room.name', state_key: '', content: { name: 'Room' } },
  member(ALICE, 'Alice'),
  member('@bob:x', 'Bob'),
];
const part = (events: readonly object[], total = 0, more: object = {}) => ({
  timeline: { events, limited: false, prev_batch: 'p1' },
  unread_notifications: { notification_count: total, highlight_count: 0 },
  ...more,
});
const joined = (room: object, more: object = {}) => ({
  next_batch: 'n',
  rooms: { join: { '!r:x': room } },
  ...more,
});
const first = (room: object = part([], 0, { state: { events: state } })) =>
  joined(room, { next_batch: 's1', account_data: { events: [rules()] } });

/** A homeserver that answers the first sync, then each poll by the next of `polls`; afterwards they wait. */
function aServer(
  polls: unknown[],
  more: { readonly initial?: unknown; readonly [path: string]: unknown } = {},
) {
  return ({ url }: ListenRequest): ListenAnswer | undefined => {
    const { pathname, searchParams } = new URL(url);
    if (pathname.endsWith('/keys/query')) return answer(more['keys'] ?? { device_keys: { [ALICE]: {} } });
    if (pathname.endsWith('/messages')) return answer(more['messages'] ?? { chunk: [] });
    if (!searchParams.has('since')) return answer(more.initial ?? first());
    const next = polls.shift();
    return next === undefined ? undefined : answer(next);
  };
}

async function open(
  server: (request: ListenRequest) => ListenAnswer | undefined,
  changes: Readonly<Record<string, string>> = {},
  resume?: unknown,
  url = 'https://element.test/',
) {
  const heard = aPort(server);
  const credentials = { cookies: {}, values: { ...values, ...changes } };
  const stop = listen({ url, credentials, resume }, heard.port);
  await vi.advanceTimersByTimeAsync(5000);
  return { ...heard, stop };
}
const bodies = ({ of }: Awaited<ReturnType<typeof open>>) => of('notification').map(({ body }) => body);

describe('the listener of Matrix', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('J120 asks with the page’s token, as nobody who is there, and tells what the adapter tells', async () => {
    const heard = await open(aServer([]));
    expect(heard.told).toEqual([
      { kind: 'own-names', names: ['Alice', 'alice'] },
      {
        kind: 'channels',
        channels: [
          {
            id: '!r:x',
            name: 'Room',
            kind: 'private',
            unread: 0,
            mentions: 0,
            muted: false,
            favourite: false,
            lastActivityMs: undefined,
            notifiesMentionsOnly: false,
          },
        ],
      },
      { kind: 'live' },
    ]);
    expect(heard.remembered).toEqual([{ since: 's1', atMs: 0 }]);
    expect(heard.ends).toEqual([]);
    for (const { url, headers } of heard.asked) {
      expect(url.startsWith('https://hs.test/_matrix/client/v3/')).toBe(true);
      expect(headers?.['authorization']).toBe('Bearer secret');
      expect(url).not.toContain('secret');
      if (url.includes('/sync')) expect(url).toContain('set_presence=offline');
    }
  });

  it('J120 tells what changed, and what is gone', async () => {
    const heard = await open(
      aServer([
        joined(part([said('one')], 1)),
        {
          next_batch: 'n2',
          rooms: { invite: { '!new:x': { invite_state: { events: [] } } }, leave: { '!r:x': {} } },
        },
        { next_batch: 'n3', account_data: { events: [rules({})] } },
      ]),
    );
    expect(heard.of('channels-changed')).toMatchObject([
      { channels: [{ id: '!r:x', unread: 1 }], gone: [] },
      { channels: [{ id: '!new:x', unread: 1, mentions: 1 }], gone: ['!r:x'] },
    ]);
  });

  it('J121 J122 notifies by the rules as Element does, of a channel that was told before', async () => {
    const mentions = { override: [rule('.m.rule.is_user_mention', loud)], underride: [] };
    const heard = await open(
      aServer([
        joined(part([said('hello')], 1)),
        joined(part([said('mine', { sender: ALICE })], 1), { account_data: { events: [rules(mentions)] } }),
        joined(part([said('of all', { content: { body: 'of all' } })], 2)),
        joined(part([], 0), { account_data: { events: [rules({})] } }),
        joined(part([said('nobody is told')], 1)),
      ]),
    );
    expect(heard.of('notification')).toMatchObject([
      { title: 'Bob (Room)', body: 'hello', tag: '', channelId: '!r:x', sender: 'Bob', mention: 'none' },
      { body: 'of all', mention: 'personal' },
    ]);
    const kinds = heard.told.map(({ kind }) => kind);
    expect(kinds.indexOf('notification')).toBeGreaterThan(kinds.indexOf('channels-changed'));
  });

  it('J122 says what it cannot read, and nothing where the page shows nothing', async () => {
    const sealed = said('', { type: 'm.room.encrypted', content: { algorithm: 'm.megolm.v1.aes-sha2' } });
    const polls = () => [joined(part([sealed, said('plain')], 2))];
    expect(bodies(await open(aServer(polls())))).toEqual(['Unable to decrypt message', 'plain']);
    expect(bodies(await open(aServer(polls()), { hidesText: 'yes' }))).toEqual(['', '']);
    expect(bodies(await open(aServer(polls()), { isQuiet: 'yes' }))).toEqual([]);
    const silence = {
      type: 'org.matrix.msc3890.local_notification_settings.DEV',
      content: { is_silenced: true },
    };
    const silent = { next_batch: 'n', account_data: { events: [silence] } };
    expect(bodies(await open(aServer([silent, ...polls()])))).toEqual([]);
  });

  it('J123 goes on where the last connection ended, and asks for what an answer left out', async () => {
    const missed = [said('1'), said('2'), said('3')];
    const limited = { timeline: { events: [said('4')], limited: true, prev_batch: 'p9' } };
    const heard = await open(
      aServer([joined(part([], 4, limited))], { messages: { chunk: missed.toReversed(), end: '' } }),
      {},
      { since: 's0', atMs: 1_795_655_000_000 },
    );
    expect(bodies(heard)).toEqual(['1', '2', '3', '4']);
    const asked = heard.asked.map(({ url }) => url);
    expect(asked.find((url) => url.includes('/messages'))).toMatch(/from=p9&to=s0&/);
    expect(asked.findIndex((url) => url.includes('since=s0&') || url.endsWith('since=s0'))).toBeGreaterThan(
      1,
    );
  });

  it('J123 tells nothing twice, nothing that is old, nothing of before one came in', async () => {
    const [known, old, fresh] = [said('known'), said('old', { origin_server_ts: 5 }), said('fresh')];
    const limited = { timeline: { events: [fresh], limited: true, prev_batch: 'p9' } };
    const once = await open(
      aServer([joined(part([], 1, limited)), joined(part([fresh], 1))], {
        messages: { chunk: [old, said('older')] },
      }),
      {},
      { since: 's0', atMs: 1_795_655_000_000 },
    );
    expect(bodies(once)).toEqual(['fresh']);
    const live = await open(
      aServer([joined(part([], 1, limited))], {
        initial: first(part([known], 0, { state: { events: state } })),
        messages: { chunk: [said('missed'), known, said('before')] },
      }),
    );
    expect(bodies(live)).toEqual(['missed', 'fresh']);
    const coming = { ...part([said('before me'), member(ALICE, 'Alice'), said('welcome')], 1) };
    const into = await open(aServer([{ next_batch: 'n', rooms: { join: { '!new:x': coming } } }]));
    expect(bodies(into)).toEqual(['welcome']);
  });

  it('J123 what was read meanwhile is not told', async () => {
    const [one, other] = [said('read'), said('not read')];
    const receipt = {
      type: 'm.receipt',
      content: { [one.event_id]: { 'm.read.private': { [ALICE]: { ts: 1 } } } },
    };
    const ephemeral = { ephemeral: { events: [receipt] } };
    const poll = joined(part([one, other], 1, ephemeral));
    expect(bodies(await open(aServer([poll]), {}, { since: 's0' }))).toEqual(['not read']);
    const all = joined(part([said('a')], 0));
    expect(bodies(await open(aServer([all]), {}, { since: 's0' }))).toEqual([]);
  });

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

  it('J125 never asks for what was sent to a device with keys of its own', async () => {
    const keys = { device_keys: { [ALICE]: { DEV: { keys: {} } } } };
    const heard = await open(aServer([], { keys }), {}, { since: 's0' });
    expect(heard.ends).toMatchObject([{ why: 'unfit' }]);
    expect(heard.asked.some(({ url }) => url.includes('since='))).toBe(false);
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
