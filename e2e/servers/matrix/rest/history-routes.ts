import { eventOf } from '../acts/events.js';
import { stateBefore } from '../acts/room-state.js';
import type { Content, RoomEvent, RoomRecord } from '../model.js';
import { eventView } from '../views.js';
import { type ApiContext, type ApiRoutes, ownRoom, param } from './context.js';

const RELATIONS = '/rooms/:room/relations/:event';

/** What was said before. */
export const historyRoutes: ApiRoutes = {
  'GET /rooms/:room/event/:event': (context) => {
    const room = ownRoom(context);
    return eventView(room, eventOf(room, param(context, 'event')), context.session);
  },
  'GET /rooms/:room/messages': (context) => {
    const room = ownRoom(context);
    const isBack = context.query.get('dir') !== 'f';
    const { events, end } = pageOf(context, room.events, isBack);
    return {
      start: context.query.get('from') ?? `t${context.state.position + 1}`,
      ...(end === undefined ? {} : { end }),
      chunk: viewsOf(context, room, events),
      state: [],
    };
  },
  'GET /rooms/:room/context/:event': (context) => {
    const room = ownRoom(context);
    const event = eventOf(room, param(context, 'event'));
    const half = Math.floor(limitOf(context) / 2);
    const index = room.events.indexOf(event);
    const before = room.events.slice(Math.max(0, index - half), index).toReversed();
    const after = room.events.slice(index + 1, index + 1 + half);
    return {
      start: `t${before.at(-1)?.position ?? event.position}`,
      end: `t${(after.at(-1)?.position ?? event.position) + 1}`,
      event: eventView(room, event, context.session),
      events_before: viewsOf(context, room, before),
      events_after: viewsOf(context, room, after),
      state: viewsOf(context, room, stateBefore(room, event.position + 1)),
    };
  },
  'GET /rooms/:room/threads': (context) => {
    const room = ownRoom(context);
    const roots = new Set(room.events.map(({ threadId }) => threadId));
    const events = room.events.filter(({ event_id: id }) => roots.has(id)).toReversed();
    return { chunk: viewsOf(context, room, events) };
  },
  [`GET ${RELATIONS}`]: (context) => relations(context),
  [`GET ${RELATIONS}/:relation`]: (context) => relations(context),
  [`GET ${RELATIONS}/:relation/:type`]: (context) => relations(context),
};

function relations(context: ApiContext): Content {
  const room = ownRoom(context);
  const eventId = param(context, 'event');
  const wanted = param(context, 'relation');
  const related = room.events.filter(({ content }) => {
    const { event_id: to, rel_type: type } = (content['m.relates_to'] ?? {}) as {
      readonly event_id?: string;
      readonly rel_type?: string;
    };
    return to === eventId && (wanted === '' || type === wanted);
  });
  const { events, end } = pageOf(context, related, context.query.get('dir') !== 'f');
  return { chunk: viewsOf(context, room, events), ...(end === undefined ? {} : { next_batch: end }) };
}

/** Those before or after the token that was given, nearest first. */
function pageOf(
  context: ApiContext,
  all: readonly RoomEvent[],
  isBack: boolean,
): { readonly events: readonly RoomEvent[]; readonly end: string | undefined } {
  const from = context.query.get('from') ?? context.query.get('since');
  const at = from === null ? (isBack ? Infinity : -1) : Number(from.slice(1));
  const to = context.query.get('to');
  const fits = all.filter(({ position }) =>
    isBack ? position < at && position > Number(to?.slice(1) ?? -1) : position >= at,
  );
  const events = (isBack ? fits.toReversed() : fits).slice(0, limitOf(context));
  const last = events.at(-1);
  const end =
    last === undefined || events.length === fits.length ? undefined : last.position + (isBack ? 0 : 1);
  return { events, end: end === undefined ? undefined : `t${end}` };
}

const viewsOf = (context: ApiContext, room: RoomRecord, events: readonly RoomEvent[]): readonly Content[] =>
  events.map((event) => eventView(room, event, context.session));

const limitOf = ({ query }: ApiContext): number => Math.min(100, Number(query.get('limit') ?? 10));
