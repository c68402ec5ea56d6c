import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { PathParams } from '../../lib/router.js';
import { ApiError, found, invalidParam, noPermission } from '../errors.js';
import type { ServerState, Session, Shared, World } from '../model.js';

/** A request of the API with all its handler needs. */
export interface ApiContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly params: PathParams;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly shared: Shared;
  /** What the server calls itself, when not by the address it is asked under. */
  readonly siteUrl: string | undefined;
  readonly subPath: string;
  readonly state: ServerState;
  readonly session: Session;
  readonly step: <Result>(apply: (world: World) => Result) => Promise<Result>;
}

/** Gives what is answered as JSON. */
export type ApiHandler = (context: ApiContext) => unknown;
export type ApiRoutes = Readonly<Record<string, ApiHandler>>;

export const OK = { status: 'OK' } as const;

/** The body, when it is as it has to be. */
export function bodyOf<Schema extends z.ZodType>({ body }: ApiContext, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalidParam(parsed.error.issues[0]?.path.join('.') || 'body');
}

/** Whose data a path is about: `me` or an id. Only one's own is given. */
export function ownUserId({ params, session }: ApiContext): string {
  const id = params['user'] === 'me' ? session.userId : (params['user'] ?? '');
  if (id !== session.userId) throw noPermission();
  return id;
}

/** The channel of a path, when the one who asks may see it: is in it, or it is open and of a team of theirs. */
export function seenChannel({ params, state, session }: ApiContext) {
  const channel = found(state.channels[params['channel'] ?? ''], 'channel');
  const isIn = state.members[channel.id]?.[session.userId] !== undefined;
  const isOfTeam = state.teams[channel.team_id]?.memberIds.includes(session.userId) ?? false;
  if (isIn || (channel.type === 'O' && isOfTeam)) return channel;
  throw noPermission();
}

/** The channel of a path, when the one who asks is in it. */
export function ownChannel(context: ApiContext) {
  const channel = seenChannel(context);
  if (context.state.members[channel.id]?.[context.session.userId] === undefined) throw noPermission();
  return channel;
}

/** Answers that something new is there. */
export function created<T>({ response }: ApiContext, value: T): T {
  response.statusCode = 201;
  return value;
}

/** The part of a list that was asked for by `page` and `per_page`. */
export function pageOf<T>({ query }: ApiContext, all: readonly T[]): T[] {
  const size = Math.min(200, Number(query.get('per_page') ?? 60));
  const start = Number(query.get('page') ?? 0) * size;
  if (Number.isNaN(start))
    throw new ApiError(400, 'api.context.invalid_url_param.app_error', 'Invalid page.');
  return all.slice(start, start + size);
}
