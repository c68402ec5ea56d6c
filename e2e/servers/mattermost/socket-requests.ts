import { z } from 'zod';

/** What a client asks over its socket. */
export interface SocketRequest {
  readonly seq: number;
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const requestSchema = z.object({
  seq: z.number().int().default(0),
  action: z.string(),
  data: z.record(z.string(), z.unknown()).nullish(),
});

/** Reads what came over a socket; undefined when it is none of this. */
export function parseRequest(text: string): SocketRequest | undefined {
  try {
    const parsed = requestSchema.safeParse(JSON.parse(text));
    return parsed.success ? { ...parsed.data, data: parsed.data.data ?? {} } : undefined;
  } catch {
    return undefined;
  }
}

const KNOWN_ACTIONS: ReadonlySet<string> = new Set([
  'user_typing',
  'presence',
  'get_statuses',
  'get_statuses_by_ids',
  'user_update_active_status',
]);

/** The answer to a request of somebody signed in. */
export function answerTo({ seq, action }: SocketRequest, version: string): string {
  if (seq <= 0) return refusalOf(seq, 400, 'api.web_socket_router.bad_seq.app_error');
  if (action === 'ping') return okFor(seq, { text: 'pong', version, server_time: Date.now(), node_id: '' });
  if (KNOWN_ACTIONS.has(action)) return okFor(seq, {});
  return refusalOf(seq, 400, 'api.web_socket_router.bad_action.app_error');
}

export function okFor(seq: number, data?: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ status: 'OK', ...(data ? { data } : {}), seq_reply: seq });
}

/** A request refused, with the vendor's id for why. */
export function refusalOf(seq: number, statusCode: number, id: string): string {
  const error = { id, message: id, detailed_error: '', status_code: statusCode };
  return JSON.stringify({ status: 'FAIL', seq_reply: seq, error });
}
