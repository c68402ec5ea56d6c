import type { Chat } from '../chat/chat.js';
import type { RoomType, Status, User } from '../chat/records.js';
import { Refusal } from '../chat/refusal.js';
import { publicUser } from '../chat/views.js';

export interface MethodCaller {
  readonly user: User | undefined;
  readonly token: string | undefined;
}

type Method = (chat: Chat, user: User, params: readonly unknown[]) => Promise<unknown>;

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new Refusal(400, 'Match failed');
  return value;
};

const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Methods of those who are signed in, by name. */
const METHODS: Readonly<Record<string, Method>> = {
  'subscriptions/get': async (chat, { _id }, [since]) => {
    const listing = await chat.subscriptions(_id, optional(since));
    return since === undefined || since === null ? listing.update : listing;
  },
  'rooms/get': async (chat, { _id }, [since]) => {
    const listing = await chat.roomsOf(_id, optional(since));
    return since === undefined || since === null ? listing.update : listing;
  },
  getRoomByTypeAndName: (chat, { _id }, [type, name]) =>
    chat.rooms.find(_id, text(type) as RoomType, text(name)),
  getRoomById: (chat, { _id }, [rid]) => chat.book.accessible(_id, text(rid)),
  sendMessage: (chat, user, [message]) => {
    const { rid, msg, _id, tmid } = message as Readonly<Record<string, unknown>>;
    const more = {
      ...(typeof _id === 'string' ? { _id } : {}),
      ...(typeof tmid === 'string' ? { tmid } : {}),
    };
    return chat.messages.say(user, { rid: text(rid), msg: text(msg), ...more });
  },
  updateMessage: async (chat, { _id }, [message]) => {
    const { _id: id, msg } = message as Readonly<Record<string, unknown>>;
    await chat.messages.edit(_id, text(id), text(msg));
  },
  deleteMessage: (chat, { _id }, [message]) =>
    chat.messages.remove(_id, text((message as Readonly<Record<string, unknown>>)['_id'])),
  setReaction: async (chat, { _id }, [emoji, id, should]) => {
    await chat.messages.react(_id, text(id), text(emoji), typeof should === 'boolean' ? should : undefined);
  },
  readMessages: (chat, { _id }, [rid, withThreads]) =>
    chat.reading.read(_id, text(rid), withThreads === true),
  readThreads: async (chat, { _id }, [tmid]) => {
    const { rid } = await chat.messages.get(_id, text(tmid));
    await chat.reading.readThread(_id, rid, text(tmid));
  },
  unreadMessages: (chat, { _id }, [, rid]) => chat.reading.unread(_id, text(rid)),
  saveNotificationSettings: async (chat, { _id }, [rid, field, value]) => {
    await chat.reading.saveNotification(_id, text(rid), text(field), text(value));
    return true;
  },
  toggleFavorite: (chat, { _id }, [rid, is]) => chat.rooms.favourite(_id, text(rid), is === true),
  hideRoom: (chat, { _id }, [rid]) => chat.rooms.hide(_id, text(rid)),
  openRoom: (chat, { _id }, [rid]) => chat.rooms.open(_id, text(rid)),
  leaveRoom: (chat, { _id }, [rid]) => chat.rooms.leave(_id, text(rid)),
  joinRoom: (chat, user, [rid]) => chat.rooms.join(user, text(rid)),
  loadHistory: async (chat, { _id }, [rid, , limit]) => ({
    messages: await chat.messages.history(_id, text(rid), typeof limit === 'number' ? limit : 50),
    unreadNotLoaded: 0,
  }),
  getThreadMessages: (chat, { _id }, [options]) =>
    chat.messages.thread(_id, text((options as Readonly<Record<string, unknown>>)['tmid'])),
  getSingleMessage: (chat, { _id }, [id]) => chat.messages.get(_id, text(id)),
  createDirectMessage: async (chat, user, names) => {
    const all = await Promise.all(names.map((name) => chat.book.userNamed(text(name))));
    const members = [user, ...all.filter((one) => one !== undefined)];
    const _id = members
      .map((one) => one._id)
      .toSorted()
      .join('');
    const known = await chat.book.keeper.get('rooms', _id);
    if (known === undefined) await chat.rooms.create({ _id, t: 'd', members, by: user });
    return { t: 'd', rid: _id };
  },
  'UserPresence:online': (chat, { _id }) => chat.setStatus(_id, 'online'),
  'UserPresence:away': (chat, { _id }) => chat.setStatus(_id, 'away'),
  setUserStatus: (chat, { _id }, [status]) => chat.setStatus(_id, text(status) as Status),
  getUserRoles: async (chat) => (await chat.book.keeper.all('users')).map(publicUser),
};

/** Does what a method of that name does. `login` and `logout` belong to the connection. */
export async function runMethod(
  chat: Chat,
  { user }: MethodCaller,
  name: string,
  params: readonly unknown[],
): Promise<unknown> {
  const method = METHODS[name];
  if (method === undefined) throw new Refusal(404, `Method '${name}' not found`);
  if (user === undefined) throw new Refusal('error-invalid-user', 'Invalid user', { method: name });
  return method(chat, user, params);
}

/** An error as DDP sends it. */
export function wordsOf(error: unknown) {
  const { code, reason, message, details } =
    error instanceof Refusal ? error : new Refusal(500, 'Internal server error');
  return {
    isClientSafe: true,
    error: code,
    reason,
    message,
    ...(details === undefined ? {} : { details }),
    errorType: 'Meteor.Error',
  };
}
