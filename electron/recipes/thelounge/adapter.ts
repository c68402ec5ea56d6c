import type { Adapter } from '../types';
import { hintOf } from './hint';
import { probe } from './probe';
import { readLounge, roomsOf } from './read';

/** The Lounge 4.3 and later. */
export const adapter: Adapter = {
  probe,
  // A counter of the server's and the time it got the message: whoever sends has no say in either.
  hasServerIds: true,
  read: readLounge,
  hint: hintOf,
  toOrder: (wish, raw) => {
    const room = roomsOf(raw).find(({ channel }) => channel.id === wish.channelId);
    if (room === undefined || wish.kind === 'read') return undefined;
    if (wish.kind === 'open') return { open: room.id };
    // It knows no more than on and off.
    return wish.level === 'mentions' ? undefined : { mute: room.id, to: wish.level === 'none' };
  },
};
