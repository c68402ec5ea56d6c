import type { MessageHint } from '../../core/ipc/channel-messages';
import { own, ownList, ownText } from '../raw';
import { printOf } from './print-of';

/** A message that came, as the probe told it. */
interface Posted {
  readonly channelId: string;
  readonly postId: string;
  readonly isReply: boolean;
  readonly sender: string;
  readonly mention: string;
  readonly print: number;
}

interface Said {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
}

/** The tag of a notification that the page made by `desktopAPI`. */
const TAG = /^foyer:([a-z0-9]{26}):([a-z0-9]{26})?:\d+$/;
const BODY = /^@(?<sender>[^\n]{1,120}?)(?:: (?<words>[^]*)| (?:uploaded|posted) an? )/u;

/**
 * Gives what is known of a notification. In desktop mode its tag names the channel, and the message where it is a reply;
 * in browser mode it is found among the messages that came, by its words and its title.
 */
export function readHint(
  { title, body, tag }: Said,
  raw: unknown,
  known: () => unknown,
): MessageHint | undefined {
  const [, channelId = '', postId = ''] = TAG.exec(tag) ?? [];
  const groups = BODY.exec(body)?.groups;
  const posted = ownList(raw, 'posted').map(toPosted).toReversed();
  const isNamed = channelId === '' ? namedBy(title, known) : () => true;
  const found =
    posted.find((one) => one.postId === postId) ??
    bestOf(
      posted.filter((one) => channelId === '' || one.channelId === channelId),
      groups?.['words'],
      isNamed,
    );
  if (found === undefined && channelId === '') return undefined;
  const mention = found?.mention;
  return {
    channelId: found?.channelId ?? channelId,
    sender: found?.sender || groups?.['sender'],
    mention: mention === 'personal' || mention === 'group' || mention === 'none' ? mention : undefined,
    isThreadReply: found?.isReply ?? postId !== '',
    messageId: found?.postId ?? (postId || undefined),
  };
}

/** The latest of the same words in a channel of that name, else of the same words, else the one of that name. */
function bestOf(
  posted: readonly Posted[],
  words: string | undefined,
  isNamed: (one: Posted) => boolean,
): Posted | undefined {
  const print = printOf(words ?? '');
  const same = posted.filter((one) => one.print === print);
  const named = same.find(isNamed);
  if (named !== undefined) return named;
  const places = new Set(same.map(({ channelId }) => channelId));
  return places.size === 1 ? same[0] : undefined;
}

/** The title is the channel's name, alone or in words of the person's language. */
function namedBy(title: string, known: () => unknown): (one: Posted) => boolean {
  const names = new Map(
    ownList(known(), 'channels').map((one) => [ownText(one, 'id'), ownText(one, 'display_name')]),
  );
  return ({ channelId }) => {
    const name = names.get(channelId) ?? '';
    return name !== '' && title.includes(name);
  };
}

function toPosted(said: unknown): Posted {
  const print = own(said, 'print');
  return {
    channelId: ownText(said, 'channelId'),
    postId: ownText(said, 'postId'),
    isReply: own(said, 'isReply') === true,
    sender: ownText(said, 'sender'),
    mention: ownText(said, 'mention'),
    print: typeof print === 'number' ? print : -1,
  };
}
