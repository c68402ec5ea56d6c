import { eventOf, redact, roomFor, sendEvent } from '../acts/events.js';
import { markRead } from '../acts/reading.js';
import { createRoom, invite, join, leave } from '../acts/rooms.js';
import { membersOf, stateBefore, stateEvent } from '../acts/room-state.js';
import { found, MatrixRefusal } from '../errors.js';
import type { Receipt } from '../model.js';
import { eventView } from '../views.js';
import { type ApiContext, type ApiRoutes, bodyOf, ownRoom, param, textOf } from './context.js';

/** Rooms: coming and going, what is said, what is read. */
export const roomRoutes: ApiRoutes = {
  'GET /joined_rooms': ({ state, session }) => ({
    joined_rooms: Object.values(state.rooms)
      .filter((room) => membersOf(room, 'join').includes(session.userId))
      .map(({ roomId }) => roomId),
  }),
  'POST /createRoom': async (context) => {
    const body = bodyOf(context);
    const { creation_content: { type } = {} } = body as {
      readonly creation_content?: { readonly type?: string };
    };
    const { invite: invited = [] } = body as { readonly invite?: readonly string[] };
    const name = textOf(body, 'name');
    const { roomId } = await context.step((world) =>
      createRoom(world, {
        creator: context.session.userId,
        name: name === '' ? undefined : name,
        isPublic: textOf(body, 'preset') === 'public_chat',
        isDirect: body['is_direct'] === true,
        type,
        invited,
      }),
    );
    return { room_id: roomId };
  },
  'POST /join/:room': (context) => joined(context),
  'POST /rooms/:room/join': (context) => joined(context),
  'POST /rooms/:room/leave': async (context) => {
    await context.step((world) => leave(world, param(context, 'room'), context.session.userId));
    return {};
  },
  'POST /rooms/:room/forget': () => ({}),
  'POST /rooms/:room/invite': async (context) => {
    const room = ownRoom(context);
    const userId = textOf(bodyOf(context), 'user_id');
    await context.step((world) => invite(world, room, context.session.userId, userId));
    return {};
  },
  'GET /rooms/:room/members': (context) => {
    const room = ownRoom(context);
    const members = stateBefore(room, Infinity).filter(({ type }) => type === 'm.room.member');
    return { chunk: members.map((event) => eventView(room, event, context.session)) };
  },
  'GET /rooms/:room/state/:type': (context) =>
    found(stateEvent(ownRoom(context), param(context, 'type')), 'State').content,
  'PUT /rooms/:room/send/:type/:txn': async (context) => {
    const room = ownRoom(context);
    const content = bodyOf(context);
    const { userId, deviceId } = context.session;
    const event = await context.step((world) =>
      sendEvent(world, room, {
        type: param(context, 'type'),
        sender: userId,
        content,
        transaction: { deviceId, id: param(context, 'txn') },
      }),
    );
    return { event_id: event.event_id };
  },
  'PUT /rooms/:room/state/:type/:key': (context) => setState(context),
  'PUT /rooms/:room/state/:type': (context) => setState(context),
  'PUT /rooms/:room/redact/:event/:txn': async (context) => {
    const room = ownRoom(context);
    const { reason } = bodyOf(context);
    const event = await context.step((world) =>
      redact(world, room, { sender: context.session.userId, eventId: param(context, 'event'), reason }),
    );
    return { event_id: event.event_id };
  },
  'PUT /rooms/:room/typing/:user': () => ({}),
  'POST /rooms/:room/receipt/:kind/:event': async (context) => {
    const room = ownRoom(context);
    const threadId = textOf(bodyOf(context), 'thread_id');
    const kind = param(context, 'kind');
    if (kind !== 'm.read' && kind !== 'm.read.private')
      throw new MatrixRefusal(400, 'M_INVALID_PARAM', 'Receipt type must be known');
    await read(context, room.roomId, kind, param(context, 'event'), threadId === '' ? undefined : threadId);
    return {};
  },
  'POST /rooms/:room/read_markers': async (context) => {
    const body = bodyOf(context);
    const room = ownRoom(context);
    for (const kind of ['m.read', 'm.read.private'] as const) {
      const eventId = textOf(body, kind);
      if (eventId !== '') await read(context, room.roomId, kind, eventId, undefined);
    }
    return {};
  },
};

async function joined(context: ApiContext) {
  const { roomId } = await context.step((world) =>
    join(world, param(context, 'room'), context.session.userId),
  );
  return { room_id: roomId };
}

async function setState(context: ApiContext) {
  const room = ownRoom(context);
  const content = bodyOf(context);
  const event = await context.step((world) =>
    sendEvent(world, room, {
      type: param(context, 'type'),
      sender: context.session.userId,
      content,
      stateKey: param(context, 'key'),
    }),
  );
  return { event_id: event.event_id };
}

const read = (
  context: ApiContext,
  roomId: string,
  kind: Receipt['kind'],
  eventId: string,
  threadId: string | undefined,
): Promise<void> =>
  context.step((world) => {
    const room = roomFor(world, roomId, context.session.userId);
    markRead(world, room, context.session.userId, eventOf(room, eventId), threadId, kind);
  });
