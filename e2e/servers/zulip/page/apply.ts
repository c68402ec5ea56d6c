import { countUnread, mentionsIn, storeMessage, topicKey } from './model.js';
import type { Model, PageEvent, PageMessage, PageStream, ServerMessage } from './types.js';

/** Applies what happened to the model; gives the messages that are new. */
export function applyEvents(model: Model, events: readonly PageEvent[]): readonly PageMessage[] {
  const fresh: PageMessage[] = [];
  for (const event of events) {
    if (event.type === 'message') {
      const { message, flags } = event as unknown as { message: ServerMessage; flags: readonly string[] };
      fresh.push(storeMessage(model, { ...message, flags }));
    } else appliers[event.type]?.(model, event);
  }
  return fresh;
}

const appliers: Readonly<Record<string, (model: Model, event: PageEvent) => void>> = {
  update_message_flags: (model, event) => {
    if (event['flag'] !== 'read') return;
    const isRead = event.op === 'add';
    const details = (event['message_details'] ?? {}) as Readonly<Record<string, Details>>;
    for (const id of event['messages'] as readonly number[]) {
      const message = model.messages.get(id);
      if (message !== undefined) {
        message.unread = !isRead;
        countUnread(model, message);
      } else if (isRead) {
        model.unread.delete(id);
        model.mentions.delete(id);
      } else if (details[id] !== undefined) {
        const { type, stream_id, topic, user_ids = [], mentioned } = details[id];
        model.unread.set(id, type === 'stream' ? { stream_id, topic } : { user_ids: user_ids.join(',') });
        if (mentioned) model.mentions.add(id);
      }
    }
  },
  update_message: (model, event) => {
    for (const id of event['message_ids'] as readonly number[]) {
      const message = model.messages.get(id);
      if (message === undefined) continue;
      if (typeof event['subject'] === 'string') message.topic = event['subject'];
      if (typeof event['new_stream_id'] === 'number')
        Object.assign(message, { stream_id: event['new_stream_id'] });
      if (id === event['message_id'] && typeof event['rendered_content'] === 'string') {
        message.content = event['rendered_content'];
        Object.assign(message, mentionsIn(event['flags'] as readonly string[]));
      }
      countUnread(model, message);
    }
  },
  delete_message: (model, event) => {
    for (const id of event['message_ids'] as readonly number[]) {
      model.messages.delete(id);
      model.unread.delete(id);
      model.mentions.delete(id);
    }
  },
  subscription: (model, event) => {
    const listed = (event['subscriptions'] ?? []) as readonly PageStream[];
    if (event.op === 'add') for (const one of listed) model.streams.set(one.stream_id, one);
    if (event.op === 'remove') for (const one of listed) model.streams.delete(one.stream_id);
    const stream = model.streams.get(event['stream_id'] as number);
    if (event.op === 'update' && stream !== undefined)
      Object.assign(stream, { [event['property'] as string]: event['value'] });
  },
  stream: (model, event) => {
    const stream = model.streams.get(event['stream_id'] as number);
    if (event.op === 'update' && stream !== undefined)
      Object.assign(stream, { [event['property'] as string]: event['value'] });
    if (event.op === 'delete')
      for (const one of event['streams'] as readonly PageStream[]) model.streams.delete(one.stream_id);
  },
  user_topic: (model, event) => {
    const key = topicKey(event['stream_id'] as number, event['topic_name'] as string);
    model.policies.set(key, event['visibility_policy'] as number);
  },
  realm: (model, event) => {
    if (event['property'] === 'name') model.realmName = event['value'] as string;
  },
  realm_user: (model, event) => {
    const { user_id, full_name } = event['person'] as { user_id: number; full_name?: string };
    const user = model.users.get(user_id);
    if (user !== undefined && full_name !== undefined) user.full_name = full_name;
  },
};

interface Details {
  readonly type: 'stream' | 'private';
  readonly stream_id: number;
  readonly topic: string;
  readonly user_ids?: readonly number[];
  readonly mentioned: boolean;
}
