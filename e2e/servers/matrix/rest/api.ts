import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRouter, readJson } from '../../lib/router.js';
import { MatrixRefusal, missingToken, unknownToken } from '../errors.js';
import { type Content, type ServerState, type Session, type Shared, step } from '../model.js';
import { accountRoutes } from './account-routes.js';
import { type ApiContext, type ApiRoutes, bodyOf } from './context.js';
import { historyRoutes } from './history-routes.js';
import { openRoutes } from './open-routes.js';
import { pushRoutes } from './push-routes.js';
import { roomRoutes } from './room-routes.js';
import type { Waiting } from './waiting.js';

const syncRoutes: ApiRoutes = {
  'GET /sync': ({ query, state, sync }) => {
    const filter = query.get('filter') ?? '{}';
    return sync(filter.startsWith('{') ? (JSON.parse(filter) as Content) : (state.filters[filter] ?? {}));
  },
  // Simplified sliding sync.
  'POST /sync': (context) => {
    if (!context.state.slides) throw new MatrixRefusal(404, 'M_UNRECOGNIZED', 'Unrecognized request');
    return context.slide(bodyOf(context));
  },
};

/** Newer paths of the same things. */
const PREFIX = /^\/_matrix\/client\/(?:v3|v1|r0|unstable\/org\.matrix\.simplified_msc3575)(?=\/)/;
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  'access-control-allow-headers': 'X-Requested-With, Content-Type, Authorization, Date',
};
const NOBODY: Session = { token: '', userId: '', deviceId: '' };

const findOpen = createRouter(openRoutes);
const findOwn = createRouter({
  ...syncRoutes,
  ...accountRoutes,
  ...pushRoutes,
  ...roomRoutes,
  ...historyRoutes,
});

/** Answers requests below `/_matrix` and `/.well-known/matrix`, from pages of any site. */
export function createApi(shared: Shared, waiting: Waiting) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'OPTIONS') return void response.writeHead(200, CORS).end();
    const send = (status: number, body: unknown): void => {
      if (response.destroyed) return;
      response.writeHead(status, { ...CORS, 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    try {
      send(200, await answer(request, await shared.read()));
    } catch (error) {
      const given =
        error instanceof MatrixRefusal ? error : new MatrixRefusal(500, 'M_UNKNOWN', String(error));
      send(given.status, { errcode: given.errcode, error: given.message, ...given.more });
    }
  };

  async function answer(request: IncomingMessage, state: ServerState): Promise<unknown> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://x');
    const method = request.method ?? 'GET';
    const open = findOpen(method, pathname.replace(PREFIX, '/_matrix/client/v3'));
    const route = open ?? (PREFIX.test(pathname) ? findOwn(method, pathname.replace(PREFIX, '')) : undefined);
    if (route === undefined) throw new MatrixRefusal(404, 'M_UNRECOGNIZED', 'Unrecognized request');
    const session = open === undefined ? sessionOf(request, state) : NOBODY;
    const context: ApiContext = {
      request,
      params: route.params,
      query,
      body: method === 'GET' ? undefined : await readJson(request),
      state,
      session,
      step: (apply) => step(shared, apply),
      sync: async (filter) => {
        const body = await waiting.sync(session, query, filter);
        // Signed out meanwhile.
        sessionOf(request, await shared.read());
        return body;
      },
      slide: async (wanted) => {
        const body = await waiting.slide(session, query, wanted);
        sessionOf(request, await shared.read());
        return body;
      },
      origin: `http://${request.headers.host ?? ''}`,
    };
    return route.handler(context);
  }
}

function sessionOf(request: IncomingMessage, state: ServerState): Session {
  const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) throw missingToken();
  const session = state.sessions[token];
  if (session === undefined) throw unknownToken();
  return session;
}
