import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ALICE,
  aServer,
  bodies,
  first,
  joined,
  loud,
  member,
  opener,
  part,
  rules,
  said,
  state,
  values,
} from './listener.test-support';
import { aPort } from '../listen-port.test-support';
import { listen } from './listener';
import { rule } from './recorded.test-support';

const open = opener(() => vi.advanceTimersByTimeAsync(5000));

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
    expect(heard.remembered).toEqual([{ since: 's1', atMs: 0, last: {} }]);
    expect(heard.ends).toEqual([]);
    for (const { url, headers } of heard.asked) {
      expect(url.startsWith('https://hs.test/_matrix/client/v3/')).toBe(true);
      expect(headers?.['authorization']).toBe('Bearer secret');
      expect(url).not.toContain('secret');
      if (url.includes('/sync')) expect(url).toContain('set_presence=offline');
    }
    // Not what another connection asked: the server may give that answer once more.
    const asked = (random: number) => {
      const one = aPort(aServer([]));
      const credentials = { cookies: {}, values };
      listen(
        { url: 'https://element.test/', credentials, resume: undefined },
        { ...one.port, random: () => random },
      );
      return one.asked[0]?.url;
    };
    expect(asked(0.1)).not.toBe(asked(0.2));
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

  it('J120 leaves out a room that was given up for another one', async () => {
    const closed = { type: 'm.room.tombstone', state_key: '', content: { replacement_room: '!new:x' } };
    const create = { type: 'm.room.create', state_key: '', content: { predecessor: { room_id: '!r:x' } } };
    const heard = await open(
      aServer([
        joined(part([closed])),
        { next_batch: 'n', rooms: { join: { '!new:x': part([], 0, { state: { events: [create] } }) } } },
      ]),
    );
    expect(heard.of('channels-changed').at(-1)).toMatchObject({
      channels: [{ id: '!new:x' }],
      gone: ['!r:x'],
    });
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

  it('J123 what was read meanwhile is not told, however much it was', async () => {
    const read = Array.from({ length: 12 }, (_, index) => said(`read ${index}`));
    const to = { [read[10]?.event_id ?? '']: { 'm.read': { [ALICE]: { ts: 1 } } } };
    const much = joined(part(read, 1, { ephemeral: { events: [{ type: 'm.receipt', content: to }] } }));
    expect(bodies(await open(aServer([much]), {}, { since: 's0' }))).toEqual(['read 11']);
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
});
