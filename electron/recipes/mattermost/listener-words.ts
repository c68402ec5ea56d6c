import type { Mention } from '../../core/model/message';
import type { HeardNotification } from '../listening';
import { own, ownCount, ownText } from '../raw';
import type { Known } from './listener-known';
import { plainWords } from './plain-words';

/** A message, and what the server says of it to whoever is signed in. */
export interface Occasion {
  readonly post: unknown;
  /** `bob`; empty where nothing says. */
  readonly sender: string;
  /** The name of the sender as the person wants to see it. */
  readonly senderShown: string;
  readonly isMentioned: boolean;
  /** Of a reply: whether they follow its thread. */
  readonly follows: boolean;
  readonly file: 'image' | 'other' | undefined;
}

/** Gives the notification that the page would make of it; undefined where it would make none. */
export function readNotification(
  occasion: Occasion,
  known: Known,
  channelName: () => string,
): HeardNotification | undefined {
  const { post, sender, senderShown, file } = occasion;
  const [id, channelId] = [ownText(post, 'id'), ownText(post, 'channel_id')];
  const channel = known.channels.get(channelId);
  const member = known.members.get(channelId);
  if (id === '' || channel === undefined || member === undefined) return undefined;
  const isReply = ownText(post, 'root_id') !== '';
  if (!isMeant(occasion, known)) return undefined;
  const name = channel['type'] === 'D' ? 'Direct Message' : channelName();
  const words = plainWords(ownText(post, 'message'));
  const said =
    words !== '' ? `: ${words}` : file === undefined ? ' posted a message' : ` uploaded ${FILES[file]}`;
  return {
    kind: 'notification',
    title: isReply && known.isCollapsing ? `Reply in ${name}` : name,
    body: `@${senderShown || sender || 'Someone'}${said}`,
    tag: id,
    channelId,
    sender: sender || undefined,
    mention: mentionOf(occasion, known),
    isThreadReply: isReply,
    messageId: id,
    sentAtMs: ownCount(post, 'create_at') || undefined,
  };
}

const FILES = { image: 'an image', other: 'a file' } as const;

/** By `notification_actions.tsx` of the web client, where nobody looks at the page. */
function isMeant({ post, isMentioned, follows }: Occasion, known: Known): boolean {
  const { me, channels, members, status } = known;
  const props = own(post, 'props');
  const channelId = ownText(post, 'channel_id');
  const notify = own(members.get(channelId), 'notify_props');
  const isOwn = ownText(post, 'user_id') === me['id'] && ownText(props, 'from_webhook') !== 'true';
  const isSystem = ownText(post, 'type').startsWith('system_') && own(props, 'addedUserId') !== me['id'];
  if (isOwn || isSystem || ownText(notify, 'mark_unread') === 'mention') return false;
  if (status === 'dnd' || status === 'ooo') return false;
  const type = ownText(channels.get(channelId), 'type');
  const level = levelIn(type, ownText(notify, 'desktop'), ownText(own(me, 'notify_props'), 'desktop'));
  if (level === 'none') return false;
  if (level === 'mention') {
    if (type === 'G') return ownText(post, 'message').includes(`@${ownText(me, 'username')}`);
    return type === 'D' || isMentioned || follows;
  }
  return !(known.isCollapsing && ownText(post, 'root_id') !== '') || follows;
}

/** What the channel says, else what the person says of all; in a conversation of a few that is more. */
function levelIn(type: string, here: string, everywhere: string): string {
  if (here !== '' && here !== 'default') return here;
  return type === 'G' && everywhere === 'mention' ? 'all' : everywhere || 'all';
}

/** As the page's adapter says it. */
function mentionOf({ post, isMentioned }: Occasion, known: Known): Mention {
  if (!isMentioned) return 'none';
  if (meansMe(ownText(post, 'message'), known)) return 'personal';
  return /^[OP]$/.test(ownText(known.channels.get(ownText(post, 'channel_id')), 'type')) ? 'group' : 'none';
}

/** Whether the server would have counted it as a mention, where it did not say. */
export function isMentionedIn(post: unknown, known: Known): boolean {
  const channelId = ownText(post, 'channel_id');
  const type = ownText(known.channels.get(channelId), 'type');
  if (type === 'D' || type === 'G') return true;
  const message = ownText(post, 'message');
  if (meansMe(message, known)) return true;
  const notify = own(known.members.get(channelId), 'notify_props');
  const ignores = ownText(notify, 'ignore_channel_mentions') === 'on';
  if (ignores || ownText(own(known.me, 'notify_props'), 'channel') === 'false') return false;
  return wordsOf(message).some((word) => word === '@all' || word === '@channel' || word === '@here');
}

function meansMe(message: string, { me }: Known): boolean {
  const notify = own(me, 'notify_props');
  const first = ownText(notify, 'first_name') === 'true' ? [ownText(me, 'first_name')] : [];
  const wanted = [`@${ownText(me, 'username')}`, ...ownText(notify, 'mention_keys').split(','), ...first]
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '' && word !== '@');
  const words = wordsOf(message);
  return wanted.some((one) =>
    one.includes(' ') ? message.toLowerCase().includes(one) : words.includes(one),
  );
}

/** Each as it stands, and without what ends a sentence. */
const wordsOf = (message: string): readonly string[] =>
  message
    .toLowerCase()
    .split(/[^\p{L}\p{N}_@.-]+/u)
    .flatMap((word) => [word, word.replace(/[.-]+$/, '')]);
