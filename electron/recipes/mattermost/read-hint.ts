import type { MessageHint } from '../../core/ipc/channel-messages';
import { own, ownText } from '../raw';

/** As much of its words as the probe says a notification by. */
const ABOUT_MAX = 200;

/** Gives what the probe knew of a notification just before it was made; undefined when it was of another. */
export function readHint(
  { title, body }: { readonly title: string; readonly body: string },
  raw: unknown,
): MessageHint | undefined {
  const about = own(raw, 'about');
  const channelId = ownText(about, 'channelId');
  const isMeant =
    ownText(about, 'title') === title.slice(0, ABOUT_MAX) &&
    ownText(about, 'body') === body.slice(0, ABOUT_MAX);
  if (!isMeant || channelId === '') return undefined;
  const mention = ownText(about, 'mention');
  return {
    channelId,
    sender: ownText(about, 'sender') || undefined,
    mention: mention === 'personal' || mention === 'group' || mention === 'none' ? mention : undefined,
    isThreadReply: own(about, 'isReply') === true,
    messageId: ownText(about, 'postId') || undefined,
  };
}
