import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPort } from '../listen-port.test-support';
import type { ListenAnswer, ListenRequest } from '../listening';
import { foldHere } from './fold-here';
import { listen } from './listener';
import type { Said } from './raw';
import { readZulip } from './read';
import { between, inTopic, messageEvent, registered } from './registered.test-support';

const yes = (body: object): ListenAnswer => said(200, { result: 'success', ...body });
const said = (status: number, body: object | string): ListenAnswer => ({
  status,
  headers: {},
  text: typeof body === 'string' ? body : JSON.stringify(body),
});
const gone = said(400, { result: 'error', code: 'BAD_EVENT_QUEUE_ID' });
const cookies = { '__Host-sessionid': 's1', '__Host-csrftoken': 'c1' };

/** A server that registers, and answers each poll by the next of `batches`; afterwards they wait. */
function aServer(batches: (readonly Said[] | ListenAnswer)[], more: Record<string, ListenAnswer> = {}) {
  const now = { queue: 0, eventId: -1 };
  return (request: ListenRequest): ListenAnswer | undefined => {
    const { pathname } = new URL(request.url);
    const other = more[pathname];
    if (other !== undefined) return other;
    if (pathname === '/json/register') {
      now.queue += 1;
      return yes({ ...registered, queue_id: `q${now.queue}`, last_event_id: -1, max_message_id: 44 });
    }
    if (pathname === '/json/messages') return yes({ messages: [], found_newest: true });
    const batch = batches.shift();
    if (batch === undefined || !Array.isArray(batch)) return batch as ListenAnswer | undefined;
    const events = (batch as readonly Said[]).map((event) =>
      Object.assign({ id: (now.eventId += 1) }, event),
    );
    return yes({ events });
  };
}

async function open(
  server: (request: ListenRequest) => ListenAnswer | undefined,
  resume?: unknown,
  own: object = cookies,
) {
  const heard = aPort(server);
  const credentials = { cookies: own as Record<string, string>, values: {} };
  const stop = listen({ url: 'https://zulip.example/#inbox', credentials, resume }, heard.port);
  await vi.advanceTimersByTimeAsync(5000);
  return { ...heard, stop };
}
const read = (...messages: readonly number[]): Said => ({
  type: 'update_message_flags',
  op: 'add',
  flag: 'read',
  messages,
});

