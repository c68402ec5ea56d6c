import type { Listen } from '../listening';
import { listenAtPlace } from '../listening-place';
import { ownText } from '../raw';
import { hearServer } from './listener-hearing';

/** Every Mattermost says so, to everybody. */
const SIGN = {
  name: 'Mattermost',
  path: '/api/v4/config/client?format=old',
  isIts: (said: unknown) => ownText(said, 'Version') !== '',
};

/** Listens to a Mattermost as its page does: by its WebSocket, with the session's own cookies. See `docs/recipes.md`. */
export const listen: Listen = (start, port) => {
  const { cookies } = start.credentials;
  return listenAtPlace(
    start,
    SIGN,
    ({ base, isKnown }) =>
      (cookies['MMAUTHTOKEN'] ?? '') === ''
        ? port.end('refused', 'there is no session')
        : hearServer({ base, cookies, resume: start.resume, isKnown }, port),
    port,
  );
};
