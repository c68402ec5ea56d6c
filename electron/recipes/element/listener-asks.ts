import { ListenProblem, type ListenAnswer, type ListenEnd, type ListenPort } from '../listening';
import { encodedPart, own, ownText, parsedJson } from '../raw';
import { entriesOf } from './listener-batch';
import type { BookOwner } from './listener-book';
import { SLIDING_BODY, SYNC_FILTER } from './listener-wants';

/** Why a connection cannot go on. */
export class MatrixEnd extends Error {
  constructor(
    readonly why: ListenEnd,
    reason: string,
    /** The server took what was asked for wrong. */
    readonly isOfAsking = false,
  ) {
    super(reason);
  }
}

/** What a listener asks the homeserver. All reject with {@link MatrixEnd}. */
export interface MatrixAsks {
  /** What came since; with nothing given all there is to know. */
  readonly sync: (since: string | undefined, waitMs: number) => Promise<unknown>;
  /** What came since `pos` by sliding sync; with nothing given all there is. */
  readonly slide: (pos: string | undefined, waitMs: number) => Promise<unknown>;
  /** Whether the server knows sliding sync. */
  readonly canSlide: () => Promise<boolean>;
  /** What came before `from` and after `to`, newest first; undefined where one may not see it. */
  readonly messages: (roomId: string, from: string, to: string | undefined) => Promise<unknown>;
  /** Whether the device the session is of can read what is encrypted. */
  readonly hasKeys: () => Promise<boolean>;
}

/** What a session of Element's page is. */
export interface MatrixSession extends BookOwner {
  /** Without a slash at its end. */
  readonly homeserver: string;
  readonly token: string;
  /** The page gets a new token from time to time: this one ends then. */
  readonly usesRefresh: boolean;
}

/** How long an answer may take beyond what it was asked to wait. */
const ANSWER_MS = 30_000;
/** The same of all there is, which a server may have to collect: as long as a connection may take to be live. */
const FIRST_MS = 55_000;
const SLIDING = 'org.matrix.simplified_msc3575';
const PAGE_MAX = 100;

/** Creates them. */
export function createMatrixAsks(port: ListenPort, session: MatrixSession): MatrixAsks {
  const client = `${session.homeserver}/_matrix/client`;
  const ask = async (
    path: string,
    waitMs = 0,
    body?: object,
    answerMs = ANSWER_MS,
  ): Promise<ListenAnswer> => {
    try {
      return await port.request({
        url: `${client}${path}`,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${session.token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        timeoutMs: waitMs + answerMs,
      });
    } catch (error) {
      const kind = error instanceof ListenProblem ? error.kind : 'not asked';
      // The next answer would be no smaller.
      throw new MatrixEnd(kind === 'too-big' ? 'unfit' : 'lost', kind);
    }
  };
  const good = (answer: ListenAnswer): unknown => {
    const said = parsedJson(answer.text);
    if (answer.status === 200 && typeof said === 'object' && said !== null) return said;
    throw toEnd(answer.status, ownText(said, 'errcode'), session.usesRefresh);
  };
  return {
    sync: async (since, waitMs) => {
      const query = toQuery({
        filter: SYNC_FILTER,
        // Servers give the answer to the same question again for a while; nothing is waited for without `since`.
        timeout: String(since === undefined ? 1 + Math.floor(port.random() * 999) : waitMs),
        // Who is asleep is not there.
        set_presence: 'offline',
        since,
      });
      const answerMs = since === undefined ? FIRST_MS : ANSWER_MS;
      return good(await ask(`/v3/sync?${query}`, waitMs, undefined, answerMs));
    },
    slide: async (pos, waitMs) => {
      const query = toQuery({ timeout: String(waitMs), set_presence: 'offline', pos });
      return good(await ask(`/unstable/${SLIDING}/sync?${query}`, waitMs, SLIDING_BODY));
    },
    canSlide: async () => own(own(good(await ask('/versions')), 'unstable_features'), SLIDING) === true,
    messages: async (roomId, from, to) => {
      const filter = '{"lazy_load_members":true}';
      const query = toQuery({ dir: 'b', from, to, limit: String(PAGE_MAX), filter });
      const answer = await ask(`/v3/rooms/${encodedPart(roomId)}/messages?${query}`);
      return answer.status === 403 || answer.status === 404 ? undefined : good(answer);
    },
    hasKeys: async () => {
      const { userId, deviceId } = session;
      const devices = deviceId === '' ? [] : [deviceId];
      const answer = await ask('/v3/keys/query', 0, { device_keys: { [userId]: devices } });
      // A server that knows no keys has none.
      if (answer.status === 404) return false;
      const said = good(answer);
      return entriesOf(own(own(said, 'device_keys'), userId)).length > 0;
    },
  };
}

const toQuery = (given: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(given)
    .flatMap(([name, text]) => (text === undefined ? [] : `${name}=${encodedPart(text)}`))
    .join('&');

/** A token that the page gets anew ends now and then: that is not for the person to mend. */
function toEnd(status: number, code: string, usesRefresh: boolean): MatrixEnd {
  switch (code) {
    case 'M_UNKNOWN_TOKEN':
    case 'M_MISSING_TOKEN':
      return usesRefresh
        ? new MatrixEnd('unfit', 'the token ended, the page gets a new one')
        : new MatrixEnd('refused', code);
    case 'M_USER_DEACTIVATED':
    case 'M_USER_LOCKED':
    case 'M_USER_SUSPENDED':
      return new MatrixEnd('refused', code);
    case 'M_UNRECOGNIZED':
      return new MatrixEnd('unfit', 'no Matrix server of today');
    default:
      return new MatrixEnd(
        'lost',
        `answered ${status}${/^M_[A-Z_]{1,40}$/.test(code) ? ` ${code}` : ''}`,
        status === 400 || status === 404,
      );
  }
}
