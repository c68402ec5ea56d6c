import type { ServerInfo } from '../../core/model/adapter';
import { own, ownList, ownText } from '../raw';
import type { Adapter, AdapterReport } from '../types';
import { channelsOf, ownNamesOf } from './channels';
import { hint } from './hint';
import { probe } from './probe';
import { addPlace } from './probe-place';
import { addReading } from './probe-reading';
import { levelRules } from './push-rules';

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

/** People know their server by its domain; what it runs on it tells to some. */
function serverOf(raw: unknown): ServerInfo {
  const server = own(raw, 'server');
  const software = own(server, 'software');
  const version = [ownText(software, 'name'), ownText(software, 'version')].join(' ').trim();
  const domain = ownText(server, 'domain');
  return { name: domain === '' ? undefined : domain, version: version === '' ? undefined : version };
}
