import type { Listen } from '../listening';
import { failing } from '../listening-failing';
import { findPlace } from '../listening-place';
import { own, ownText } from '../raw';
import { hearServer } from './listener-hearing';
import type { Login } from './listener-rest';

/** Every Rocket.Chat says so, to everybody. */
const SIGN = { path: '/api/info', isIts: (said: unknown) => own(said, 'success') === true };

/** Listens to a Rocket.Chat as its page does: by DDP, with the page's own login. See `docs/recipes.md`. */
export const listen: Listen = ({ url, credentials, resume }, port) => {
  const now: { stop: (() => void) | undefined } = { stop: undefined };
  const begin = async (): Promise<void> => {
    const place = await findPlace(url, SIGN, port);
    // One that was there before is there again once whatever stands before it lets us through.
    const isKnown = ownText(resume, 'userId') !== '';
    if (place.kind === 'away' || (place.kind === 'strange' && isKnown))
      return port.end('lost', 'the server does not answer');
    if (place.kind === 'strange') return port.end('unfit', 'no Rocket.Chat answers there');
    const login = loginOf(credentials.values, place.base);
    if (login === undefined) return port.end('refused', 'the page keeps no login');
    const { base, said } = place;
    now.stop = hearServer({ base, version: ownText(said, 'version'), login, resume, isKnown }, port);
  };
  begin().catch(failing(port));
  return () => now.stop?.();
};

/** The login of the page below that root: Meteor puts it behind the names of its keys, newer clients put nothing there. */
function loginOf(values: Readonly<Record<string, string>>, base: string): Login | undefined {
  const root = new URL(base).pathname.replace(/\/$/, '');
  for (const suffix of root === '' ? [''] : [`:/:${root}`, '']) {
    const userId = ownText(values, `Meteor.userId${suffix}`);
    const token = ownText(values, `Meteor.loginToken${suffix}`);
    if (userId !== '' && token !== '') return { userId, token };
  }
  return undefined;
}
