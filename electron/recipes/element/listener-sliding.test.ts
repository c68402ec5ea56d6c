import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListenRequest } from '../listening';
import { readSliding } from './listener-sliding';
import {
  ALICE,
  answer,
  aServer,
  bodies,
  first,
  member,
  opener,
  part,
  said,
  state,
} from './listener.test-support';

const open = opener(() => vi.advanceTimersByTimeAsync(5000));
const keys = { device_keys: { [ALICE]: { DEV: { keys: {} } } } };
const slid = (pos: string, timeline: readonly object[] = [], more: object = {}) => ({
  pos,
  rooms: { '!r:x': { timeline, required_state: [], ...more } },
});

/** A homeserver that slides: the beginning first, then each of `polls`; afterwards they wait. */
function aSlidingServer(polls: unknown[], initial: unknown = first(), slides = true) {
  const plain = aServer([], { keys, initial });
  return (request: ListenRequest) => {
    if (request.url.endsWith('/versions'))
      return answer({ unstable_features: { 'org.matrix.simplified_msc3575': slides } });
    if (!request.url.includes('simplified_msc3575')) return plain(request);
    const next = polls.shift();
    return next === undefined ? undefined : answer(next);
  };
}

describe('readSliding', () => {
  it('J125 reads rooms, invitations, what was left, receipts and account data', () => {
    const receipt = { type: 'm.receipt', content: { $1: {} } };
    const batch = readSliding(
      {
        pos: 'p2',
        rooms: {
          '!in:x': {
            timeline: [said('x')],
            required_state: [member(ALICE, 'Alice')],
            limited: true,
            prev_batch: 't',
            heroes: [{ user_id: '@bob:x' }],
            joined_count: 2,
            notification_count: 0,
          },
          '!asked:x': { invite_state: [member('@bob:x', 'Bob')] },
          '!out:x': { timeline: [member(ALICE, 'Alice', { membership: 'leave' })] },
        },
        extensions: {
          account_data: { global: [{ type: 'm.direct' }], rooms: { '!other:x': [{ type: 'm.tag' }] } },
          receipts: { rooms: { '!in:x': receipt } },
        },
      },
      ALICE,
    );
    expect(batch).toMatchObject({
      next: 'p2',
      accountData: [{ type: 'm.direct' }],
      invited: [{ id: '!asked:x' }],
      left: ['!out:x'],
      joined: [
        {
          id: '!in:x',
          isLimited: true,
          before: 't',
          heroes: ['@bob:x'],
          joinedCount: 2,
          receipts: [{ $1: {} }],
        },
        { id: '!other:x', accountData: [{ type: 'm.tag' }] },
      ],
    });
    expect(batch.joined[0]?.counts).toBeUndefined();
  });

  it('J126 of nonsense it reads nothing', () => {
    const nothing = { next: '', accountData: [], joined: [], invited: [], left: [] };
    for (const raw of [undefined, 7, [], { rooms: 'x', extensions: [] }])
      expect(readSliding(raw, ALICE)).toEqual(nothing);
  });
});

describe('the listener of Matrix by sliding sync', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('J125 never asks for what was sent to a device with keys of its own', async () => {
    const heard = await open(aSlidingServer([slid('p1'), slid('p2', [said('hello')])]), {}, { since: 's0' });
    expect(bodies(heard)).toEqual(['hello']);
    expect(heard.remembered.at(-1)).toMatchObject({ pos: 'p2' });
    expect(heard.asked.some(({ url }) => url.includes('since='))).toBe(false);
    const slides = heard.asked.filter(({ url }) => url.includes('simplified_msc3575'));
    expect(slides.map(({ url }) => new URL(url).searchParams.get('pos'))).toEqual([null, 'p1', 'p2']);
    for (const { body } of slides) expect(body).not.toMatch(/to_device|e2ee/);
  });

  it('J125 is unfit where the server does not slide', async () => {
    const heard = await open(aSlidingServer([], first(), false));
    expect(heard.ends).toMatchObject([{ why: 'unfit' }]);
    expect(heard.told).toEqual([]);
  });

  it('J125 counts itself: what comes, what is read, and what is older than it knows', async () => {
    const known = said('known');
    const receipt = (eventId: string) => ({
      extensions: {
        receipts: { rooms: { '!r:x': { content: { [eventId]: { 'm.read': { [ALICE]: {} } } } } } },
      },
    });
    const [one, other] = [said('one'), said('other')];
    const heard = await open(
      aSlidingServer(
        [
          slid('p1', [known]),
          slid('p2', [one]),
          slid('p3', [other]),
          { pos: 'p4', ...receipt(one.event_id) },
          { pos: 'p5', ...receipt(other.event_id) },
        ],
        first(part([known], 31, { state: { events: state } })),
      ),
    );
    expect(heard.of('channels')[0]?.channels[0]?.unread).toBe(31);
    expect(heard.of('channels-changed').map(({ channels }) => channels[0]?.unread)).toEqual([32, 33, 1, 0]);
    expect(heard.of('read')).toHaveLength(1);
    expect(bodies(heard)).toEqual(['one', 'other']);
  });

  it('J125 counts what came while it began, and nothing of what was missed twice', async () => {
    const [older, known, during] = [said('older'), said('known'), said('during')];
    const initial = first(part([known], 31, { state: { events: state } }));
    const begun = await open(aSlidingServer([slid('p1', [known, during])], initial));
    expect(begun.of('channels')[0]?.channels[0]?.unread).toBe(32);
    const resume = { pos: 'p0', atMs: 1, last: {} };
    const back = await open(aSlidingServer([slid('p1', [older, known, during])], initial), {}, resume);
    expect(back.of('channels')[0]?.channels[0]?.unread).toBe(32);
    expect(bodies(back)).toEqual(['older', 'known', 'during']);
  });

  it('J125 what belongs to a room makes nobody a member of it', async () => {
    const invite = { pos: 'p2', rooms: { '!new:x': { invite_state: [member('@bob:x', 'Bob')] } } };
    const tag = { type: 'm.tag', content: { tags: { 'm.favourite': {} } } };
    const rooms = { '!new:x': [tag], '!never:x': [tag] };
    const heard = await open(
      aSlidingServer([slid('p1'), invite, { pos: 'p3', extensions: { account_data: { rooms } } }]),
    );
    expect(heard.of('channels-changed')).toMatchObject([{ channels: [{ id: '!new:x', unread: 1 }] }]);
  });

  it('J123 goes on by its place; a lost one is made up for by what the rooms show', async () => {
    const [old, missed] = [said('old'), said('missed')];
    const resume = { pos: 'p7', atMs: old.origin_server_ts, last: { '!r:x': old.event_id } };
    const back = await open(
      aSlidingServer([slid('p8', [missed])], first(part([missed], 1, { state: { events: state } }))),
      {},
      resume,
    );
    expect(bodies(back)).toEqual(['missed']);
    const polls: unknown[] = [slid('p1')];
    const server = aSlidingServer(polls, first(part([old, missed], 2, { state: { events: state } })));
    const lost = await open(
      (request) =>
        request.url.includes('pos=p7') ? answer({ errcode: 'M_UNKNOWN_POS' }, 400) : server(request),
      {},
      resume,
    );
    expect(bodies(lost)).toEqual(['missed']);
    expect(lost.ends).toEqual([]);
  });
});
