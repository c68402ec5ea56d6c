import type { MessageHint } from '../../core/ipc/channel-messages';
import type { Mention } from '../../core/model/message';
import { listIn, own, ownText } from '../raw';

const GROUP_RULES: ReadonlySet<string> = new Set([
  '.m.rule.is_room_mention',
  '.m.rule.roomnotif',
  '.org.matrix.msc3952.is_room_mention',
]);

/**
 * Joins a notification with the event it was made of. Element makes it while it hears of the event, which the probe has
 * told just before: so it is the last one, if the title fits. Another that fits names the room, but not the message.
 */
export function hint(said: { readonly title: string }, raw: unknown): MessageHint | undefined {
  const events = listIn(raw, 'heard');
  const fitting = events.filter((event) => fits(said.title, event));
  const last = fitting.at(-1);
  if (last === undefined) return undefined;
  if (last === events.at(-1)) return { ...hintOf(last), messageId: ownText(last, 'event') };
  const isOfOne = fitting.every((event) => ownText(event, 'room') === ownText(last, 'room'));
  return isOfOne ? hintOf(last) : undefined;
}

/** The room's name, with the sender before it unless that says the same. */
function fits(title: string, event: unknown): boolean {
  const name = ownText(event, 'name');
  return name !== '' && (title === name || title === `${ownText(event, 'sender')} (${name})`);
}

function hintOf(event: unknown): MessageHint {
  const sender = ownText(event, 'sender');
  return {
    channelId: ownText(event, 'room'),
    ...(sender === '' ? {} : { sender }),
    mention: mentionOf(own(event, 'isHighlight') === true, ownText(event, 'rule')),
    isThreadReply: own(event, 'isThreadReply') === true,
  };
}

/** Whom a message means, by what the rule says that decided on it. */
export function mentionOf(isHighlight: boolean, rule: string): Mention {
  if (!isHighlight) return 'none';
  return GROUP_RULES.has(rule) ? 'group' : 'personal';
}
