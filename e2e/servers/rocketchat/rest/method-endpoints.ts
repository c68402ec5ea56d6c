import { fromEjson, toEjson } from '../ddp/ejson.js';
import { type MethodCaller, runMethod, wordsOf } from '../ddp/methods.js';
import type { Chat } from '../chat/chat.js';
import type { Endpoints } from './endpoint.js';

/** Methods of DDP by REST, as web clients from 3 on call most of them. */
export function methodEndpoints(chat: Chat): Endpoints {
  const run = async (body: Readonly<Record<string, unknown>>, caller: MethodCaller) => {
    const { id, method, params } = JSON.parse(String(body['message'])) as {
      id: string;
      method: string;
      params?: unknown[];
    };
    try {
      const result = await runMethod(chat, caller, method, (fromEjson(params ?? []) as unknown[]) ?? []);
      return { message: JSON.stringify({ msg: 'result', id, result: toEjson(result) }) };
    } catch (error) {
      return { message: JSON.stringify({ msg: 'result', id, error: wordsOf(error) }) };
    }
  };
  return {
    'POST v1/method.call': { run: ({ body, token }, user) => run(body, { user, token }) },
    'POST v1/method.callAnon': {
      isOpen: true,
      run: ({ body }) => run(body, { user: undefined, token: undefined }),
    },
  };
}
