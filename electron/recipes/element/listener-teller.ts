import type { ListenPort } from '../listening';
import { createNamesTeller } from '../tell-names';
import { createToldChannels } from '../told-channels';
import type { RoomBook, Taken } from './listener-book';

/** Tells what the book knows, each change once. */
export interface Teller {
  /** All there is; before it nothing is told. */
  readonly tellAll: () => void;
  /** What an answer changed: channels before their notifications, which come before what was read. */
  readonly tell: (taken: Taken) => void;
}

/** Creates it. */
export function createTeller(port: Pick<ListenPort, 'tell'>, book: RoomBook): Teller {
  const told = createToldChannels();
  const tellNames = createNamesTeller(port);
  return {
    tellAll: () => {
      tellNames(book.ownNames());
      const all = book.channels(book.roomIds());
      all.forEach(told.isNew);
      port.tell({ kind: 'channels', channels: all });
    },
    tell: ({ changed, notifications, read }) => {
      tellNames(book.ownNames());
      const there = book.channels(changed);
      const ids = new Set(there.map(({ id }) => id));
      const gone = changed.filter((id) => !ids.has(id) && told.forget(id));
      const fresh = there.filter(told.isNew);
      if (fresh.length + gone.length > 0) port.tell({ kind: 'channels-changed', channels: fresh, gone });
      for (const notification of notifications) port.tell(notification);
      for (const channelId of read) port.tell({ kind: 'read', channelId });
    },
  };
}
