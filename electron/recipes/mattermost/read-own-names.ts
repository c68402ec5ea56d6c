import { own, ownText } from '../raw';

/** What the person goes by: the username, the words they chose, and the first name if they want that. */
export function readOwnNames(me: unknown): readonly string[] {
  const notify = own(me, 'notify_props');
  const first = ownText(notify, 'first_name') === 'true' ? [ownText(me, 'first_name')] : [];
  const all = [ownText(me, 'username'), ...ownText(notify, 'mention_keys').split(','), ...first];
  return [...new Set(all.map((name) => name.trim().replace(/^@/, '')))].filter((name) => name !== '');
}
