import { messageLimits } from '../../core/ipc/service-limits';
import type { ServerInfo } from '../../core/model/adapter';
import type { Channel, ChannelKind } from '../../core/model/channel';
import { own, ownCount, ownList, ownText } from '../raw';
import type { Adapter, AdapterReport } from '../types';
import { hint } from './hint';
import { probe } from './probe';
import { addPlace } from './probe-place';
import { addReading } from './probe-reading';
import { isMutedBy, levelRules, notifiesMentionsOnly, ownWords } from './push-rules';

/** Element, and what is made of it, on any Matrix server. */
export const adapter: Adapter = {
  probe: [addPlace, addReading, probe],
  hasServerIds: true,
  read: (raw): AdapterReport => {
    const isSignedIn = readSignedIn(raw);
    if (isSignedIn !== true) return { isSignedIn };
    return {
      isSignedIn,
      channels: channelsOf(raw),
      openChannelId: ownText(raw, 'shown'),
      abilities: {
        canOpen: true,
        canMarkRead: true,
        mutes: ['all', 'mentions', 'none'],
        ownNames: ownNamesOf(raw),
      },
      server: serverOf(raw),
      connection: own(raw, 'syncState') === 'ERROR' ? 'lost' : 'live',
    };
  },
  hint,
  toOrder: (wish, raw) => {
    const { channelId } = wish;
    if (!ownList(raw, 'rooms').some((room) => ownText(room, 'id') === channelId)) return undefined;
    if (wish.kind === 'open') return { open: channelId, event: wish.messageId };
    if (wish.kind === 'read') return { read: channelId };
    return { rules: levelRules(own(raw, 'rules'), channelId, wish.level) };
  },
};

/** A page that has a session but no client yet does not know; a guest is nobody. */
function readSignedIn(raw: unknown): boolean | undefined {
  if (own(raw, 'isGuest') === true || own(raw, 'isSoftlyOut') === true) return false;
  if (own(raw, 'isReady') === true) return true;
  if (typeof own(raw, 'hasSession') !== 'boolean')
    throw new Error('it is not known whether anybody is there');
  return own(raw, 'hasSession') === true ? undefined : false;
}

function channelsOf(raw: unknown): readonly Channel[] {
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
  return new Set(
    lists
      .flatMap((list): readonly unknown[] => (Array.isArray(list) ? list : []))
      .filter((id) => typeof id === 'string'),
  );
}

function ownNamesOf(raw: unknown): readonly string[] {
  const [, localpart = ''] = /^@([^:]+):/.exec(ownText(raw, 'userId')) ?? [];
  const names = [ownText(raw, 'displayName'), localpart, ...ownWords(own(raw, 'rules'))];
  return [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '');
}

/** People know their server by its domain; what it runs on it tells to some. */
function serverOf(raw: unknown): ServerInfo {
  const server = own(raw, 'server');
  const software = own(server, 'software');
  const version = [ownText(software, 'name'), ownText(software, 'version')].join(' ').trim();
  const domain = ownText(server, 'domain');
  return { name: domain === '' ? undefined : domain, version: version === '' ? undefined : version };
}
