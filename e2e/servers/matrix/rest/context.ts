import type { IncomingMessage } from 'node:http';
import type { PathParams } from '../../lib/router.js';
import { roomFor } from '../acts/events.js';
import { badJson, forbidden } from '../errors.js';
import type { Content, RoomRecord, ServerState, Session, World } from '../model.js';

/** A request of the client API with all its handler needs. */
export interface ApiContext {
  readonly request: IncomingMessage;
  readonly params: PathParams;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly state: ServerState;
  readonly session: Session;
  readonly step: <Result>(apply: (world: World) => Result) => Promise<Result>;
  /** Answers a sync once there is something to tell, or the time is up. */
  readonly sync: (filter: Content) => Promise<Content>;
  /** The same by sliding sync. */
  readonly slide: (wanted: Content) => Promise<Content>;
  /** Where the server is asked: `http://host:port`. */
  readonly origin: string;
}

/** Gives what is answered as JSON. */
export type ApiHandler = (context: ApiContext) => unknown;
export type ApiRoutes = Readonly<Record<string, ApiHandler>>;

/** The body. @throws when it is no object. */
export function bodyOf({ body }: ApiContext): Content {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Content;
  throw badJson('Content must be a JSON object.');
}

/** A text of the body; empty where there is none. */
export function textOf(body: Content, name: string): string {
  const text = body[name];
  return typeof text === 'string' ? text : '';
}

export const param = ({ params }: ApiContext, name: string): string => params[name] ?? '';

/** The user of a path. Only one's own is given. @throws for another's. */
export function ownUserId(context: ApiContext): string {
  const { userId } = context.session;
  if (param(context, 'user') !== userId) throw forbidden('Cannot do that for other users.');
  return userId;
}

/** The room of a path, when the one who asks is or was in it. */
export const ownRoom = (context: ApiContext): RoomRecord =>
  roomFor(context, param(context, 'room'), context.session.userId);
