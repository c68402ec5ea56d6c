import type { ClientConfig } from '../client-config.js';
import type { RoomType } from '../chat/records.js';
import type { Cell } from './tracker.js';

export interface RoomRoute {
  readonly type: RoomType;
  readonly name: string;
  readonly tmid?: string;
}

const TYPES: Readonly<Record<string, RoomType>> = { channel: 'c', group: 'p', direct: 'd', live: 'l' };

/** Gives the room a path leads to, by name or id, and the thread in it. */
export function parseRoute(path: string): RoomRoute | undefined {
  const [, kind = '', name = '', tab, context] = path.split(/[?#]/)[0]?.split('/') ?? [];
  const type = TYPES[kind];
  if (type === undefined || name === '') return undefined;
  const thread = tab === 'thread' && context !== undefined ? { tmid: context } : {};
  return { type, name: decodeURIComponent(name), ...thread };
}

export const pathTo = (type: RoomType, rid: string, name: string): string =>
  ({
    c: `/channel/${encodeURIComponent(name)}`,
    p: `/group/${encodeURIComponent(name)}`,
    d: `/direct/${rid}`,
    l: `/live/${rid}`,
  })[type];

export type Navigate = (path: string, options?: { readonly replace?: boolean }) => void;

/** Follows links, `popstate` and commands of a page around this one; nothing of it loads the page again. */
export function startRouter(
  { rootPath }: ClientConfig,
  route: Cell<string>,
  receivesCommands: () => boolean,
): Navigate {
  const here = () => location.pathname.slice(rootPath.length) + location.search;
  const navigate: Navigate = (path, { replace = false } = {}) => {
    const url = rootPath + (path.startsWith('/') ? path : `/${path}`);
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    route.set(here());
  };
  window.addEventListener('popstate', () => route.set(here()));
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = link?.getAttribute('href') ?? '';
    if (!href.startsWith(`${rootPath}/`)) return;
    event.preventDefault();
    navigate(href.slice(rootPath.length));
  });
  window.addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
    const { externalCommand, path } = (data ?? {}) as {
      readonly externalCommand?: string;
      readonly path?: string;
    };
    if (externalCommand !== 'go' || path === undefined || !receivesCommands()) return;
    if (origin === location.origin) navigate(path);
  });
  route.set(here());
  return navigate;
}
