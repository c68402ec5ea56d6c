import { decodedPart, own, ownList, ownText } from '../raw';

/** Gives the channel that a path of the page leads to: `/team/channels/name`, `/team/messages/@somebody`. */
export function readOpenChannel(known: unknown, path: string): string | undefined {
  const [, team = '', what, name = ''] = path.split('/').map(decodedPart);
  if (name === '' || (what !== 'channels' && what !== 'messages')) return undefined;
  const teamId = ownText(
    ownList(known, 'teams').find((one) => ownText(one, 'name') === team),
    'id',
  );
  const wanted = name.startsWith('@') ? withPerson(known, name.slice(1)) : [name];
  const isHere = (one: unknown): boolean => ['', teamId].includes(ownText(one, 'team_id'));
  const channels = ownList(known, 'channels');
  const found =
    channels.find((one) => isHere(one) && wanted.includes(ownText(one, 'name'))) ??
    channels.find((one) => ownText(one, 'id') === name);
  return found === undefined ? undefined : ownText(found, 'id');
}

/** The names a conversation with somebody may have: both ids, in any order. */
function withPerson(known: unknown, username: string): readonly string[] {
  const me = own(known, 'me');
  const myId = ownText(me, 'id');
  const isIt = (pair: unknown): boolean => Array.isArray(pair) && ownText(pair[1], 'username') === username;
  const pair = ownList(known, 'people').find(isIt);
  const id = Array.isArray(pair) ? String(pair[0]) : ownText(me, 'username') === username ? myId : '';
  return id === '' ? [] : [`${myId}__${id}`, `${id}__${myId}`];
}
