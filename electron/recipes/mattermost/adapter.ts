import type { Connection } from '../../core/model/adapter';
import type { Level } from '../../core/model/rule';
import { own, ownList, ownText, parsedJson } from '../raw';
import type { Adapter, AdapterWish } from '../types';
import { addAsks } from './probe-asks';
import { addBridge } from './probe-bridge';
import { addModel } from './probe-model';
import { addPosts } from './probe-posts';
import { addRest } from './probe-rest';
import { tapSocket } from './probe-socket';
import { pairs, readChannels } from './read-channels';
import { readOpenChannel } from './read-open-channel';
import { readHint } from './read-hint';
import { readOwnNames } from './read-own-names';

const CONNECTIONS: ReadonlyMap<unknown, Connection> = new Map([
  [true, 'live'],
  [false, 'lost'],
]);

/** Mattermost 5.26 and later. */
export const adapter: Adapter = {
  probe: [addRest, addAsks, addPosts, addModel, tapSocket, addBridge],
  hasServerIds: true,
  read: (raw) => {
    const isSignedIn = own(raw, 'isSignedIn');
    const known = knownOf(raw);
    const config = own(known, 'config');
    const server = {
      name: ownText(config, 'SiteName') || 'Mattermost',
      version: ownText(config, 'Version') || undefined,
    };
    if (isSignedIn !== true) return { isSignedIn: isSignedIn === false ? false : undefined, server };
    return {
      isSignedIn,
      channels: readChannels(known),
      openChannelId: readOpenChannel(known, ownText(raw, 'path')),
      abilities: {
        canOpen: ownList(known, 'teams').length > 0,
        canMarkRead: true,
        mutes: ['all', 'mentions', 'none'],
        ownNames: readOwnNames(own(known, 'me')),
      },
      server,
      // Without its line the page hears nothing, however well the server answers.
      connection: CONNECTIONS.get(own(raw, 'isLive')),
    };
  },
  hint: readHint,
  toOrder: (wish, raw) => {
    const known = knownOf(raw);
    const channel = ownList(known, 'channels').find((one) => ownText(one, 'id') === wish.channelId);
    if (channel === undefined) return undefined;
    if (wish.kind === 'read') return { read: wish.channelId };
    return wish.kind === 'open' ? toOpen(wish, channel, known) : toMute(wish, known);
  },
  toPresenceOrder: (presence) => ({ presence }),
};

/** The probe hands over what is known as text: it is told with every message, and read when it changed. */
function knownOf(raw: unknown): unknown {
  const known = parsedJson(ownText(raw, 'known'));
  // What else a text holds would be in the words of the failure.
  if (typeof known !== 'object' || known === null) throw new Error('nothing is known of the server');
  return known;
}

/** By route: a channel by its id, which the page looks up; conversations belong to no team and are shown in any. */
function toOpen(
  { channelId, messageId = '' }: AdapterWish & { readonly kind: 'open' },
  channel: unknown,
  known: unknown,
): object | undefined {
  const teams = ownList(known, 'teams');
  const team = teams.find((one) => ownText(one, 'id') === ownText(channel, 'team_id')) ?? teams[0];
  const name = ownText(team, 'name');
  if (name === '') return undefined;
  const isMessage = /^[a-z0-9]{26}$/.test(messageId);
  return { open: isMessage ? `/${name}/pl/${messageId}` : `/${name}/channels/${channelId}` };
}

/** Muted is what the vendor calls it. Nothing is set that the level does not ask for. */
function toMute({ channelId, level }: AdapterWish & { readonly kind: 'mute' }, known: unknown): object {
  const member = pairs(known, 'members').get(channelId);
  const desktop = ownText(own(member, 'notify_props'), 'desktop');
  return { mute: channelId, props: propsFor(level, desktop) };
}

function propsFor(level: Level, desktop: string): object {
  switch (level) {
    case 'none':
      return { mark_unread: 'mention' };
    case 'mentions':
      return { mark_unread: 'all', desktop: 'mention' };
    case 'all':
      return desktop === 'mention' || desktop === 'none'
        ? { mark_unread: 'all', desktop: 'all' }
        : { mark_unread: 'all' };
  }
}
