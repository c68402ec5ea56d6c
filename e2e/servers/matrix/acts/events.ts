import { forbidden, found, MatrixRefusal } from '../errors.js';
import { newEventId } from '../ids.js';
import {
  type Content,
  nextPosition,
  nextTimeMs,
  type RoomEvent,
  type RoomRecord,
  type World,
} from '../model.js';
import { judge } from './judging.js';
import { markRead } from './reading.js';
import { membersOf, membershipOf } from './room-state.js';

export interface NewEvent {
  readonly type: string;
  readonly sender: string;
  readonly content: Content;
  readonly stateKey?: string | undefined;
  readonly redacts?: string | undefined;
  readonly transaction?: RoomEvent['transaction'];
}

/** Adds what happened to a room and decides for each member whether it notifies them. Who says something has read so far. */
export function addEvent(world: World, room: RoomRecord, given: NewEvent): RoomEvent {
  const { type, sender, content, stateKey, redacts, transaction } = given;
  const event: RoomEvent = {
    event_id: newEventId(),
    type,
    sender,
    content,
    origin_server_ts: nextTimeMs(world.state),
    position: nextPosition(world),
    ...(stateKey === undefined ? {} : { state_key: stateKey }),
    ...threadOf(content),
    ...(redacts === undefined ? {} : { redacts }),
    ...(transaction === undefined ? {} : { transaction }),
  };
  room.events.push(event);
  notify(world, room, event);
  markRead(world, room, sender, event, event.threadId ?? 'main', 'implied');
  return event;
}

/** The same for a person who has to be in the room. @throws when they are not. */
export function sendEvent(world: World, room: RoomRecord, given: NewEvent): RoomEvent {
  if (membershipOf(room, given.sender) !== 'join') throw forbidden('User not in room');
  const { transaction } = given;
  // Sent twice it happens once.
  const known = transaction && room.events.find((one) => isSame(one.transaction, transaction));
  return known ?? addEvent(world, room, given);
}

/** Takes the content of an event away, and says so. @throws when it is not there or not theirs. */
export function redact(
  world: World,
  room: RoomRecord,
  {
    sender,
    eventId,
    reason,
  }: { readonly sender: string; readonly eventId: string; readonly reason?: unknown },
): RoomEvent {
  const event = found(
    room.events.find(({ event_id: id }) => id === eventId),
    'Event',
  );
  if (event.sender !== sender) throw forbidden('You cannot redact this event');
  const redaction = sendEvent(world, room, {
    type: 'm.room.redaction',
    sender,
    content: reason === undefined ? { redacts: eventId } : { redacts: eventId, reason },
    redacts: eventId,
  });
  event.content = {};
  event.redactedBy = redaction.event_id;
  // What is gone notifies nobody.
  for (const pushes of Object.values(room.pushes)) {
    const index = pushes.findIndex((push) => push.eventId === eventId);
    if (index !== -1) pushes.splice(index, 1);
  }
  return redaction;
}

/** The room of that id. @throws when there is none, or they were never in it. */
export function roomFor({ state }: Pick<World, 'state'>, roomId: string, userId: string): RoomRecord {
  const room = found(state.rooms[roomId], 'Room');
  if (membershipOf(room, userId) === undefined) throw forbidden('You are not in this room');
  return room;
}

export const eventOf = (room: RoomRecord, eventId: string): RoomEvent =>
  found(
    room.events.find(({ event_id: id }) => id === eventId),
    'Event',
  );

function notify({ state }: World, room: RoomRecord, event: RoomEvent): void {
  // One who is invited hears of that alone.
  const invited = event.content['membership'] === 'invite' ? [event.state_key ?? ''] : [];
  for (const userId of [...membersOf(room, 'join'), ...invited]) {
    const user = state.users[userId];
    if (user === undefined || userId === event.sender) continue;
    const actions = judge(user, room, event);
    if (!actions.includes('notify')) continue;
    const isHighlight = actions.some(
      (action) => typeof action === 'object' && action.set_tweak === 'highlight' && action.value !== false,
    );
    const { event_id: eventId, position, threadId } = event;
    (room.pushes[userId] ??= []).push({ eventId, position, threadId, isHighlight });
  }
}

function threadOf(content: Content): { readonly threadId?: string } {
  const relation = content['m.relates_to'] as Readonly<Record<string, unknown>> | undefined;
  if (relation?.['rel_type'] !== 'm.thread') return {};
  const root = relation['event_id'];
  if (typeof root !== 'string') throw new MatrixRefusal(400, 'M_INVALID_PARAM', 'A thread needs its root');
  return { threadId: root };
}

const isSame = (one: RoomEvent['transaction'], other: NonNullable<RoomEvent['transaction']>): boolean =>
  one?.deviceId === other.deviceId && one.id === other.id;
