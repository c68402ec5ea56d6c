import type { ListenerTold, ListenPort } from '../listening';
import { failing } from '../listening-failing';
import { listIn, own, ownCount } from '../raw';
import { createChannelTeller } from '../tell-channels';
import {
  applyEvent,
  findRoom,
  toNetwork,
  toRaw,
  type FoundRoom,
  type Model,
  type Room,
  type Settings,
} from './model';
import { isNotified, noticeOf, unreadAmong } from './notice';
import { readLounge, roomId } from './read';

/** What one connection leaves for the next: up to where all was heard, and of which start of the server. */
export interface Kept {
  readonly hash: number;
  readonly lastId: number;
}

interface Known {
  readonly base: string;
  readonly settings: Settings;
  readonly kept: Kept | undefined;
  /** Says it to the server. */
  readonly say: (name: string, said: object) => void;
}

/** Hears what a server says to who is signed in. */
export interface Hearing {
  /** Takes in the whole, fetches what was missed, and is live. `hash` names this start of the server. */
  readonly begin: (said: unknown, hash: number) => void;
  readonly hear: (name: string, said: unknown) => void;
}

/** What people do comes in flocks. */
const SETTLE_MS = 50;
const MORE_MAX_MS = 10_000;
/** So many times a hundred messages of one room are fetched. */
const PAGES_MAX = 10;

/** Creates it for one connection. */
export function createHearing({ base, settings, kept, say }: Known, port: ListenPort): Hearing {
  const model: Model = { networks: [], settings };
  const channels = createChannelTeller(port);
  const now: Now = {
    hash: 0,
    lastId: 0,
    phase: 'none',
    waiting: [],
    callOff: undefined,
    more: () => undefined,
  };

  const tellChannels = (): void => {
    now.callOff?.();
    now.callOff = undefined;
    channels.tell(readLounge(toRaw(model)));
  };
  const remember = (): void => port.remember({ hash: now.hash, lastId: now.lastId });
  const flush = (): void => {
    tellChannels();
    remember();
  };
  /** A room is told before what is notified of it, and what was told is remembered. */
  const tell = (told: ListenerTold): void => {
    tellChannels();
    port.tell(told);
    remember();
  };
  const take = (name: string, said: unknown): void => {
    const before = name === 'open' ? findRoom(model, said) : undefined;
    const wasUnread = (before?.room.unread ?? 0) > 0;
    applyEvent(model, name, said);
    now.callOff ??= port.after(SETTLE_MS, flush);
    if (before !== undefined && wasUnread)
      tell({ kind: 'read', channelId: roomId(before.network.uuid, before.room.name) });
    if (name === 'msg') takeMessage(findRoom(model, own(said, 'chan')), own(said, 'msg'));
  };
  const takeMessage = (found: FoundRoom | undefined, message: unknown): void => {
    const id = ownCount(message, 'id');
    // It was in the whole.
    if (id <= now.lastId) return;
    now.lastId = id;
    if (found !== undefined && !found.room.muted && isNotified(message, settings))
      tell(noticeOf(found, message, base));
  };

  /** A hundred messages of a room before one, or its last; undefined where the server does not say. */
  const askMore = (target: number, lastId: number): Promise<readonly unknown[] | undefined> =>
    new Promise((resolve) => {
      const callOff = port.after(MORE_MAX_MS, () => resolve(undefined));
      now.more = (said) => {
        if (ownCount(said, 'chan') !== target) return;
        callOff();
        resolve(listIn(said, 'messages'));
      };
      say('more', { target, lastId });
    });
  /** The messages of a room after one, as far as they can be unread; those of now are among the later. */
  const messagesAfter = async (room: Room, afterId: number): Promise<readonly unknown[]> => {
    const all: unknown[] = [];
    const wanted = settings.notifiesAll ? room.unread : room.highlight;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const before = await askMore(room.id, page === 0 ? -1 : ownCount(all[0], 'id'));
      all.unshift(...(before ?? []));
      const isAll = before === undefined || before.length === 0 || ownCount(all[0], 'id') <= afterId;
      if (isAll || unreadAmong(all, room, settings).length >= wanted) break;
    }
    return all.filter((said) => ownCount(said, 'id') <= now.lastId);
  };
  const catchUp = async (): Promise<void> => {
    if (kept === undefined || !settings.isOn) return;
    // Whoever starts anew counts anew: then all that is unread came since.
    const afterId = kept.hash === now.hash ? kept.lastId : 0;
    for (const network of model.networks)
      for (const room of network.rooms) {
        const isWanted = room.highlight > 0 || (settings.notifiesAll && room.unread > 0);
        if (room.muted || !isWanted) continue;
        const messages = unreadAmong(await messagesAfter(room, afterId), room, settings);
        for (const said of messages)
          if (ownCount(said, 'id') > afterId) port.tell(noticeOf({ network, room }, said, base));
      }
  };

  return {
    begin: (said, hash) => {
      if (now.phase !== 'none') return;
      model.networks = listIn(said, 'networks').map(toNetwork);
      now.phase = 'catching-up';
      now.hash = hash;
      now.lastId = Math.max(0, ...listIn(said, 'networks').flatMap(lastIdsOf));
      tellChannels();
      catchUp()
        .then(() => {
          now.phase = 'live';
          for (const [name, one] of now.waiting.splice(0)) take(name, one);
          flush();
          port.tell({ kind: 'live' });
        })
        .catch(failing(port));
    },
    hear: (name, said) => {
      if (name === 'more') return now.more(said);
      if (name === 'setting:all') applyEvent(model, name, said);
      if (now.phase === 'catching-up') now.waiting.push([name, said]);
      if (now.phase === 'live') take(name, said);
    },
  };
}

interface Now {
  hash: number;
  /** Of all messages there were; their ids rise over all rooms. */
  lastId: number;
  phase: 'none' | 'catching-up' | 'live';
  /** What came while what was missed was fetched. */
  readonly waiting: (readonly [name: string, said: unknown])[];
  callOff: (() => void) | undefined;
  more: (said: unknown) => void;
}

const lastIdsOf = (network: unknown): readonly number[] =>
  listIn(network, 'channels').map((room) => ownCount(listIn(room, 'messages').at(-1), 'id'));
