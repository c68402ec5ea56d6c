import { type MatrixClient, NotificationCountType, type Room } from 'matrix-js-sdk';

/** How much a room has to tell, and the number that stands beside it. */
export interface RoomState {
  readonly level: 'none' | 'activity' | 'notification' | 'highlight';
  readonly count: number;
}

/** As Element's list shows it: an invitation counts, what is muted does not. */
export function stateOf(client: MatrixClient, room: Room): RoomState {
  if (isInvite(room)) return { level: 'highlight', count: 1 };
  if (isMuted(client, room.roomId)) return { level: 'none', count: 0 };
  const red = room.getUnreadNotificationCount(NotificationCountType.Highlight);
  const grey = room.getUnreadNotificationCount(NotificationCountType.Total);
  if (red > 0) return { level: 'highlight', count: grey || red };
  if (grey > 0 || isMarkedUnread(room)) return { level: 'notification', count: grey };
  return { level: hasUnreadMessages(client, room) ? 'activity' : 'none', count: 0 };
}

/** The rooms of the list: those of which one is a member or to which one is invited; spaces stand elsewhere. */
export const listedRooms = (client: MatrixClient): readonly Room[] =>
  client
    .getVisibleRooms()
    .filter((room) => !room.isSpaceRoom() && /^(?:join|invite)$/.test(room.getMyMembership()));

interface Rule {
  readonly enabled: boolean;
  readonly actions: readonly unknown[];
  readonly conditions?: readonly {
    readonly kind: string;
    readonly key?: string;
    readonly pattern?: string;
  }[];
}

function isMuted(client: MatrixClient, roomId: string): boolean {
  const rules = (client.pushRules?.global.override ?? []) as unknown as readonly Rule[];
  return rules.some(({ enabled, conditions: [one, ...others] = [], actions }) => {
    const isOfRoom = one?.kind === 'event_match' && one.key === 'room_id' && one.pattern === roomId;
    return enabled && isOfRoom && others.length === 0 && actions.every((action) => action === 'dont_notify');
  });
}

/** True when somebody asks the person in. */
export const isInvite = (room: Room): boolean => /^invite$/.test(room.getMyMembership());

const isMarkedUnread = (room: Room): boolean =>
  room.getAccountData('m.marked_unread')?.getContent()['unread'] === true;

function hasUnreadMessages(client: MatrixClient, room: Room): boolean {
  const userId = client.getSafeUserId();
  const last = room
    .getLiveTimeline()
    .getEvents()
    .findLast((event) => event.getType() === 'm.room.message');
  if (last === undefined || last.getSender() === userId) return false;
  return !room.hasUserReadEvent(userId, last.getId() ?? '');
}
