import { aPort } from '../listen-port.test-support';
import type { ListenAnswer, ListenRequest } from '../listening';
import { listen } from './listener';
import { rule } from './recorded.test-support';

export const ALICE = '@alice:x';
export const values = { homeserver: 'https://hs.test/', token: 'secret', userId: ALICE, deviceId: 'DEV' };
export const answer = (body: unknown, status = 200): ListenAnswer => ({
  status,
  headers: {},
  text: typeof body === 'string' ? body : JSON.stringify(body),
});
export const loud = ['notify', { set_tweak: 'highlight' }];
const usual = { underride: [rule('.m.rule.message', ['notify']), rule('.m.rule.encrypted', ['notify'])] };
export const rules = (global: object = usual) => ({ type: 'm.push_rules', content: { global } });
export const member = (userId: string, displayname: string, more: object = {}) => ({
  type: 'm.room.member',
  state_key: userId,
  sender: userId,
  content: { membership: 'join', displayname, ...more },
});
let lastId = 0;
export const said = (body: string, more: object = {}) => {
  lastId += 1;
  return {
    type: 'm.room.message',
    event_id: `$${lastId}`,
    sender: '@bob:x',
    origin_server_ts: 1_795_655_000_000 + lastId,
    content: { body },
    ...more,
  };
};
export const state = [
  { type: 'm.room.name', state_key: '', content: { name: 'Room' } },
  member(ALICE, 'Alice'),
  member('@bob:x', 'Bob'),
];
export const part = (events: readonly object[], total = 0, more: object = {}) => ({
  timeline: { events, limited: false, prev_batch: 'p1' },
  unread_notifications: { notification_count: total, highlight_count: 0 },
  ...more,
});
export const joined = (room: object, more: object = {}) => ({
  next_batch: 'n',
  rooms: { join: { '!r:x': room } },
  ...more,
});
export const first = (room: object = part([], 0, { state: { events: state } })) =>
  joined(room, { next_batch: 's1', account_data: { events: [rules()] } });

/** A homeserver that answers the first sync, then each poll by the next of `polls`; afterwards they wait. */
export function aServer(
  polls: unknown[],
  more: { readonly initial?: unknown; readonly [path: string]: unknown } = {},
) {
  return ({ url }: ListenRequest): ListenAnswer | undefined => {
    const { pathname, searchParams } = new URL(url);
    if (pathname.endsWith('/keys/query')) return answer(more['keys'] ?? { device_keys: { [ALICE]: {} } });
    if (pathname.endsWith('/messages')) return answer(more['messages'] ?? { chunk: [] });
    if (!searchParams.has('since')) return answer(more.initial ?? first());
    const next = polls.shift();
    return next === undefined ? undefined : answer(next);
  };
}

/** Gives what opens a listener and lets it work. */
export const opener =
  (settle: () => Promise<unknown>) =>
  async (
    server: (request: ListenRequest) => ListenAnswer | undefined,
    changes: Readonly<Record<string, string>> = {},
    resume?: unknown,
    url = 'https://element.test/',
  ) => {
    const heard = aPort(server);
    const credentials = { cookies: {}, values: { ...values, ...changes } };
    const stop = listen({ url, credentials, resume }, heard.port);
    await settle();
    return { ...heard, stop };
  };
export const bodies = ({ of }: Awaited<ReturnType<ReturnType<typeof opener>>>) =>
  of('notification').map(({ body }) => body);
