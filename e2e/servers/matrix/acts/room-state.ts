import type { Content, RoomEvent, RoomRecord, ServerState } from '../model.js';

export type Membership = 'join' | 'invite' | 'leave' | 'ban';

/** The state event of that type and key that counts before `position`; now, when that is left out. */
export function stateEvent(
  { events }: RoomRecord,
  type: string,
  key = '',
  before = Infinity,
): RoomEvent | undefined {
  return events.findLast(
    (event) => event.type === type && event.state_key === key && event.position < before,
  );
}

/** All state that counts before a position, each type and key once, oldest first. */
export function stateBefore({ events }: RoomRecord, before: number): readonly RoomEvent[] {
  const last = new Map<string, RoomEvent>();
  for (const event of events)
    if (event.state_key !== undefined && event.position < before)
      last.set(`${event.type}\n${event.state_key}`, event);
  return [...last.values()].toSorted((one, other) => one.position - other.position);
}

export const contentOf = (room: RoomRecord, type: string, key = ''): Content =>
  stateEvent(room, type, key)?.content ?? {};

export function membershipOf(room: RoomRecord, userId: string, before?: number): Membership | undefined {
  const { membership } = stateEvent(room, 'm.room.member', userId, before)?.content ?? {};
  return membership as Membership | undefined;
}

/** Who is there in that way, oldest first. */
export const membersOf = (room: RoomRecord, ...memberships: readonly Membership[]): readonly string[] =>
  stateBefore(room, Infinity)
    .filter(({ type, content }) => type === 'm.room.member' && isOneOf(memberships, content['membership']))
    .map(({ state_key: userId = '' }) => userId);

const isOneOf = (memberships: readonly Membership[], value: unknown): boolean =>
  memberships.some((one) => one === value);

export function nameOf(room: RoomRecord): string {
  const { name } = contentOf(room, 'm.room.name');
  return typeof name === 'string' ? name : '';
}

/** What people call a room: its name, or the names of the others. */
export function shownNameOf(state: ServerState, room: RoomRecord, userId: string): string {
  const others = membersOf(room, 'join', 'invite').filter((one) => one !== userId);
  const [first = 'Empty room', second, ...more] = others.map((one) => state.users[one]?.displayName ?? one);
  if (nameOf(room) !== '') return nameOf(room);
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${others.length - 1} others`;
}
