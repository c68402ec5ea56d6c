import type { Listen } from '../listening';
import { reasonOf } from '../listening-failing';
import { createAsk } from './listener-ask';
import { hearZulip, ListenerEnd } from './listener-queue';
import { readKept } from './resume';

/** Listens to a Zulip as a browser's session does: by an event queue, which the next connection takes up again. */
export const listen: Listen = (start, port) => {
  const now = { isOver: false };
  const { origin } = new URL(start.url);
  const ask = createAsk(start, origin, port);
  if (ask === undefined) port.end('refused', 'no session');
  else {
    const place = { ask, origin, port, isOver: () => now.isOver };
    hearZulip(place, readKept(start.resume)).catch((error: unknown) => {
      if (now.isOver) return;
      port.end(error instanceof ListenerEnd ? error.why : 'lost', reasonOf(error));
    });
  }
  return () => {
    now.isOver = true;
  };
};
