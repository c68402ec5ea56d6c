import type { Listen } from '../listening';
import { failing } from '../listening-failing';
import { findPlace } from '../listening-place';
import { ownText } from '../raw';
import { hearServer } from './listener-hearing';

/** Every Mattermost says so, to everybody. */
const SIGN = {
  path: '/api/v4/config/client?format=old',
  isIts: (said: unknown) => ownText(said, 'Version') !== '',
};

/** Listens to a Mattermost as its page does: by its WebSocket, with the session's own cookies. See `docs/recipes.md`. */
export const listen: Listen = ({ url, credentials: { cookies }, resume }, port) => {
  const now: { stop: (() => void) | undefined } = { stop: undefined };
  const begin = async (): Promise<void> => {
    const place = await findPlace(url, SIGN, port);
    // One that was there before is there again once whatever stands before it lets us through.
    const isKnown = ownText(resume, 'userId') !== '';
    if (place.kind === 'away' || (place.kind === 'strange' && isKnown))
      return port.end('lost', 'the server does not answer');
    if (place.kind === 'strange') return port.end('unfit', 'no Mattermost answers there');
    if ((cookies['MMAUTHTOKEN'] ?? '') === '') return port.end('refused', 'there is no session');
    now.stop = hearServer({ base: place.base, cookies, resume, isKnown }, port);
  };
  begin().catch(failing(port));
  return () => now.stop?.();
};
