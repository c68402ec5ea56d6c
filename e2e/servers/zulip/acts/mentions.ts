import type { Flag, Organisation, StreamPlace, User } from '../model.js';

const STREAM_WILDCARD = /@\*\*(?:all|everyone|stream|channel)\*\*/;
const TOPIC_WILDCARD = /@\*\*topic\*\*/;

/** What a text makes of a message for one who gets it. `place` is undefined between people. */
export function mentionFlags(
  organisation: Organisation,
  content: string,
  user: User,
  place: StreamPlace | undefined,
): readonly Flag[] {
  const flags: Flag[] = [];
  const isInGroup = [...organisation.groups].some(
    ([name, members]) => content.includes(`@*${name}*`) && members.includes(user.id),
  );
  // A mention of a group is one of each member, as the vendor counts it.
  if (isInGroup || content.includes(`@**${user.name}**`) || content.includes(`@**${user.name}|${user.id}**`))
    flags.push('mentioned');
  if (STREAM_WILDCARD.test(content)) flags.push('stream_wildcard_mentioned', 'wildcard_mentioned');
  if (place !== undefined && TOPIC_WILDCARD.test(content) && tookPart(organisation, user, place))
    flags.push('topic_wildcard_mentioned', 'wildcard_mentioned');
  if (user.alertWords.some((word) => content.toLowerCase().includes(word))) flags.push('has_alert_word');
  return [...new Set(flags)];
}

/** Who has written in a topic is meant by `@topic`. */
const tookPart = ({ messages }: Organisation, user: User, place: StreamPlace): boolean =>
  [...messages.values()].some(
    ({ senderId, to }) =>
      senderId === user.id &&
      to.kind === 'stream' &&
      to.streamId === place.streamId &&
      to.topic.toLowerCase() === place.topic.toLowerCase(),
  );

/** The text as HTML, as far as the page needs it: mentions are spans, the rest is plain. */
export function rendered(organisation: Organisation, content: string): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const byName = new Map([...organisation.users.values()].map((user) => [user.name, user.id]));
  const html = escaped
    .replaceAll(/@(_?)\*\*([^*|]+)(?:\|\d+)?\*\*/g, (whole, silent: string, name: string) => {
      const id = byName.get(name);
      const isWild = /^(all|everyone|stream|channel|topic)$/.test(name);
      if (id === undefined && !isWild) return whole;
      const shown = silent === '' ? `@${name}` : name;
      return `<span class="user-mention" data-user-id="${id ?? '*'}">${shown}</span>`;
    })
    .replaceAll(/@\*([^*]+)\*/g, '<span class="user-group-mention">@$1</span>');
  return `<p>${html}</p>`;
}
