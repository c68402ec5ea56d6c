import type { Chat } from '../chat/chat.js';
import { optionalIn, queryText, sinceIn, textIn } from './ask.js';
import { isAtLeast } from '../versions.js';
import { type Endpoints, OtherAnswer, type ServerFacts } from './endpoint.js';

/** What a user has of each room, and reading it. */
export function subscriptionEndpoints(chat: Chat, { version }: ServerFacts): Endpoints {
  const { book, reading, messages } = chat;
  return {
    'GET v1/subscriptions.get': {
      run: async (ask, { _id }) => ({ ...(await chat.subscriptions(_id, sinceIn(ask))) }),
    },
    'GET v1/subscriptions.getOne': {
      run: async (ask, { _id }) => ({
        subscription: (await book.subscription(_id, queryText(ask, 'roomId'))) ?? null,
      }),
    },
    'POST v1/subscriptions.read': {
      run: async (ask, { _id }) => {
        // They checked for a room's id and nothing else.
        if ('readThreads' in ask.body && !isAtLeast(version, '5.0.0'))
          throw new OtherAnswer(400, { error: 'Match error: Unknown key in field readThreads' });
        await reading.read(_id, textIn(ask, 'rid', 'roomId'), ask.body['readThreads'] === true);
        return {};
      },
    },
    'POST v1/subscriptions.unread': {
      run: async (ask, { _id }) => {
        const first = (ask.body['firstUnreadMessage'] as { _id?: string } | undefined)?._id;
        const rid = first === undefined ? textIn(ask, 'roomId') : (await messages.get(_id, first)).rid;
        await reading.unread(_id, rid, first);
        return {};
      },
    },
    'POST v1/rooms.saveNotification': {
      run: async (ask, { _id }) => {
        const rid = textIn(ask, 'roomId');
        const { notifications } = ask.body;
        if (
          typeof notifications !== 'object' ||
          notifications === null ||
          Object.keys(notifications).length === 0
        )
          throw new OtherAnswer(400, { error: "The 'notifications' param is required" });
        for (const [field, value] of Object.entries(notifications)) {
          if (typeof value !== 'string')
            throw new OtherAnswer(400, { error: 'Match error: Expected string' });
          await reading.saveNotification(_id, rid, field, value);
        }
        return {};
      },
    },
    'POST v1/rooms.favorite': {
      run: async (ask, { _id }) => {
        const { favorite } = ask.body;
        if (typeof favorite !== 'boolean')
          throw new OtherAnswer(400, { error: "The 'favorite' param is required" });
        const byName = optionalIn(ask, 'roomName');
        const rid =
          byName === undefined
            ? textIn(ask, 'roomId')
            : ((await book.subscriptionsOf(_id)).find((one) => one.name === byName)?.rid ?? '');
        await chat.rooms.favourite(_id, rid, favorite);
        return {};
      },
    },
  };
}
