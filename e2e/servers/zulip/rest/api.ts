import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRouter } from '../../lib/router.js';
import type { Scene } from '../acts/messages.js';
import { Refusal, type User } from '../model.js';
import { isCsrfSafe, userOfSession } from '../sessions.js';
import type { Handler } from './context.js';
import { eventRoutes } from './event-routes.js';
import { messageRoutes } from './message-routes.js';
import { readParams, type Params } from './params.js';
import { streamRoutes } from './stream-routes.js';

export interface ApiOptions {
  readonly scene: Scene;
  /** Whether some of it is open to who has no account. */
  readonly isOpenToAll: boolean;
  /** What the server calls itself. */
  readonly urlOf: (request: IncomingMessage) => string;
}

/** REST as the vendor serves it: `/api/v1` for keys, `/json` for the page's session. */
export function createApi({ scene, urlOf, isOpenToAll }: ApiOptions) {
  const find = createRouter<Handler>({ ...eventRoutes, ...messageRoutes, ...streamRoutes });
  const answer = async (request: IncomingMessage, isGone: AbortSignal): Promise<object> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const params = await readParams(request, searchParams);
    const [, kind = '', path = ''] = /^\/(api\/v1|json)(\/.*)$/.exec(pathname) ?? [];
    const open = openAnswer(scene, `${request.method} ${path}`, kind, params, urlOf(request));
    if (open !== undefined) return open;
    if (
      isOpenToAll &&
      pathname === '/json/register' &&
      userOfSession(scene.organisation, request) === undefined
    )
      return forSpectators(scene, request, params);
    const user = kind === 'json' ? ofSession(scene, request, params) : ofKey(scene, request);
    const found = find(request.method ?? 'GET', path);
    if (found === undefined) throw new Refusal(404, 'BAD_REQUEST', `No such endpoint: ${path}`);
    return found.handler({ scene, user, params, path: found.params, isGone });
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      const body = await answer(request, gone.signal);
      send(response, 200, { result: 'success', msg: '', ...body });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, code, message, more } = error;
      const scheme = request.url?.startsWith('/json/') === true ? 'Session' : 'Basic';
      if (status === 401) response.setHeader('www-authenticate', `${scheme} realm="zulip"`);
      send(response, status, { result: 'error', msg: message, code, ...more });
    }
  };
}

/** What anybody may ask for. */
function openAnswer(scene: Scene, what: string, kind: string, params: Params, url: string) {
  const { organisation } = scene;
  if (what === 'GET /server_settings' && kind === 'api/v1')
    return {
      zulip_version: organisation.version,
      zulip_feature_level: organisation.featureLevel,
      zulip_merge_base: organisation.version,
      push_notifications_enabled: false,
      is_incompatible: false,
      email_auth_enabled: true,
      require_email_format_usernames: true,
      realm_url: url,
      realm_uri: url,
      realm_name: organisation.name,
      realm_icon: '/user_avatars/realm/icon.png?version=1',
      realm_description: '<p>A place to talk.</p>',
      realm_web_public_access_enabled: false,
      authentication_methods: { password: true, ldap: false },
      external_authentication_methods: [],
    };
  if (what !== 'POST /fetch_api_key') return undefined;
  const user = [...organisation.users.values()].find(
    ({ email, password }) => email === params.needed('username') && password === params.text('password'),
  );
  if (user === undefined)
    throw new Refusal(401, 'AUTHENTICATION_FAILED', 'Your username or password is incorrect');
  return { api_key: user.apiKey, email: user.email, user_id: user.id };
}

/** What one registers without an account: no queue, and not everything may be asked for. */
function forSpectators({ organisation }: Scene, request: IncomingMessage, params: Params): object {
  checkCsrf(request, params);
  if (params.json('client_gravatar') === true)
    throw new Refusal(400, 'BAD_REQUEST', "Invalid 'client_gravatar' parameter for anonymous request");
  const { name, version, featureLevel } = organisation;
  return { queue_id: null, realm_name: name, zulip_version: version, zulip_feature_level: featureLevel };
}

function ofKey({ organisation }: Scene, { headers }: IncomingMessage): User {
  const [scheme, value = ''] = (headers.authorization ?? '').split(' ');
  if (scheme !== 'Basic')
    throw new Refusal(401, 'UNAUTHORIZED', 'Not logged in: API authentication or user session required');
  const [email, key] = Buffer.from(value, 'base64').toString().split(':');
  const user = [...organisation.users.values()].find((one) => one.email === email && one.apiKey === key);
  if (user === undefined) throw new Refusal(401, 'INVALID_API_KEY', 'Invalid API key');
  return user;
}

function ofSession({ organisation }: Scene, request: IncomingMessage, params: Params): User {
  const user = userOfSession(organisation, request);
  if (user === undefined)
    throw new Refusal(401, 'UNAUTHORIZED', 'Not logged in: API authentication or user session required');
  checkCsrf(request, params);
  return user;
}

function checkCsrf(request: IncomingMessage, params: Params): void {
  const reason = 'CSRF token missing.';
  if (request.method !== 'GET' && !isCsrfSafe(request, params.text('csrfmiddlewaretoken')))
    throw new Refusal(403, 'CSRF_FAILED', `CSRF error: ${reason}`, { reason });
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