describe('the listener of Zulip', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('J80 asks as the session of a browser', async () => {
    const { asked, told } = await open(aServer([]));
    expect(asked.map(({ method, url }) => `${method} ${url.split('?')[0]}`)).toEqual([
      'POST https://zulip.example/json/register',
      'GET https://zulip.example/json/events',
    ]);
    expect(asked[0]?.headers).toMatchObject({
      cookie: '__Host-sessionid=s1; __Host-csrftoken=c1',
      'x-csrftoken': 'c1',
      origin: 'https://zulip.example',
      referer: 'https://zulip.example/',
    });
    expect(told.map(({ kind }) => kind)).toEqual(['own-names', 'channels', 'live']);
  });

  it.each([
    ['refused', said(401, { result: 'error' })],
    ['refused', said(403, '<h1>Forbidden</h1>')],
    ['refused', yes({ queue_id: null })],
    ['unfit', said(404, '<h1>Not found</h1>')],
    ['lost', said(502, '<h1>Bad gateway</h1>')],
    ['lost', said(429, { result: 'error' })],
    ['lost', said(200, '<h1>Welcome to the hotel</h1>')],
  ])('J80 ends as %s', async (why, answer) => {
    const { ends, told } = await open(aServer([], { '/json/register': answer }));
    expect([ends.map((end) => end.why), told]).toEqual([[why], []]);
  });

  it('J80 without a session, or once it is no more, it is refused', async () => {
    expect((await open(aServer([]), undefined, { csrftoken: 'c' })).ends[0]?.why).toBe('refused');
    const { ends } = await open(
      aServer([[messageEvent(between(50, [8, 9]))], said(401, { result: 'error' })]),
    );
    expect(ends.map(({ why }) => why)).toEqual(['refused']);
  });

  it('J81 tells the channels that the adapter tells, then what changed of them', async () => {
    const events = [messageEvent(between(50, [8, 9])), messageEvent(inTopic(51, 3, 'Releases'))];
    const { of } = await open(aServer([[events[0] as Said], [events[1] as Said]]));
    const fold = foldHere();
    const model = fold.create(registered);
    expect(of('channels').map(({ channels }) => channels)).toEqual([readZulip(fold.toRaw(model)).channels]);
    expect(of('own-names')).toEqual([{ kind: 'own-names', names: ['Alice Adams', 'deploy'] }]);
    const changed = of('channels-changed').map(({ channels }) =>
      channels.map(({ id, unread }) => [id, unread]),
    );
    expect(changed).toEqual([
      [['dm/9', 2]],
      [
        ['stream/3', 2],
        ['topic/3/releases', 1],
      ],
    ]);
  });

  it('J81 of people who say something for the first time it knows the name, and news of others are nothing to it', async () => {
    const news = (person: object): Said => ({ type: 'realm_user', op: 'update', person });
    const { of, remembered } = await open(
      aServer([
        [news({ user_id: 10, full_name: 'Carol Cole' }), news({ user_id: 77, full_name: 'Nobody' })],
        [messageEvent(between(50, [8, 11]))],
        [news({ user_id: 8, full_name: 'Alice Archer' })],
      ]),
    );
    expect(of('own-names').at(-1)?.names).toEqual(['Alice Archer', 'deploy']);
    const changed = of('channels-changed').map(({ channels }) => channels.map(({ id, name }) => [id, name]));
    expect(changed).toEqual([[['dm/9,10', 'Bob Brown, Carol Cole']], [['dm/11', 'Dave']]]);
    expect(JSON.stringify(remembered.at(-1))).not.toContain('Nobody');
  });

  it('J85 the next connection takes the queue up again: nothing is told twice, nothing is lost', async () => {
    const first = await open(aServer([[messageEvent(between(50, [8, 9]))]]));
    expect(first.of('notification').map(({ messageId }) => messageId)).toEqual(['50']);
    const server = aServer([[messageEvent(between(51, [8, 9]))]]);
    const next = await open(server, first.remembered.at(-1));
    expect(next.asked[0]?.url).toContain('/json/events?queue_id=q1&last_event_id=0&dont_block=true');
    expect(next.asked.some(({ method }) => method === 'POST')).toBe(false);
    expect(next.of('notification').map(({ messageId }) => messageId)).toEqual(['51']);
    const counts = next.of('channels')[0]?.channels.find(({ id }) => id === 'dm/9');
    expect(counts).toMatchObject({ unread: 3, name: 'Bob Brown' });
    expect(next.told.filter(({ kind }) => kind === 'live')).toHaveLength(1);
  });

  it('J85 a queue that is gone is registered anew, and what was missed is fetched as far as it is unread', async () => {
    const first = await open(aServer([[messageEvent(between(50, [8, 9]))]]));
    const missed = [50, 51, 52].map((id) => between(id, [8, 9], { flags: [] }));
    const fetched = yes({ messages: missed, found_newest: true });
    // The last of them comes by the new queue, too.
    const server = aServer([gone, [messageEvent(between(52, [8, 9])), messageEvent(between(53, [8, 9]))]], {
      '/json/messages': fetched,
    });
    const next = await open(server, first.remembered.at(-1));
    expect(next.of('notification').map(({ messageId }) => messageId)).toEqual(['51', '52', '53']);
    const asked = decodeURIComponent(next.asked.find(({ url }) => url.includes('/json/messages'))?.url ?? '');
    expect(asked).toContain(
      'anchor=50&num_before=0&num_after=1000&narrow=[{"operator":"is","operand":"unread"}]',
    );
    expect(next.remembered.at(-1)).toMatchObject({ lastMessageId: 53, queue: { id: 'q1' } });
  });

  it('J85 a queue that is lost while it is heard is no end; one that never stays is', async () => {
    const lost = await open(
      aServer([[messageEvent(between(50, [8, 9]))], gone, [messageEvent(between(51, [8, 9]))]]),
    );
    expect(lost.of('notification').map(({ messageId }) => messageId)).toEqual(['50', '51']);
    expect(lost.ends).toEqual([]);
    expect(lost.of('live')).toHaveLength(1);
    expect((await open(aServer([gone, gone, gone]))).ends.map(({ why }) => why)).toEqual(['lost']);
  });

  it('J85 who has too much unread to be remembered registers anew', async () => {
    const ids = Array.from({ length: 3000 }, (_, index) => 1_000_000 + index);
    const full = {
      ...registered,
      unread_msgs: { streams: [{ stream_id: 3, topic: 'x', unread_message_ids: ids }] },
    };
    const state = yes({ ...full, queue_id: 'q9', last_event_id: -1, max_message_id: 2_000_000 });
    const { remembered } = await open(aServer([], { '/json/register': state }));
    expect(remembered).toEqual([{ lastMessageId: 2_000_000 }]);
    expect(JSON.stringify(remembered).length).toBeLessThan(100);
  });

  it('J86 what is read elsewhere is told, and what was read in the same moment is not notified of', async () => {
    const { of } = await open(
      aServer([[messageEvent(between(50, [8, 9])), read(50)], [read(43)], [read(41)]]),
    );
    expect(of('notification')).toEqual([]);
    expect(of('read')).toEqual([{ kind: 'read', channelId: 'dm/9' }]);
  });

  it('J80 whatever a server says, nothing is thrown out, and the end is told once', async () => {
    const answers = fc.oneof(
      fc.string().map((text) => said(200, text)),
      fc.json().map((text) => said(200, text)),
      fc
        .json()
        .map((text) => said(200, `{"result":"success","queue_id":"q","last_event_id":-1,"events":${text}}`)),
      fc.constant(yes({ ...registered, queue_id: 'q', last_event_id: -1, events: [{ type: 'message' }] })),
      fc.integer({ min: 100, max: 599 }).map((status) => said(status, '{}')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { maxLength: 6 }), fc.anything(), async (list, resume) => {
        const { ends } = await open(() => list.shift(), resume);
        expect(ends.length).toBeLessThan(2);
      }),
      { numRuns: 40 },
    );
  });
});
