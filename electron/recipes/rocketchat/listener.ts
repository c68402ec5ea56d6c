import type { Listen } from '../listening';
import { listenAtPlace } from '../listening-place';
import { own, ownText } from '../raw';
import { hearServer } from './listener-hearing';
import type { Login } from './listener-rest';

/** Every Rocket.Chat says so, to everybody. */
const SIGN = {
  name: 'Rocket.Chat',
  path: '/api/info',
  isIts: (said: unknown) => own(said, 'success') === true,
};

/** Listens to a Rocket.Chat as its page does: by DDP, with the page's own login. See `docs/recipes.md`. */
export const listen: Listen = (start, port) =>
  listenAtPlace(
    start,
    SIGN,
    ({ base, said, isKnown }) => {
      const login = loginOf(start.credentials.values, base);
      return login === undefined
        ? port.end('refused', 'the page keeps no login')
        : hearServer({ base, version: ownText(said, 'version'), login, resume: start.resume, isKnown }, port);
    },
    port,
  );

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
