import { messageLimits } from '../../core/ipc/service-limits';
import type { Channel, ChannelKind } from '../../core/model/channel';
import { listOf, own, ownCount, ownList, ownText } from '../raw';
import { isMutedBy, notifiesMentionsOnly, ownWords } from './push-rules';

/** Makes channels of raw rooms, with `direct` and `rules` beside them. @throws when a room has no id. */
export function channelsOf(raw: unknown): readonly Channel[] {
  const direct = directRooms(own(raw, 'direct'));
  const rules = own(raw, 'rules');
  return ownList(raw, 'rooms').flatMap((room) => toChannel(room, direct, rules));
}

function toChannel(room: unknown, direct: ReadonlySet<string>, rules: unknown): readonly Channel[] {
  const id = ownText(room, 'id');
  if (id === '') throw new Error('a room without id');
  const membership = ownText(room, 'membership');
  if (own(room, 'isSpace') === true || (membership !== 'join' && membership !== 'invite')) return [];
  const kind = kindOf(room, direct);
  const muted = isMutedBy(rules, id);
  const total = ownCount(room, 'total');
  const isMarked = own(room, 'isMarked') === true;
  // An invitation waits for an answer, as the page itself counts it. What is not notified is counted from the page's own list.
  const isInvite = membership === 'invite';
  const unread = isInvite ? 1 : Math.max(total, ownCount(room, 'messages'), isMarked ? 1 : 0);
  const highlights = ownCount(room, 'highlight');
  const isDirect = kind === 'direct' || kind === 'group';
  const lastMs = ownCount(room, 'lastMs');
  return [
    {
      id,
      name: ownText(room, 'name').slice(0, messageLimits.channelName),
      kind,
      unread,
      mentions: muted ? 0 : isInvite || isDirect ? Math.max(unread, highlights) : highlights,
      muted,
      favourite: !isInvite && own(room, 'isFavourite') === true,
      lastActivityMs: lastMs === 0 ? undefined : lastMs,
      notifiesMentionsOnly: !isInvite && notifiesMentionsOnly(rules, room),
    },
  ];
}

/** What the person marked as direct, or was invited to as such; else who may come in says it. */
function kindOf(room: unknown, direct: ReadonlySet<string>): ChannelKind {
  if (direct.has(ownText(room, 'id')) || ownText(room, 'directFrom') !== '')
    return ownCount(room, 'people') > 2 ? 'group' : 'direct';
  return ownText(room, 'joinRule') === 'public' ? 'public' : 'private';
}

/** `m.direct` lists rooms by whom they are with. */
function directRooms(content: unknown): ReadonlySet<string> {
  if (typeof content !== 'object' || content === null) return new Set();
  const lists: readonly unknown[] = Object.values(content);
  return new Set(lists.flatMap(listOf).filter((id) => typeof id === 'string'));
}

/** What the person goes by: display name, the name in their id, and the words they want to be told of. */
export function ownNamesOf(raw: unknown): readonly string[] {
  const [, localpart = ''] = /^@([^:]+):/.exec(ownText(raw, 'userId')) ?? [];
  const names = [ownText(raw, 'displayName'), localpart, ...ownWords(own(raw, 'rules'))];
  return [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '');
}
