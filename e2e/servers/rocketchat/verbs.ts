import { toUser } from './chat/book.js';
import type { Chat } from './chat/chat.js';
import { visitorOf } from './chat/seed.js';
import type { Attachment, Message, Room, Status, User } from './chat/records.js';
import { given } from './chat/refusal.js';

/** More about a message. */
export interface Manner {
  /** The id of the message whose thread it goes to. */
  readonly thread?: string;
  /** Its own id; made up when left out. */
  readonly id?: string;
  /** `videoconf` and the like; a plain message when left out. */
  readonly type?: string;
  /** The name of a file that comes with it: `plan.pdf`. */
  readonly file?: string;
}

/**
 * What people do on other devices, or without any. A room is named by id, name or title; a direct room by all who are in
 * it (`alice,bob`). @throws when there is no such room, person or message.
 */
export interface Verbs {
  say(room: string, username: string, text: string, manner?: Manner): Promise<Message>;
  edit(messageId: string, username: string, text: string): Promise<Message>;
  react(messageId: string, username: string, emoji: string): Promise<Message>;
  readElsewhere(room: string, username: string): Promise<void>;
  /** Reads a thread, or the room's own messages do not count. */
  readThreadElsewhere(messageId: string, username: string): Promise<void>;
  muteElsewhere(room: string, username: string, isMuted?: boolean): Promise<void>;
  /** Any field of the room's notification form. */
  preferElsewhere(room: string, username: string, field: string, value: string): Promise<void>;
  favourite(room: string, username: string, is?: boolean): Promise<void>;
  hide(room: string, username: string): Promise<void>;
  leave(room: string, username: string): Promise<void>;
  /** Begins a direct conversation, and gives its id. */
  begin(username: string, ...others: readonly string[]): Promise<string>;
  join(room: string, username: string): Promise<void>;
  rename(room: string, username: string, name: string): Promise<void>;
  archive(room: string, is?: boolean): Promise<void>;
  setStatus(username: string, status: Status): Promise<void>;
  /** Rings; `end` makes it stop. Only voice calls reach the desktop as notifications. */
  call(kind: 'video' | 'voice', username: string, by: string, callId: string, end?: 'end'): Promise<void>;
  /** Sends a desktop whatever is given, with fields empty or missing as some servers leave them. */
  notify(username: string, notification: unknown): Promise<void>;
  /** Ends all logins of a user, as an administrator does. */
  signOut(username: string): Promise<void>;
  /** A setting of the server, told to those who are there. */
  set(setting: string, value: unknown): Promise<void>;
  roomId(room: string): Promise<string>;
  userId(username: string): Promise<string>;
}

export function createVerbs(chat: Chat): Verbs {
  const { book, messages, reading, rooms } = chat;
  const user = async (name: string): Promise<User> =>
    given(await book.userNamed(name), 'script', `there is no user ${name}`);
  const room = async (name: string): Promise<Room> => {
    const people = name.split(',').map((one) => one.trim());
    const isWhom = ({ usernames = [] }: Room) =>
      usernames.length === people.length && people.every((one) => usernames.includes(one));
    const all = await book.keeper.all('rooms');
    const found = all.find(
      (one) => one._id === name || one.name === name || one.fname === name || (one.t === 'd' && isWhom(one)),
    );
    return given(found, 'script', `there is no room ${name}`);
  };
  const both = async (roomName: string, username: string) =>
    [(await user(username))._id, (await room(roomName))._id] as const;
  return {
    say: async (name, username, text, { thread, id, type, file } = {}) => {
      const { _id: rid, encrypted, v } = await room(name);
      const by = v?.username === username ? visitorOf(username) : await user(username);
      return messages.say(by, {
        rid,
        ...(encrypted ? { msg: sealed(text), t: 'e2e' } : { msg: text }),
        ...(type === undefined ? {} : { t: type }),
        ...(file === undefined ? {} : { attachments: [attachmentOf(file)] }),
        ...(thread === undefined ? {} : { tmid: thread }),
        ...(id === undefined ? {} : { _id: id }),
      });
    },
    edit: async (id, username, text) => messages.edit((await user(username))._id, id, text),
    react: async (id, username, emoji) => messages.react((await user(username))._id, id, emoji),
    readElsewhere: async (name, username) => reading.read(...(await both(name, username))),
    readThreadElsewhere: async (id, username) => {
      const { _id } = await user(username);
      return reading.readThread(_id, (await messages.get(_id, id)).rid, id);
    },
    muteElsewhere: async (name, username, isMuted = true) =>
      reading.saveNotification(...(await both(name, username)), 'disableNotifications', isMuted ? '1' : '0'),
    preferElsewhere: async (name, username, field, value) =>
      reading.saveNotification(...(await both(name, username)), field, value),
    favourite: async (name, username, is = true) => rooms.favourite(...(await both(name, username)), is),
    hide: async (name, username) => rooms.hide(...(await both(name, username))),
    begin: async (username, ...others) => {
      const members = await Promise.all([username, ...others].map(user));
      const by = await user(username);
      return (await rooms.create({ t: 'd', members, by }))._id;
    },
    leave: async (name, username) => rooms.leave(...(await both(name, username))),
    join: async (name, username) => rooms.join(await user(username), (await room(name))._id),
    rename: async (name, username, newName) =>
      rooms.rename(await user(username), (await room(name))._id, newName),
    archive: async (name, is = true) => rooms.archive((await room(name))._id, is),
    setStatus: async (username, status) => chat.setStatus((await user(username))._id, status),
    call: async (kind, username, by, callId, end) => {
      const { _id } = await user(username);
      const video = { action: end ?? 'call', params: { callId, url: `https://meet.test/${callId}`, by } };
      const voice = { type: end === undefined ? 'new' : 'hangup', callId, by };
      const news =
        kind === 'video' ? toUser(_id, 'video-conference', video) : toUser(_id, 'media-signal', voice);
      await book.keeper.tell(news);
    },
    notify: async (username, notification) =>
      book.keeper.tell(toUser((await user(username))._id, 'notification', notification)),
    signOut: async (username) => chat.accounts.endAll((await user(username))._id),
    set: async (_id, value) => {
      const args = ['updated', { _id, value }];
      await book.keeper.change('settings', _id, () => ({
        keep: { _id, value },
        tell: [{ kind: 'event', stream: 'notify-all', key: 'public-settings-changed', args }],
      }));
    },
    roomId: async (name) => (await room(name))._id,
    userId: async (name) => (await user(name))._id,
  };
}

/** As `page/sealed.ts` opens it. */
const sealed = (text: string): string => `sealed:${Buffer.from(text).toString('base64')}`;

const attachmentOf = (name: string): Attachment => ({
  type: 'file',
  title: name,
  title_link: `/images/${name}`,
  format: name.slice(name.lastIndexOf('.') + 1).toUpperCase(),
});
