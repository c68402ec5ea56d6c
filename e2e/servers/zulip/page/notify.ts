import { notificationApi } from './bridge.js';
import { isMuted, policyOf } from './model.js';
import type { Model, PageMessage } from './types.js';

interface Notice {
  readonly shown: Notification;
  readonly count: number;
}

/** Longest title before the others of a conversation are only counted. */
const NAMES_MAX = 50;
const FOLLOWED = 3;

/** Shows what the web client would show, with its wording; `open` goes to a message. */
export function startNotifications(model: Model, open: (message: PageMessage) => void) {
  const notices = new Map<string, Notice>();
  const Api = notificationApi();
  window.addEventListener('focus', () => {
    for (const { shown } of notices.values()) shown.close();
    notices.clear();
  });
  const show = (message: PageMessage): void => {
    const key =
      message.type === 'private'
        ? `dm:${message.to_user_ids}`
        : `channel:${message.sender_id}:${message.stream_id}:${message.topic}`;
    const before = notices.get(key);
    before?.shown.close();
    const count = (before?.count ?? 0) + 1;
    const shown = new Api(titleOf(model, message, count), {
      icon: `/user_avatars/${message.sender_id}.png`,
      body: bodyOf(model, message),
      tag: String(message.id),
    });
    notices.set(key, { shown, count });
    shown.addEventListener('click', () => {
      shown.close();
      open(message);
      window.focus();
    });
    shown.addEventListener('close', () => {
      if (notices.get(key)?.shown === shown) notices.delete(key);
    });
  };
  return {
    received: (messages: readonly PageMessage[]): void => {
      for (const message of messages)
        if (message.unread && isNotifiable(model, message) && isWanted(model, message)) show(message);
    },
  };
}

function titleOf({ streams }: Model, message: PageMessage, count: number): string {
  const { sender_full_name: sender, display_recipient: people } = message;
  const prefix = count > 1 ? `${count} messages from ${sender}` : sender;
  if (typeof people === 'string')
    return `${prefix} (#${streams.get(message.stream_id)?.name ?? ''} > ${message.topic || 'general chat'})`;
  if (people.length <= 2) return `${prefix} (to you)`;
  const others = `, ${message.display_reply_to}, `.replace(`, ${sender}, `, ', ').slice(2, -2).split(', ');
  const names = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(others);
  return prefix.length + names.length > NAMES_MAX
    ? `${prefix} (to you and ${people.length - 2} more)`
    : `${prefix} (to you and ${names})`;
}

function bodyOf({ settings }: Model, { type, content, sender_full_name }: PageMessage): string {
  if (type === 'private' && !settings.pm_content_in_desktop_notifications)
    return `New direct message from ${sender_full_name}`;
  const holder = document.createElement('template');
  holder.innerHTML = content;
  return holder.content.textContent ?? '';
}

/** Whether anything about the message rules a notification out, whatever the settings. */
function isNotifiable(model: Model, message: PageMessage): boolean {
  if (message.sender_id === model.userId) return false;
  if (message.mentioned_me_directly) return true;
  if (message.type === 'private') return true;
  const policy = policyOf(model, message.stream_id, message.topic);
  if (policy === FOLLOWED) return true;
  if (policy === 1) return false;
  const stream = model.streams.get(message.stream_id);
  return !isMuted(model, message) || (message.mentioned && stream?.wildcard_mentions_notify === true);
}

/** Whether the person's settings want it. */
function isWanted({ settings, streams, policies }: Model, message: PageMessage): boolean {
  const stream = streams.get(message.stream_id);
  const isFollowed =
    policies.get(`${message.stream_id}:${message.topic.toLowerCase()}`) === FOLLOWED &&
    message.type === 'stream';
  if (
    message.type === 'stream' &&
    (stream?.desktop_notifications ?? settings.enable_stream_desktop_notifications)
  )
    return true;
  if (isFollowed && settings.enable_followed_topic_desktop_notifications) return true;
  if (!settings.enable_desktop_notifications) return false;
  if (message.type === 'private' || message.alerted || message.mentioned_me_directly) return true;
  if (!message.mentioned) return false;
  if (stream?.wildcard_mentions_notify ?? settings.wildcard_mentions_notify) return true;
  return isFollowed && settings.enable_followed_topic_wildcard_mentions_notify;
}
