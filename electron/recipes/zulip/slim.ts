import { listOf } from '../raw';
import type { Model, Said } from './raw';

const STREAM_MEMBERS: ReadonlySet<string> = new Set([
  ...['stream_id', 'name', 'invite_only', 'is_muted', 'pin_to_top'],
  ...['desktop_notifications', 'wildcard_mentions_notify', 'atMs'],
]);

/** Those of whom something is told: the others of conversations, and bots, for what they say first is of a bot. */
export function peopleOf({ users, conversations }: Model): ReadonlyMap<unknown, Said> {
  const ids = new Set([...conversations.keys()].flatMap((ids) => ids.split(',').map(Number)));
  return new Map([...users].filter(([id, person]) => ids.has(Number(id)) || person['is_bot'] === true));
}

/** Lets go of what a listener never tells of: an organisation may have ten thousand people. */
export function slim(model: Model): void {
  const people = peopleOf(model);
  for (const id of model.users.keys()) if (!people.has(id)) model.users.delete(id);
  for (const [id, person] of people) {
    const { user_id, full_name, is_bot } = person;
    model.users.set(id, { user_id, full_name, is_bot });
  }
  for (const stream of model.streams.values())
    for (const name of Object.keys(stream)) if (!STREAM_MEMBERS.has(name)) delete stream[name];
}

/** Makes the acquaintance of whom an event is about; false for news of somebody nothing is told of. */
export function meetPeople({ users, facts }: Model, event: Said): boolean {
  if (event['type'] === 'realm_user') {
    const person = (event['person'] ?? {}) as Said;
    const id = person['user_id'];
    return id === facts['userId'] || users.has(id) || person['is_bot'] === true;
  }
  const message = (event['type'] === 'message' ? event['message'] : {}) as Said;
  const people = message['display_recipient'];
  for (const one of listOf(people) as readonly Said[])
    if (!users.has(one['id'])) users.set(one['id'], { user_id: one['id'], full_name: one['full_name'] });
  return true;
}
