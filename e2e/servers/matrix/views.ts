import type { Content, RoomEvent, RoomRecord, Session } from './model.js';

/** An event as clients get it; in a sync without the room, which they know there. */
export function eventView(room: RoomRecord, event: RoomEvent, session: Session, isInSync = false): Content {
  const { position: _position, threadId: _threadId, transaction, redactedBy, ...said } = event;
  const relations = relationsOf(room, event, session);
  const isOwnRequest = transaction !== undefined && transaction.deviceId === session.deviceId;
  const redaction = room.events.find(({ event_id: id }) => id === redactedBy);
  return {
    ...said,
    ...(isInSync ? {} : { room_id: room.roomId }),
    unsigned: {
      age: Math.max(0, Date.now() - event.origin_server_ts),
      ...(isOwnRequest ? { transaction_id: transaction.id } : {}),
      ...(redaction === undefined ? {} : { redacted_because: eventView(room, redaction, session) }),
      ...(relations === undefined ? {} : { 'm.relations': relations }),
    },
  };
}

/** What a server sums up of answers in a thread and of edits. */
function relationsOf(room: RoomRecord, event: RoomEvent, session: Session): Content | undefined {
  const replies = room.events.filter(({ threadId }) => threadId === event.event_id);
  const edit = room.events.findLast(({ content, sender }) => {
    const relation = content['m.relates_to'] as Content | undefined;
    return (
      relation?.['rel_type'] === 'm.replace' &&
      relation['event_id'] === event.event_id &&
      sender === event.sender
    );
  });
  const latest = replies.at(-1);
  if (latest === undefined && edit === undefined) return undefined;
  return {
    ...(edit === undefined ? {} : { 'm.replace': eventView(room, edit, session) }),
    ...(latest === undefined
      ? {}
      : {
          'm.thread': {
            latest_event: eventView(room, latest, session),
            count: replies.length,
            current_user_participated: replies.some(({ sender }) => sender === session.userId),
          },
        }),
  };
}
