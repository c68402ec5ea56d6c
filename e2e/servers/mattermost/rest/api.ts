import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRouter, readJson } from '../../lib/router.js';
import { ApiError, sessionExpired } from '../errors.js';
import { newId } from '../ids.js';
import { type ServerState, type Session, type Shared, step } from '../model.js';
import { channelRoutes } from './channel-routes.js';
import type { ApiContext } from './context.js';
import { memberRoutes } from './member-routes.js';
import { postRoutes } from './post-routes.js';
import { sessionRoutes } from './session-routes.js';
import { openRoutes } from './open-routes.js';
import { teamRoutes } from './team-routes.js';
import { threadRoutes } from './thread-routes.js';
import { noToken, tokenOf } from './tokens.js';
import { userRoutes } from './user-routes.js';

const ROOT = '/api/v4';

const findOpen = createRouter(openRoutes);
const findOwn = createRouter({
  ...sessionRoutes,
  ...userRoutes,
  ...teamRoutes,
  ...memberRoutes,
  ...channelRoutes,
  ...threadRoutes,
  ...postRoutes,
});

export interface ApiOptions {
  readonly shared: Shared;
  /** Asked with cookies, anything but GET needs the CSRF token; when false, `X-Requested-With` does, as on older servers. */
  readonly isCsrfStrict: boolean;
  readonly siteUrl: string | undefined;
  /** Where the server is on its host; empty for the root. */
  readonly subPath: string;
}

/** Answers requests to `/api/v4`. */
export function createApi({ shared, isCsrfStrict, siteUrl, subPath }: ApiOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const state = await shared.read();
    response.setHeader('X-Request-Id', newId());
    response.setHeader('X-Version-Id', `${state.version}.${state.version}.stand-in.false`);
    response.setHeader('Content-Type', 'application/json');
    try {
      response.end(JSON.stringify(await answer(request, response, state)));
    } catch (error) {
      const given = error instanceof ApiError ? error : new ApiError(500, 'stand-in', String(error));
      if (isUnknownToken(request, state)) response.setHeader('Set-Cookie', noToken(subPath));
      response.statusCode = given.statusCode;
      response.end(JSON.stringify(errorBody(given, String(response.getHeader('X-Request-Id')))));
    }
  };

  async function answer(request: IncomingMessage, response: ServerResponse, state: ServerState) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const method = request.method ?? 'GET';
    const path = pathname.slice(ROOT.length);
    const open = findOpen(method, path);
    const route = open ?? findOwn(method, path);
    if (route === undefined)
      throw new ApiError(404, 'api.context.404.app_error', 'Sorry, we could not find the page.');
    const session = sessionOf(request, state);
    if (session === undefined && open === undefined) throw sessionExpired();
    const context: ApiContext = {
      request,
      response,
      params: route.params,
      query: searchParams,
      body: method === 'GET' ? undefined : await readJson(request),
      shared,
      siteUrl,
      subPath,
      state,
      session: session ?? NOBODY,
      step: (apply) => step(shared, apply),
    };
    return route.handler(context);
  }

  function sessionOf(request: IncomingMessage, state: ServerState): Session | undefined {
    const given = tokenOf(request);
    const session = state.sessions[given?.token ?? ''];
    if (session === undefined || !given?.isCookie || request.method === 'GET') return session;
    const isXhr = request.headers['x-requested-with'] === 'XMLHttpRequest';
    const isPassed = request.headers['x-csrf-token'] === session.csrf || (!isCsrfStrict && isXhr);
    return isPassed ? session : undefined;
  }
}

const NOBODY: Session = { id: '', token: '', userId: '', csrf: '', createdAtMs: 0 };

function isUnknownToken(request: IncomingMessage, state: ServerState): boolean {
  const given = tokenOf(request);
  return given !== undefined && state.sessions[given.token] === undefined;
}

function errorBody({ id, message, statusCode }: ApiError, requestId: string) {
  return { id, message, detailed_error: '', request_id: requestId, status_code: statusCode };
}
