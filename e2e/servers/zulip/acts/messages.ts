import {
  given,
  Refusal,
  type DirectPlace,
  type Message,
  type Organisation,
  type StreamPlace,
} from '../model.js';
import type { Queues } from '../queues.js';
import { messageEvent } from '../views.js';
import { mentionFlags, rendered } from './mentions.js';

export interface Scene {
  readonly organisation: Organisation;
  readonly queues: Queues;
}

/** Sends a message and tells everybody who gets it. */
export function sendMessage(
  { organisation, queues }: Scene,
  senderId: number,
  to: StreamPlace | DirectPlace,
  content: string,
): Message {
  const receivers = receiversOf(organisation, to);
  organisation.lastMessageId += 1;
  const message: Message = {
    id: organisation.lastMessageId,
    senderId,
    to,
    content,
    timestamp: Math.floor(Date.now() / 1000),
    flags: new Map(),
  };
  for (const id of receivers) {
    const user = given(organisation.users.get(id), 'Invalid user ID');
    const flags = mentionFlags(organisation, content, user, to.kind === 'stream' ? to : undefined);
    message.flags.set(id, new Set(id === senderId ? ['read', ...flags] : flags));
  }
  organisation.messages.set(message.id, message);
  for (const id of receivers) queues.tell([id], messageEvent(organisation, message, id));
  return message;
}

function receiversOf({ streams }: Organisation, to: StreamPlace | DirectPlace): readonly number[] {
  if (to.kind === 'private') return to.userIds;
  return [...given(streams.get(to.streamId), 'Invalid channel ID').subscriptions.keys()];
}

export interface Change {
  readonly content?: string | undefined;
  readonly topic?: string | undefined;
  readonly streamId?: number | undefined;
  /** Which of the topic's messages go along when it is moved. */
  readonly mode?: 'change_one' | 'change_later' | 'change_all' | undefined;
}

/** Edits a message or moves it, with others of its topic if told so. */
export function changeMessage(scene: Scene, userId: number, id: number, change: Change): void {
  const { organisation, queues } = scene;
  const message = given(organisation.messages.get(id), 'Invalid message(s)');
  if (change.content !== undefined && message.senderId !== userId)
    throw new Refusal(400, 'BAD_REQUEST', "You don't have permission to edit this message");
  const moved = moveMessages(organisation, message, change);
  if (change.content !== undefined) {
    message.content = change.content;
    for (const [receiver, flags] of message.flags) {
      const user = given(organisation.users.get(receiver), 'Invalid user ID');
      const place = message.to.kind === 'stream' ? message.to : undefined;
      const kept = [...flags].filter((flag) => flag === 'read' || flag === 'starred');
      flags.clear();
      for (const flag of [...kept, ...mentionFlags(organisation, change.content, user, place)])
        flags.add(flag);
    }
  }
  for (const [receiver, flags] of message.flags)
    queues.tell([receiver], {
      type: 'update_message',
      user_id: userId,
      edit_timestamp: Math.floor(Date.now() / 1000),
      message_id: id,
      message_ids: [id, ...moved.ids.filter((one) => one !== id)],
      rendering_only: false,
      flags: [...flags],
      ...(change.content === undefined
        ? {}
        : {
            content: change.content,
            rendered_content: rendered(organisation, change.content),
            is_me_message: false,
          }),
      ...moved.told,
    });
}

function moveMessages(organisation: Organisation, { id, to }: Message, change: Change) {
  const { topic, streamId, mode = 'change_one' } = change;
  if (to.kind !== 'stream' || (topic === undefined && streamId === undefined)) return { ids: [], told: {} };
  const goes = (one: Message): boolean =>
    one.to.kind === 'stream' &&
    one.to.streamId === to.streamId &&
    one.to.topic.toLowerCase() === to.topic.toLowerCase() &&
    (mode === 'change_all' || one.id === id || (mode === 'change_later' && one.id > id));
  const moving = [...organisation.messages.values()].filter(goes);
  const place: StreamPlace = { kind: 'stream', streamId: streamId ?? to.streamId, topic: topic ?? to.topic };
  for (const one of moving) one.to = place;
  const told = {
    stream_id: to.streamId,
    orig_subject: to.topic,
    propagate_mode: mode,
    ...(topic === undefined ? {} : { subject: topic, topic_links: [] }),
    ...(streamId === undefined ? {} : { new_stream_id: streamId }),
  };
  return { ids: moving.map((one) => one.id), told };
}

/** Takes a message away from everybody. */
export function deleteMessage({ organisation, queues }: Scene, id: number): void {
  const { to, flags } = given(organisation.messages.get(id), 'Invalid message(s)');
  organisation.messages.delete(id);
  const place =
    to.kind === 'stream'
      ? { message_type: 'stream', stream_id: to.streamId, topic: to.topic }
      : { message_type: 'private' };
  queues.tell(flags.keys(), { type: 'delete_message', message_ids: [id], ...place });
}
