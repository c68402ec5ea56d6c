import { messageLimits } from '../../core/ipc/service-limits';
import type { Channel, ChannelKind } from '../../core/model/channel';
import { own, ownCount, ownList, ownText } from '../raw';
import type { AdapterReport } from '../types';

/** One conversation as the page knows it: `id` counts anew with each start of the server. */
interface Room {
  readonly id: number;
  readonly channel: Channel;
}

/** What is left out: the lobby is the server's own log, a special one a list somebody asked for. */
const kinds: ReadonlyMap<string, ChannelKind> = new Map([
  ['channel', 'public'],
  ['query', 'direct'],
]);

/** Makes channels of the model of The Lounge; by page and listener alike. */
export function readLounge(raw: unknown): AdapterReport {
  const isLoaded = own(raw, 'isLoaded') === true;
  const version = ownText(raw, 'version');
  const rooms = roomsOf(raw);
  return {
    isSignedIn: isLoaded ? true : own(raw, 'isSigningIn') === true ? false : undefined,
    channels: rooms.map(({ channel }) => channel),
    openChannelId: rooms.find(({ id }) => id === own(raw, 'activeId'))?.channel.id,
    // Reading is what the page does with the room it shows; nothing else tells its server.
    abilities: { canOpen: true, canMarkRead: false, mutes: ['all', 'none'], ownNames: ownNamesOf(raw) },
    connection: own(raw, 'isConnected') === false ? 'lost' : 'live',
    server: { name: 'The Lounge', version: version === '' ? undefined : version },
  };
}

/** On IRC #Dev and #dev are one; the network's own id and the name stay when the server starts anew. */
export const roomId = (uuid: string, name: string): string =>
  `${uuid}/${name.toLowerCase()}`.slice(0, messageLimits.channelId);

/** Gives all rooms and conversations. @throws when it is no model of The Lounge. */
export function roomsOf(raw: unknown): readonly Room[] {
  const notifiesMentionsOnly = own(raw, 'notifiesAll') !== true;
  return ownList(raw, 'networks').flatMap((network) => {
    const uuid = ownText(network, 'uuid');
    if (uuid === '') throw new Error('a network without uuid');
    return ownList(network, 'channels').flatMap((said) => toRoom(uuid, said, notifiesMentionsOnly));
  });
}

function toRoom(uuid: string, said: unknown, notifiesMentionsOnly: boolean): readonly Room[] {
  const kind = kinds.get(ownText(said, 'type'));
  const id = ownCount(said, 'id');
  const name = ownText(said, 'name');
  if (kind === undefined || id === 0 || name === '') return [];
  const unread = ownCount(said, 'unread');
  const muted = own(said, 'muted') === true;
  const highlights = ownCount(said, 'highlight');
  const atMs = Date.parse(ownText(said, 'time'));
  const channel: Channel = {
    id: roomId(uuid, name),
    name: name.slice(0, messageLimits.channelName),
    kind,
    unread,
    // What is muted counts nowhere in The Lounge, mentions neither.
    mentions: muted ? 0 : kind === 'direct' ? Math.max(unread, highlights) : highlights,
    muted,
    favourite: false,
    lastActivityMs: Number.isNaN(atMs) ? undefined : atMs,
    tag: `chan-${id}`,
    notifiesMentionsOnly,
  };
  return [{ id, channel }];
}

/** The nicks, and the words the person chose to be told of. */
function ownNamesOf(raw: unknown): readonly string[] {
  const nicks = ownList(raw, 'networks').map((network) => ownText(network, 'nick'));
  const words = ownText(raw, 'highlights').split(',');
  return [...new Set([...nicks, ...words].map((name) => name.trim()))].filter((name) => name !== '');
}
