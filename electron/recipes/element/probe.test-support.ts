import { EventEmitter } from 'node:events';
import { vi } from 'vitest';
import type { ProbeDesk } from '../types';
import { probe } from './probe';

/** What a probe told, as far as tests look. */
export interface Told {
  readonly isReady: boolean;
  readonly hasSession: boolean;
  readonly server?: object;
  readonly rooms?: readonly { readonly id: string; readonly messages: number }[];
  readonly heard: readonly { readonly event: string; readonly rule: unknown }[];
}

/** A room of the SDK in which these were said. */
export const aRoom = (roomId: string, events: readonly object[] = []) => ({
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
export const anEvent = (id: string, content: object = { body: 'a secret' }, isRedacted = false) => ({
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
export const aClient = (rooms: readonly object[]) =>
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
export function startProbe(page: object = {}) {
  const told: Told[] = [];
  const troubles: string[] = [];
  const orders: ((order: unknown) => void)[] = [];
  const run = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      troubles.push(error instanceof Error ? error.message : 'unknown');
    }
  };
  const desk: ProbeDesk = {
    run,
    later: (work, delayMs) => void setTimeout(() => run(work), delayMs),
    tell: (raw) => void told.push(JSON.parse(JSON.stringify(raw)) as Told),
    fail: (reason) => void troubles.push(reason),
    onOrder: (hear) => void orders.push(hear),
    onNotification: () => undefined,
    ownValue: (owner, name) =>
      typeof owner === 'object' && owner !== null && Object.hasOwn(owner, name)
        ? Reflect.get(owner, name)
        : undefined,
  };
  const storage = new Map<string, string>();
  const location = { hash: '' };
  const fetch = vi.fn(() => Promise.reject(new Error('away')));
  vi.stubGlobal('localStorage', { getItem: (name: string) => storage.get(name) ?? null });
  vi.stubGlobal('location', location);
  vi.stubGlobal('fetch', fetch);
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
  vi.stubGlobal('kit', { probe: desk });
  probe('kit');
  return { told, troubles, storage, location, fetch, order: (order: object) => orders[0]?.(order) };
}
