import type { Listen } from '../listening';
import { own, ownCount } from '../raw';
import { createHearing } from './listener-hearing';
import { openLine } from './listener-line';
import { readSettings } from './model';
import { toEvent } from './packets';

/** Listens to a The Lounge as another browser of the person's does, with the page's own token, and no room open. */
export const listen: Listen = ({ url, credentials, resume }, port) => {
  const { user, token, settings = '' } = credentials.values;
  if (!user || !token) {
    port.end('refused', 'no token');
    return () => undefined;
  }
  const base = folderOf(url);
  const now: { hash: number | undefined } = { hash: undefined };
  const hearing = createHearing(
    {
      base,
      settings: readSettings(settings),
      kept: readKept(resume),
      say: (...said) => line.send(toEvent(...said)),
    },
    port,
  );
  const hear = (name: string, [said]: readonly unknown[]): void => {
    switch (name) {
      case 'auth:start':
        now.hash = typeof said === 'number' ? said : 0;
        // A room that a client has open does not count: none is, before anything else can come.
        return line.send(
          toEvent('auth:perform', { user, token, lastMessage: -1, openChannel: null, hasConfig: true }),
          toEvent('open', null),
          toEvent('setting:get'),
        );
      case 'auth:failed':
      case 'sign-out':
        line.close();
        return port.end('refused', name);
      case 'auth:success':
      case 'configuration':
        // A public server asks nobody who they are: to it this would be another person.
        if (now.hash !== undefined) return undefined;
        line.close();
        return port.end('unfit', 'a public server');
      case 'init':
        line.send(toEvent('open', null));
        return hearing.begin(said, now.hash ?? 0);
      default:
        return hearing.hear(name, said);
    }
  };
  const line = openLine(base, port, { onEvent: hear, onEnd: port.end });
  return line.close;
};

/** The folder of the page, whatever of it the person typed. */
function folderOf(url: string): string {
  const { origin, pathname } = new URL(url);
  const folder = pathname.replace(/\/[^/]*\.[^/]*$/u, '/');
  return `${origin}${folder.endsWith('/') ? folder : `${folder}/`}`;
}

/** Reads what an earlier connection left; undefined where it left nothing of use. */
function readKept(resume: unknown) {
  const hash = own(resume, 'hash');
  return typeof hash === 'number' ? { hash, lastId: ownCount(resume, 'lastId') } : undefined;
}
