import { SyncState } from 'matrix-js-sdk';
import { createFavicon } from './favicon.js';
import { listedRooms, stateOf } from './notification-level.js';
import type { Page } from './page.js';

/** Shows in title and favicon how many rooms have something to tell. Gives what to call at each change. */
export function startStatus(page: Page): () => void {
  const favicon = createFavicon();
  return () => {
    const client = page.peg.get();
    const states = client === null ? [] : listedRooms(client).map((room) => stateOf(client, room));
    const count = states.filter((one) => one.count > 0).length;
    const isOffline = client?.getSyncState() === SyncState.Error;
    const parts = [
      isOffline ? '[Offline] ' : '',
      count > 0 ? `[${count}]` : states.some(({ level }) => level !== 'none') ? '*' : '',
    ];
    const room = client?.getRoom(page.view.roomId);
    const title = `${page.config.brand} ${parts.join('')}${room ? ` | ${room.name} ` : ' '}`;
    if (document.title !== title.trim()) document.title = title;
    favicon(isOffline ? '×' : count);
  };
}
