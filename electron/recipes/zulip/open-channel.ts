import { decodedPart, ownCount, ownText } from '../raw';
import { placeId } from './hint';
import { conversationId } from './ids';

/** What narrows to a conversation; with anything else the page shows a list of what was found. */
const NARROW = /^#narrow\/(?<operator>channel|stream|dm|pm-with)\/(?<ids>[\d,]+)(?:-[^/]*)?(?<rest>\/.*)?$/u;
const REST = /^(?:\/(?:topic|subject)\/(?<topic>[^/]*))?(?:\/(?:near|with)\/\d+)?\/?$/u;

/** Gives the channel that the page's address narrows to. */
export function openChannelOf(raw: unknown): string | undefined {
  const { operator = '', ids = '', rest = '' } = NARROW.exec(ownText(raw, 'hash'))?.groups ?? {};
  const place = REST.exec(rest);
  if (ids === '' || place === null) return undefined;
  if (operator === 'dm' || operator === 'pm-with')
    return conversationId(othersIn(ids, ownCount(raw, 'userId')));
  return placeId(raw, Number(ids), decodeName(place.groups?.['topic'] ?? ''));
}

/** Some addresses name the person, too. */
function othersIn(ids: string, userId: number): string {
  const all = ids.split(',').map(Number);
  const others = all.filter((id) => id !== userId).toSorted((one, other) => one - other);
  return (others.length === 0 ? all.slice(0, 1) : others).join(',');
}

/** Zulip writes a dot in place of the percent sign. */
const decodeName = (text: string): string => decodedPart(text.replaceAll('%', '%25').replaceAll('.', '%'));
