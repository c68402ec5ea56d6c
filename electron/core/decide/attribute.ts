import {
  isDirectKind,
  type Channel,
  type ChannelKind,
  type ChannelPattern,
  type ChannelRef,
} from '../model/channel';
import type { MessageHint } from '../ipc/channel-messages';
import type { Mention, Message } from '../model/message';
import type { ServiceId } from '../model/service';
import { matchesWords, wordsOf } from './match-words';

/** How a service's notifications are worded: a form of the title, with the groups `sender` and `channel`. */
export interface NotificationForm {
  /** Must match the whole title. */
  readonly title: RegExp;
  readonly kind: ChannelKind;
}

/** What an adapter knows of a notification; what is left out it does not know. */
export interface NotificationHint {
  readonly channel?: ChannelRef | undefined;
  readonly sender?: string | undefined;
  readonly mention?: Mention | undefined;
  readonly isThreadReply?: boolean | undefined;
  readonly messageId?: string | undefined;
}

/** What is known of a service whose notifications are to be told apart. */
export interface AttributionFacts {
  readonly serviceId: ServiceId;
  readonly forms: readonly NotificationForm[];
  readonly patterns: readonly ChannelPattern[];
  readonly ownNames: readonly string[];
  /** Conversations that may be known by their name alone. */
  readonly named?: readonly ChannelRef[];
}

interface Said {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
}

/** Words that mean everybody in a conversation, as services write them. */
const GROUP_MENTION =
  /(?:^|[^\p{L}\p{N}_@])@(?:all|here|channel|everyone|room|team|group|online)(?![\p{L}\p{N}_])/iu;

/**
 * Gives what a notification tells: the adapter's word first, then a pattern the person confirmed, then the wording the
 * recipe knows. Where nothing says which conversation it is, `channel` is undefined.
 */
export function attribute(said: Said, facts: AttributionFacts, hint: NotificationHint = {}): Message {
  const byForm = readForm(said.title, facts.forms);
  const channel =
    hint.channel ?? byPattern(said, facts) ?? byName(byForm?.channel, facts.named) ?? byForm?.channel;
  return {
    serviceId: facts.serviceId,
    channel,
    sender: hint.sender ?? byForm?.sender,
    mention: hint.mention ?? readMention(said.body, facts.ownNames),
    isThreadReply: hint.isThreadReply ?? false,
    text: `${said.title}\n${said.body}`,
    messageId: hint.messageId,
  };
}

/**
 * Gives what an adapter knows of a notification: the channel by its word or by the tag, and that it means the person
 * where nothing else would be notified there.
 */
export function toHint(
  { tag, hint: told }: Pick<Said, 'tag'> & { readonly hint?: MessageHint | undefined },
  channels: readonly Channel[],
): NotificationHint {
  const found =
    channels.find(({ id }) => id === told?.channelId) ??
    (tag === '' ? undefined : channels.find((one) => one.tag === tag));
  const isMention = found?.notifiesMentionsOnly === true && !isDirectKind(found.kind);
  return {
    channel: found && { id: found.id, name: found.name, kind: found.kind },
    sender: told?.sender,
    mention: told?.mention ?? (isMention ? 'personal' : undefined),
    isThreadReply: told?.isThreadReply,
    messageId: told?.messageId,
  };
}

/** Gives the one channel that is called as the wording says. */
function byName(worded: ChannelRef | undefined, named: readonly ChannelRef[] = []): ChannelRef | undefined {
  const name = worded?.name.toLowerCase();
  const found = name === undefined ? [] : named.filter((one) => one.name.toLowerCase() === name);
  const [first] = found;
  return first === undefined || found.some(({ id }) => id !== first.id)
    ? undefined
    : { id: first.id, name: first.name, kind: first.kind };
}

