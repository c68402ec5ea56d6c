import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aDesk } from '../desk.test-support';
import { probe } from './probe';
import { addPlace } from './probe-place';
import { addReading } from './probe-reading';

/** What a probe told, as far as tests look. */
interface Told {
  readonly isReady: boolean;
  readonly hasSession: boolean;
  readonly server?: object;
  readonly shown: string;
  readonly rooms?: readonly { readonly id: string; readonly messages: number }[];
  readonly heard: readonly { readonly event: string; readonly rule: unknown }[];
}

/** A room of the SDK in which these were said. */
const aRoom = (roomId: string, events: readonly object[] = []) => ({
  roomId,
  name: roomId,
  tags: {},
  getMyMembership: () => 'join',
  getJoinRule: () => 'invite',
  getInvitedAndJoinedMemberCount: () => 2,
  getUnreadNotificationCount: () => 0,
  getAccountData: () => undefined,
  getLastActiveTimestamp: () => 5,
  getLiveTimeline: () => ({ getEvents: () => events }),
  hasUserReadEvent: () => false,
  getEventReadUpTo: () => '$read',
  getMember: () => ({ rawDisplayName: 'Alice' }),
});

/** An event of the SDK. */
const anEvent = (id: string, content: object = { body: 'a secret' }, isRedacted = false) => ({
  event: { room_id: '!a:x' },
  sender: { name: 'Bob' },
  threadRootId: undefined,
  getId: () => id,
  getType: () => 'm.room.message',
  getSender: () => '@bob:x',
  getContent: () => content,
  isRedacted: () => isRedacted,
});

/** A client of the SDK that knows these rooms. */
const aClient = (rooms: readonly object[]) =>
  Object.assign(new EventEmitter(), {
    baseUrl: 'https://x',
    pushRules: { global: { override: [], room: [] } },
    isGuest: () => false,
    getUserId: () => '@alice:x',
    getSyncState: (): string | null => null,
    getVisibleRooms: () => rooms,
    getAccountData: () => undefined,
    getPushActionsForEvent: () => ({ notify: true, tweaks: { highlight: true } }),
    getPushDetailsForEvent: () => ({ rule: { rule_id: '.m.rule.is_user_mention' } }),
    addPushRule: vi.fn(() => Promise.reject(new Error('no'))),
    deletePushRule: vi.fn(() => Promise.resolve()),
  });

/** Starts the probe in a page; timers are to be faked. */
function startProbe(page: object = {}) {
  const told: Told[] = [];
  const troubles: string[] = [];
  const orders: ((order: unknown) => void)[] = [];
  const routes: (() => void)[] = [];
  const run = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      troubles.push(error instanceof Error ? error.message : 'unknown');
    }
  };
  const desk = aDesk({
    run,
    later: (work, delayMs) => void setTimeout(() => run(work), delayMs),
    tell: (raw) => void told.push(JSON.parse(JSON.stringify(raw)) as Told),
    fail: (reason) => void troubles.push(reason),
    onOrder: (hear) => void orders.push(hear),
    onRoute: (hear) => void routes.push(hear),
  });
  const storage = new Map<string, string>();
  const location = { hash: '' };
  const fetch = vi.fn(() => Promise.reject(new Error('away')));
  vi.stubGlobal('localStorage', { getItem: (name: string) => storage.get(name) ?? null });
  vi.stubGlobal('location', location);
  vi.stubGlobal('fetch', fetch);
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
  vi.stubGlobal('kit', { probe: desk });
  addPlace('kit');
  addReading('kit');
  probe('kit');
  return { told, troubles, storage, location, fetch, routes, order: (order: object) => orders[0]?.(order) };
}

