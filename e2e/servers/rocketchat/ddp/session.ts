import type { Chat } from '../chat/chat.js';
import { newId } from '../chat/ids.js';
import type { News } from '../chat/keeper.js';
import type { Token } from '../chat/records.js';
import type { SignIn } from '../chat/accounts.js';
import { publicSettings } from '../settings.js';
import { publicUser } from '../chat/views.js';
import type { ServerFacts } from '../rest/endpoint.js';
import { fromEjson, toEjson } from './ejson.js';
import { runMethod, wordsOf } from './methods.js';
import { createStreams } from './streams.js';

/** The way to one client. */
export interface Wire {
  readonly send: (frame: string) => void;
  readonly close: () => void;
}

export interface DdpSession {
  /** Takes a frame; they are worked off one after another, as Meteor does. */
  receive(frame: string): void;
  end(): void;
}

interface Frame {
  readonly msg?: string;
  readonly id?: string;
  readonly version?: string;
  readonly method?: string;
  readonly name?: string;
  readonly params?: readonly unknown[];
}

/** Speaks DDP 1 with one client (contracts.md §1.7). */
export function openDdpSession(chat: Chat, facts: ServerFacts, wire: Wire, heartbeatMs: number): DdpSession {
  const now: { isConnected: boolean; token: Token | undefined; isHeard: boolean } = {
    isConnected: false,
    token: undefined,
    isHeard: true,
  };
  const send = (frame: object) => wire.send(JSON.stringify(toEjson(frame)));
  const streams = createStreams(chat, send, () => now.token?.userId);
  const stopHearing = chat.book.keeper.hear((news: News) => {
    if (news.kind === 'event') streams.pass(news);
    else if (news.token === now.token?._id) wire.close();
  });
  const heartbeat = setInterval(() => {
    if (!now.isHeard) return wire.close();
    now.isHeard = false;
    if (now.isConnected) send({ msg: 'ping' });
  }, heartbeatMs);
  heartbeat.unref();

  const signIn = async (by: SignIn): Promise<object> => {
    const token = await chat.accounts.signIn(by);
    now.token = token;
    const { _id, ...fields } = publicUser(await chat.book.user(token.userId));
    send({ msg: 'added', collection: 'users', id: _id, fields });
    const type = by.resume === undefined ? 'password' : 'resume';
    return { id: _id, token: token._id, tokenExpires: { $date: Date.parse(token.expires) }, type };
  };
  const run = async (method: string, params: readonly unknown[]): Promise<unknown> => {
    if (method === 'login') return signIn(params[0] ?? {});
    if (method === 'public-settings/get') return publicSettings(chat, facts);
    const { token } = now;
    if (method === 'logout') {
      now.token = undefined;
      if (token !== undefined) await chat.accounts.end(token._id);
      return undefined;
    }
    const user = await chat.accounts.userOf(token?.userId, token?._id);
    return runMethod(chat, { user, token: token?._id }, method, params);
  };
  const work = async (frame: Frame): Promise<void> => {
    const { msg, id, method = '', name = '' } = frame;
    const params = fromEjson(frame.params ?? []) as readonly unknown[];
    switch (msg) {
      case 'connect':
        if (frame.version !== '1') {
          send({ msg: 'failed', version: '1' });
          return wire.close();
        }
        now.isConnected = true;
        return send({ msg: 'connected', session: newId() });
      case 'ping':
        return send({ msg: 'pong', ...(id === undefined ? {} : { id }) });
      case 'pong':
        return;
      default:
    }
    if (!now.isConnected)
      return send({ msg: 'error', reason: 'Must connect first', offendingMessage: frame });
    switch (msg) {
      case 'method':
        try {
          const result = await run(method, params);
          send({ msg: 'result', id, ...(result === undefined ? {} : { result }) });
        } catch (error) {
          send({ msg: 'result', id, error: wordsOf(error) });
        }
        return send({ msg: 'updated', methods: [id] });
      case 'sub':
        return streams.subscribe(id ?? '', name, params);
      case 'unsub':
        return streams.unsubscribe(id ?? '');
      default:
        return send({ msg: 'error', reason: 'Bad request', offendingMessage: frame });
    }
  };

  const line: { end: Promise<void> } = { end: Promise.resolve() };
  send({ server_id: '0' });
  return {
    receive: (text) => {
      now.isHeard = true;
      const frame = parse(text);
      if (frame === undefined) return send({ msg: 'error', reason: 'Parse error', offendingMessage: text });
      line.end = line.end.then(() => work(frame));
    },
    end: () => {
      clearInterval(heartbeat);
      stopHearing();
    },
  };
}

function parse(text: string): Frame | undefined {
  try {
    const frame = JSON.parse(text) as unknown;
    return typeof frame === 'object' && frame !== null ? frame : undefined;
  } catch {
    return undefined;
  }
}