function byPattern(said: Said, { serviceId, patterns }: AttributionFacts): ChannelRef | undefined {
  const found = patterns.find((pattern) => pattern.serviceId === serviceId && matchesPattern(pattern, said));
  return found && { id: found.channelId, name: found.name, kind: found.kind };
}

/** True when a notification is of the conversation that a pattern stands for. */
export function matchesPattern(
  { on, how, text }: Pick<ChannelPattern, 'on' | 'how' | 'text'>,
  said: Pick<Said, 'title' | 'tag'>,
): boolean {
  const value = said[on];
  switch (how) {
    case 'is':
      return value === text;
    case 'starts':
      return value.startsWith(text);
    case 'ends':
      return value.endsWith(text);
    case 'contains':
      return holdsWhole(value, text);
  }
}

/** `#dev` is not in `#development`, nor in `not#dev`. */
function holdsWhole(value: string, text: string): boolean {
  const isWord = (part: string): boolean => /[\p{L}\p{N}_-]/u.test(part);
  for (let at = value.indexOf(text); at !== -1; at = value.indexOf(text, at + 1)) {
    const before = value.slice(0, at).at(-1) ?? '';
    const after = value.charAt(at + text.length);
    const isCutBefore = isWord(before) && isWord(text.charAt(0));
    const isCutAfter = isWord(after) && isWord(text.at(-1) ?? '');
    if (!isCutBefore && !isCutAfter) return true;
  }
  return false;
}

function readForm(
  title: string,
  forms: readonly NotificationForm[],
): { readonly channel: ChannelRef | undefined; readonly sender: string | undefined } | undefined {
  for (const { title: form, kind } of forms) {
    const groups = form.exec(title)?.groups;
    if (groups === undefined) continue;
    const { sender, channel } = groups;
    // A direct conversation is called after whom it is with.
    const name = channel ?? sender;
    const id = channel === undefined ? `with:${name}` : `name:${name}`;
    return {
      sender,
      channel: name === undefined ? undefined : { id: id.slice(0, 300), name: name.slice(0, 120), kind },
    };
  }
  return undefined;
}

/** Looks for the person's names, then for words that mean everybody. Without names nobody knows. */
function readMention(body: string, ownNames: readonly string[]): Mention {
  const names = wordsOf({ senders: [], keywords: [...ownNames] });
  if (names !== undefined && matchesWords(names, { sender: undefined, text: body })) return 'personal';
  if (GROUP_MENTION.test(body)) return 'group';
  return names === undefined ? 'unknown' : 'none';
}

/** What a pattern could be made of, best first; for the person to choose from. */
export type PatternSuggestion = Pick<ChannelPattern, 'name' | 'kind' | 'on' | 'how' | 'text'>;

const HASH_NAME = /(?:^|[\s("'[])(#[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,79})/u;

/** Gives how the conversation of a notification could be recognised from now on. */
export function suggestPatterns({ title, tag }: Pick<Said, 'title' | 'tag'>): readonly PatternSuggestion[] {
  const hashName = HASH_NAME.exec(title)?.[1];
  const name = title.trim().slice(0, 120);
  const bracketed = /\(([^()]{1,80})\)$/.exec(title)?.[1] ?? '';
  const inBrackets = bracketed.trim();
  return [
    ...(hashName === undefined
      ? []
      : [{ name: hashName, kind: 'public', on: 'title', how: 'contains', text: hashName } as const]),
    ...(inBrackets === '' || inBrackets === hashName
      ? []
      : [{ name: inBrackets, kind: 'unknown', on: 'title', how: 'ends', text: `(${bracketed})` } as const]),
    ...(name === ''
      ? []
      : [{ name, kind: 'unknown', on: 'title', how: 'is', text: title.slice(0, 512) } as const]),
    ...(tag === ''
      ? []
      : [
          {
            name: name === '' ? tag.slice(0, 120) : name,
            kind: 'unknown',
            on: 'tag',
            how: 'is',
            text: tag,
          } as const,
        ]),
  ];
}
