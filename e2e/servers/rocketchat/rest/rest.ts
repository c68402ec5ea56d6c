import type { Chat } from '../chat/chat.js';
import type { User } from '../chat/records.js';
import { Refusal } from '../chat/refusal.js';
import { isAtLeast } from '../versions.js';
import { accountEndpoints } from './account-endpoints.js';
import { chatEndpoints } from './chat-endpoints.js';
import { infoEndpoints } from './info-endpoints.js';
import {
  type Answer,
  type Ask,
  type Endpoint,
  type Endpoints,
  OtherAnswer,
  type Result,
  type ServerFacts,
} from './endpoint.js';
import type { Limiter } from './limiter.js';
import { methodEndpoints } from './method-endpoints.js';
import { roomEndpoints } from './room-endpoints.js';
import { subscriptionEndpoints } from './subscription-endpoints.js';

export interface RestRequest extends Omit<Ask, 'token'> {
  readonly method: string;
  /** Below `/api/`. */
  readonly path: string;
  readonly from: string;
}

/** Answers REST as `ApiClass.ts` of Rocket.Chat does, shapes of errors included. */
export function createRest(chat: Chat, facts: ServerFacts, limiter: Limiter | undefined) {
  const endpoints: Endpoints = {
    ...infoEndpoints(chat, facts),
    ...accountEndpoints(chat, facts),
    ...subscriptionEndpoints(chat, facts),
    ...roomEndpoints(chat),
    ...chatEndpoints(chat),
    ...methodEndpoints(chat),
  };
  const isNew = isAtLeast(facts.version, '8.0.0');
  const find = (method: string, path: string): Endpoint | undefined =>
    endpoints[`${method} ${path}`] ??
    (path.startsWith('v1/method.call')
      ? endpoints[`${method} ${path.slice(0, path.lastIndexOf('/'))}`]
      : undefined);

  return async (request: RestRequest): Promise<Answer> => {
    const { method, path, headers } = request;
    const endpoint = find(method, path);
    if (endpoint === undefined) return no(404, { error: 'Resource not found' });
    const token = one(headers['x-auth-token']) ?? '';
    const user = await chat.accounts.userOf(one(headers['x-user-id']), token);
    if (user === undefined && !endpoint.isOpen) {
      const error = 'You must be logged in to do this.';
      return no(401, isNew ? { error } : { status: 'error', message: error, error });
    }
    const limit = path.startsWith('v1/') ? limiter?.(`${request.from} ${method} ${path}`) : undefined;
    if (limit?.isOver === true) return { ...no(429, { error: limit.words }), headers: limit.headers };
    const limits = limit === undefined ? {} : { headers: limit.headers };
    try {
      const body = await endpoint.run({ ...request, token }, user ?? NOBODY);
      return { status: 200, body: { ...body, success: true }, ...limits };
    } catch (error) {
      return { ...refused(error, isNew), ...limits };
    }
  };
}

const no = (status: number, body: Result): Answer => ({ status, body: { success: false, ...body } });

function refused(error: unknown, isNew: boolean): Answer {
  if (error instanceof OtherAnswer) return no(error.status, error.body);
  if (!(error instanceof Refusal)) return no(500, { error: 'Internal server error' });
  const { code, message, details } = error;
  if (code === 'error-unauthorized') return no(isNew ? 401 : 403, { error: message });
  if (code === 'error-forbidden' && isNew) return no(403, { error: message });
  return no(400, { error: message, errorType: code, ...(details === undefined ? {} : { details }) });
}

const one = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0];

/** Stands in where nobody is signed in; endpoints that are open do not look at it. */
const NOBODY: User = {
  _id: '',
  username: '',
  name: '',
  type: 'user',
  active: false,
  roles: [],
  status: 'offline',
  statusConnection: 'offline',
  createdAt: '',
  _updatedAt: '',
  emails: [],
  settings: { preferences: {} },
  digest: '',
};
