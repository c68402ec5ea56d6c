import type { Chat } from '../chat/chat.js';
import type { Room, RoomType, User } from '../chat/records.js';
import { given } from '../chat/refusal.js';
import { queryText, sinceIn, textIn } from './ask.js';
import { type Ask, type Endpoints, OtherAnswer } from './endpoint.js';

/** The families of endpoints that older clients use, by the type of room. */
const FAMILIES: Readonly<
  Record<string, { readonly t: RoomType; readonly one: string; readonly many: string }>
> = {
  channels: { t: 'c', one: 'channel', many: 'channels' },
  groups: { t: 'p', one: 'group', many: 'groups' },
  im: { t: 'd', one: 'room', many: 'ims' },
};

/** Rooms: which there are, and what can be done to one. */
export function roomEndpoints(chat: Chat): Endpoints {
  const { rooms, book } = chat;
  const done = (run: (rid: string, user: User, ask: Ask) => Promise<void>) => ({
    run: async (ask: Ask, user: User) => {
      await run(textIn(ask, 'roomId'), user, ask);
      return {};
    },
  });
  const leave = done((rid, { _id }) => rooms.leave(_id, rid));
  const hide = done((rid, { _id }) => rooms.hide(_id, rid));
  const open = done((rid, { _id }) => rooms.open(_id, rid));
  const families = Object.entries(FAMILIES).map(([family, { t, one, many }]): Endpoints => {
    const list = async (uid: string): Promise<readonly Room[]> =>
      (await chat.roomsOf(uid)).update.filter((room) => room.t === t);
    const history = {
      run: async (ask: Ask, { _id }: User) => ({
        messages: await chat.messages.history(
          _id,
          queryText(ask, 'roomId'),
          Number(ask.query.get('count') ?? 20),
        ),
      }),
    };
    return {
      [`GET v1/${family}.list${t === 'c' ? '.joined' : ''}`]: {
        run: async (_ask, { _id }) => {
          const all = await list(_id);
          return { [many]: all, count: all.length, offset: 0, total: all.length };
        },
      },
      [`GET v1/${family}.history`]: history,
      [`GET v1/${family}.messages`]: history,
      [`GET v1/${family}.info`]: {
        run: async (ask, { _id }) => ({ [one]: await book.accessible(_id, queryText(ask, 'roomId')) }),
      },
      [`POST v1/${family}.close`]: hide,
      [`POST v1/${family}.open`]: open,
      [`POST v1/${family}.leave`]: leave,
      [`POST v1/${family}.rename`]: {
        run: async (ask, user) => {
          const rid = textIn(ask, 'roomId');
          await rooms.rename(user, rid, textIn(ask, 'name'));
          return { [one]: await book.room(rid) };
        },
      },
    };
  });
  return {
    ...Object.assign({}, ...families),
    'GET v1/rooms.get': { run: async (ask, { _id }) => ({ ...(await chat.roomsOf(_id, sinceIn(ask))) }) },
    'GET v1/rooms.info': {
      run: async ({ query }, { _id }) => {
        const all = await book.keeper.all('rooms');
        const room = all.find((one) => one._id === query.get('roomId') || one.name === query.get('roomName'));
        const found = given(
          room,
          'error-room-not-found',
          'The required "roomId" or "roomName" param provided does not match any channel',
        );
        return { room: await book.accessible(_id, found._id) };
      },
    },
    'POST v1/rooms.leave': leave,
    'POST v1/rooms.hide': hide,
    'POST v1/rooms.open': open,
    'POST v1/channels.join': done(async (rid, user) => {
      if ((await book.room(rid)).t !== 'c') throw new OtherAnswer(400, { error: 'not a channel' });
      await rooms.join(user, rid);
    }),
  };
}