describe('the probe of Element', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const isNew = { liveEvent: true };

  it('C4 tells who is there once the client has synced, and that nobody is there', async () => {
    const client = aClient([aRoom('!a:x')]);
    const peg = { get: () => here.client };
    const here: { client: typeof client | null } = { client: null };
    const heard: ((payload: object) => void)[] = [];
    const mxDispatcher = {
      register: (hear: (payload: object) => void) => heard.push(hear),
      dispatch: vi.fn(),
    };
    const { told } = startProbe({ mxMatrixClientPeg: peg, mxDispatcher });
    await pass(100);
    expect(told.at(-1)).toMatchObject({ isReady: false, hasSession: false });
    here.client = client;
    heard[0]?.({ action: 'on_logged_in' });
    await pass(100);
    expect(told.at(-1)?.rooms).toBeUndefined();
    client.emit('sync', 'PREPARED');
    await pass(100);
    expect(told.at(-1)).toMatchObject({ isReady: true, server: { domain: 'x' }, rooms: [{ id: '!a:x' }] });
    here.client = null;
    heard[0]?.({ action: 'on_logged_out' });
    await pass(100);
    expect(told.at(-1)).toMatchObject({ isReady: false, hasSession: false, heard: [] });
  });

  it('C10 C12 hears an event before the page does, and tells nothing of what it says', async () => {
    const client = aClient([aRoom('!a:x')]);
    const order: string[] = [];
    client.on('Room.timeline', () => order.push(`the page, of ${told.at(-1)?.heard.length} told`));
    const { told } = startProbe({ mxMatrixClientPeg: { get: () => client } });
    await pass(10);
    client.emit('sync', 'SYNCING');
    await pass(100);
    client.emit('Room.timeline', anEvent('$old'), {}, true, false, isNew);
    client.emit('Room.timeline', anEvent('$new'), {}, false, false, isNew);
    expect(order).toEqual(['the page, of 0 told', 'the page, of 1 told']);
    expect(told.at(-1)?.heard).toMatchObject([{ event: '$new', rule: '.m.rule.is_user_mention' }]);
    expect(JSON.stringify(told)).not.toContain('secret');
    for (let index = 0; index < 30; index += 1)
      client.emit('Room.timeline', anEvent(`$${index}`), {}, false, false, isNew);
    expect(told.at(-1)?.heard.length).toBe(20);
  });

  it('C1 counts what was said since the person read there, without edits and what was taken back', async () => {
    const edit = { 'm.relates_to': { rel_type: 'm.replace' } };
    const events = [
      anEvent('$0'),
      anEvent('$read'),
      anEvent('$1'),
      anEvent('$2', edit),
      anEvent('$3', {}, true),
      anEvent('$4'),
    ];
    const client = aClient([aRoom('!a:x', events)]);
    client.getSyncState = () => 'SYNCING';
    const { told } = startProbe({ mxMatrixClientPeg: { matrixClient: client } });
    await pass(100);
    expect(told.at(-1)?.rooms?.[0]?.messages).toBe(2);
  });

  it('C6 a page that lends no client is told of once, and is understood when it does', async () => {
    const client = aClient([aRoom('!a:x')]);
    client.getSyncState = () => 'SYNCING';
    const { told, troubles } = startProbe();
    await pass(60_000);
    expect(troubles).toEqual(['the page lends no Matrix client']);
    vi.stubGlobal('mxMatrixClientPeg', { get: () => client });
    await pass(3000);
    expect(told.at(-1)?.rooms?.length).toBe(1);
  });

  it('C6 what can no longer be read is told, and nothing old after it', async () => {
    const rooms: object[] = [aRoom('!a:x')];
    const client = aClient(rooms);
    const { told, troubles } = startProbe({ mxMatrixClientPeg: { get: () => client } });
    await pass(10);
    client.emit('sync', 'SYNCING');
    await pass(100);
    rooms[0] = { roomId: '!a:x' };
    client.emit('sync', 'SYNCING');
    await pass(100);
    const count = told.length;
    client.emit('Room.timeline', anEvent('$new'), {}, false, false, isNew);
    expect(troubles.length).toBe(1);
    expect(told.length).toBe(count);
  });

  it('C21 tells at once that the page went elsewhere, once it is known who is there', async () => {
    const client = aClient([aRoom('!a:x')]);
    const { told, location, routes } = startProbe({ mxMatrixClientPeg: { get: () => client } });
    location.hash = '#/room/!a:x';
    routes[0]?.();
    expect(told).toEqual([]);
    await pass(10);
    client.emit('sync', 'SYNCING');
    await pass(100);
    location.hash = '#/home';
    routes[0]?.();
    expect(told.slice(-2).map(({ shown }) => shown)).toEqual(['!a:x', '']);
  });

  it('C3 C8 does what it is told; a refusal changes nothing', async () => {
    const client = aClient([aRoom('!a:x')]);
    const { order, location, troubles } = startProbe({ mxMatrixClientPeg: { get: () => client } });
    await pass(10);
    order({ open: '!a:x' });
    expect(location.hash).toBe('#/room/!a:x');
    order({ open: '!a:x', event: '$1' });
    expect(location.hash).toBe('#/room/!a:x/$1');
    order({
      rules: [
        { kind: 'room', id: '!a:x' },
        { kind: 'override', id: '!a:x', body: { actions: [] } },
      ],
    });
    await pass(100);
    expect(client.deletePushRule).toHaveBeenCalledWith('global', 'room', '!a:x');
    expect(client.addPushRule).toHaveBeenCalledWith('global', 'override', '!a:x', { actions: [] });
    const dispatch = vi.fn();
    vi.stubGlobal('mxDispatcher', { register: () => undefined, dispatch });
    order({ open: '!a:x', event: '$1' });
    expect(dispatch).toHaveBeenCalledWith(
      expect.objectContaining({ action: 'view_room', room_id: '!a:x', event_id: '$1', highlighted: true }),
    );
    expect(troubles).toEqual([]);
  });
});
