import { messageLimits } from '../../core/ipc/service-limits';
import type { HeardNotification } from '../listening';
import { listOf } from '../raw';
import { hintOf } from './hint';
import { messageText } from './message-text';
import { FOLLOWED, MUTED, UNMUTED } from './policies';
import type { Model, Said } from './raw';

/** Longest title before the others of a conversation are only counted. */
const NAMES_MAX = 50;

/** What of a message decides whether the page notifies of it. */
interface Facts {
  readonly isDirect: boolean;
  readonly isMe: boolean;
  readonly isMention: boolean;
  readonly isAlert: boolean;
  readonly policy: number;
  readonly stream: Said | undefined;
  readonly settings: Said;
}

/** Gives what Zulip's page would show of an event of a message; undefined where it shows nothing. `origin` has no `/` at its end. */
export function noticeOf(model: Model, event: Said, origin: string): HeardNotification | undefined {
  const message = event['message'] as Said;
  const tag = String(message['id']);
  if (message['sender_id'] === model.facts['userId'] || !isWanted(factsOf(model, event))) return undefined;
  const hint = hintOf({ title: '', body: '', tag }, rawFor(model, tag));
  if (hint?.channelId === undefined) return undefined;
  const icon = textIn(message, 'avatar_url');
  const atS = Number(message['timestamp']);
  return {
    kind: 'notification',
    title: titleOf(model, message).slice(0, messageLimits.title),
    body: bodyOf(model, message).slice(0, messageLimits.body),
    iconUrl: URL.canParse(icon, origin) ? new URL(icon, origin).href : undefined,
    tag,
    channelId: hint.channelId,
    sender: hint.sender,
    mention: hint.mention ?? 'unknown',
    isThreadReply: false,
    messageId: tag,
    sentAtMs: Number.isFinite(atS) ? atS * 1000 : undefined,
  };
}

/** As much of what the page's adapter reads as a hint needs. */
const rawFor = (model: Model, tag: string): object => ({
  topics: [...model.topics.values()],
  recent: { [tag]: model.recent.get(tag) },
});

function factsOf({ facts, topics, streams }: Model, event: Said): Facts {
  const message = event['message'] as Said;
  const flags = listOf(event['flags']);
  const topic = `${Number(message['stream_id'])}:${textIn(message, 'subject').toLowerCase()}`;
  const isDirect = message['type'] !== 'stream';
  return {
    isDirect,
    isMe: flags.includes('mentioned'),
    isMention: flags.some((flag) => typeof flag === 'string' && flag.endsWith('mentioned')),
    isAlert: flags.includes('has_alert_word'),
    policy: isDirect ? 0 : (topics.get(topic)?.policy ?? 0),
    stream: isDirect ? undefined : streams.get(message['stream_id']),
    settings: (facts['settings'] ?? {}) as Said,
  };
}

/** What is muted lets only mentions of the person through; then the person's settings decide. */
function isWanted(facts: Facts): boolean {
  const { isDirect, isMe, isMention, isAlert, policy, stream, settings } = facts;
  const isOff = stream?.['is_muted'] === true && policy !== UNMUTED && policy !== FOLLOWED;
  const isCalled = isMention && stream?.['wildcard_mentions_notify'] === true;
  if (!isMe && (policy === MUTED || (isOff && !isCalled))) return false;
  const ofStream = (own: string, general: string): boolean =>
    stream !== undefined && (stream[own] ?? settings[general]) === true;
  if (ofStream('desktop_notifications', 'enable_stream_desktop_notifications')) return true;
  const isFollowed = policy === FOLLOWED;
  if (isFollowed && settings['enable_followed_topic_desktop_notifications'] === true) return true;
  if (settings['enable_desktop_notifications'] === false) return false;
  if (isDirect || isAlert || isMe) return true;
  if (!isMention) return false;
  if (ofStream('wildcard_mentions_notify', 'wildcard_mentions_notify')) return true;
  return isFollowed && settings['enable_followed_topic_wildcard_mentions_notify'] === true;
}

function titleOf({ streams, facts }: Model, message: Said): string {
  const sender = textIn(message, 'sender_full_name');
  if (message['type'] === 'stream') {
    const stream = textIn(streams.get(message['stream_id']) ?? {}, 'name');
    const name = stream || textIn(message, 'display_recipient');
    return `${sender} (#${name} > ${textIn(message, 'subject') || 'general chat'})`;
  }
  const people = listOf(message['display_recipient']) as readonly Said[];
  if (people.length <= 2) return `${sender} (to you)`;
  const others = people
    .filter((one) => one['id'] !== facts['userId'] && one['id'] !== message['sender_id'])
    .map((one) => textIn(one, 'full_name'));
  const names = listed(others);
  return sender.length + names.length > NAMES_MAX
    ? `${sender} (to you and ${people.length - 2} more)`
    : `${sender} (to you and ${names})`;
}

/** As English writes a list. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${last}`;
}

function bodyOf({ facts }: Model, message: Said): string {
  const settings = (facts['settings'] ?? {}) as Said;
  const sender = textIn(message, 'sender_full_name');
  if (message['type'] !== 'stream' && settings['pm_content_in_desktop_notifications'] === false)
    return `New direct message from ${sender}`;
  const text = messageText(textIn(message, 'content'));
  return message['is_me_message'] === true ? sender + text.slice('/me'.length) : text;
}

const textIn = (value: Said, name: string): string => {
  const text = value[name];
  return typeof text === 'string' ? text : '';
};
