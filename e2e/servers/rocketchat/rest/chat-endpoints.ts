import type { Chat } from '../chat/chat.js';
import { given } from '../chat/refusal.js';
import { optionalIn, queryText, textIn } from './ask.js';
import { type Ask, type Endpoints, OtherAnswer } from './endpoint.js';

/** Messages. */
export function chatEndpoints(chat: Chat): Endpoints {
  const { messages, book } = chat;
  const threadIn = (ask: Ask) => {
    const tmid = optionalIn(ask, 'tmid');
    return tmid === undefined ? {} : { tmid };
  };
  return {
    'POST v1/chat.postMessage': {
      run: async (ask, user) => {
        const rid =
          optionalIn(ask, 'roomId') ?? (await roomOfChannel(chat, user._id, textIn(ask, 'channel')));
        const message = await messages.say(user, {
          rid,
          msg: optionalIn(ask, 'text') ?? '',
          ...threadIn(ask),
        });
        return { ts: Date.parse(message.ts), channel: optionalIn(ask, 'channel') ?? rid, message };
      },
    },
    'POST v1/chat.sendMessage': {
      run: async ({ body }, user) => {
        const { message } = body as { message?: { rid?: string; msg?: string; _id?: string; tmid?: string } };
        if (message?.rid === undefined)
          throw new OtherAnswer(400, { error: 'The "message.rid" property is missing.' });
        const { rid, msg = '', _id, tmid } = message;
        const more = { ...(_id === undefined ? {} : { _id }), ...(tmid === undefined ? {} : { tmid }) };
        return { message: await messages.say(user, { rid, msg, ...more }) };
      },
    },
    'GET v1/chat.getMessage': {
      run: async (ask, { _id }) => ({ message: await messages.get(_id, queryText(ask, 'msgId')) }),
    },
    'GET v1/chat.getThreadMessages': {
      run: async (ask, { _id }) => {
        const all = await messages.thread(_id, queryText(ask, 'tmid'));
        return { messages: all, count: all.length, offset: 0, total: all.length };
      },
    },
    'GET v1/chat.syncMessages': {
      run: async (ask, { _id }) => {
        const rid = queryText(ask, 'roomId');
        const since = new Date(queryText(ask, 'lastUpdate')).toISOString();
        await book.accessible(_id, rid);
        const all = (await book.keeper.all('messages')).filter(
          (one) => one.rid === rid && one._updatedAt > since,
        );
        return { result: { updated: all, deleted: [] } };
      },
    },
    'POST v1/chat.update': {
      run: async (ask, { _id }) => ({
        message: await messages.edit(_id, textIn(ask, 'msgId'), textIn(ask, 'text')),
      }),
    },
    'POST v1/chat.react': {
      run: async (ask, { _id }) => {
        const should = ask.body['shouldReact'];
        const emoji = textIn(ask, 'emoji', 'reaction');
        await messages.react(
          _id,
          textIn(ask, 'messageId'),
          emoji,
          typeof should === 'boolean' ? should : undefined,
        );
        return {};
      },
    },
    'POST v1/chat.delete': {
      run: async (ask, { _id }) => {
        const id = textIn(ask, 'msgId');
        await messages.remove(_id, id);
        return { _id: id, ts: String(Date.now()) };
      },
    },
  };
}

/** The room of `#name`, `@username` or an id. */
async function roomOfChannel(chat: Chat, uid: string, channel: string): Promise<string> {
  const name = channel.replace(/^[#@]/, '');
  const mine = await chat.book.subscriptionsOf(uid);
  const isDirect = channel.startsWith('@');
  const found = mine.find(
    (one) => one.rid === channel || (one.name === name && (one.t === 'd') === isDirect),
  );
  return given(found, 'error-invalid-room', 'The provided channel is wrong').rid;
}
