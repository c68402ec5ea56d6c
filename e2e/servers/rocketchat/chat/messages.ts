import type { Book } from './book.js';
import { deliver, deliverReply } from './delivery.js';
import { newId } from './ids.js';
import type { News } from './keeper.js';
import { mentionsIn, whoIs } from './mentions.js';
import type { Message, Person } from './records.js';
import { given, Refusal } from './refusal.js';

export interface Words {
  readonly rid: string;
  readonly msg: string;
  readonly _id?: string;
  /** The message whose thread this belongs to. */
  readonly tmid?: string;
  /** A thread's reply that is in the room as well. */
  readonly tshow?: boolean;
  /** `e2e`, `videoconf`, `uj`, …; a plain message when left out. */
  readonly t?: string;
  readonly attachments?: Message['attachments'] & object;
}

export interface Messages {
  /** Says it, counts it for everybody else and tells their desktops, as far as they want to hear. */
  say(by: Person, words: Words): Promise<Message>;
  edit(uid: string, id: string, msg: string): Promise<Message>;
  react(uid: string, id: string, emoji: string, shouldReact?: boolean): Promise<Message>;
  remove(uid: string, id: string): Promise<void>;
  get(uid: string, id: string): Promise<Message>;
  /** The newest of a room, newest first; those only in threads left out. */
  history(uid: string, rid: string, count: number): Promise<readonly Message[]>;
  thread(uid: string, tmid: string): Promise<readonly Message[]>;
}

export function createMessages(book: Book): Messages {
  const { keeper } = book;
  const get = async (uid: string, id: string): Promise<Message> => {
    const message = given(await keeper.get('messages', id), 'error-not-found', 'Message not found');
    await book.accessible(uid, message.rid);
    return message;
  };
  const change = async (message: Message, more: Partial<Message>): Promise<Message> => {
    const changed = await keeper.change('messages', message._id, (now) => {
      if (now === undefined) return {};
      const keep = { ...now, ...more, _updatedAt: book.now() };
      return { keep, tell: toRoom(keep) };
    });
    return given(changed, 'error-not-found', 'Message not found');
  };
  const own = async (uid: string, id: string): Promise<Message> => {
    const message = await get(uid, id);
    if (message.u._id !== uid) throw new Refusal('error-action-not-allowed', 'Message editing not allowed');
    return message;
  };
  return {
    get,
    say: async (by, { rid, msg, _id = newId(), ...more }) => {
      const room = await book.room(rid);
      if (room.archived) throw new Refusal('error-not-allowed', 'Room is archived');
      const isMember = (await book.subscription(by._id, rid)) !== undefined;
      if (!isMember && by._id !== room.v?._id) throw new Refusal('error-not-allowed', 'Not allowed');
      const parent = more.tmid === undefined ? undefined : await get(by._id, more.tmid);
      const known = await keeper.get('messages', _id);
      if (known !== undefined) return known;
      const ts = book.now();
      const message: Message = {
        _id,
        rid,
        msg,
        ts,
        u: whoIs(by),
        ...more,
        mentions: more.t === 'e2e' ? [] : mentionsIn(msg, await keeper.all('users')),
        channels: [],
        urls: [],
        _updatedAt: ts,
      };
      await keeper.change('messages', _id, () => ({ keep: message, tell: toRoom(message) }));
      const isInRoom = message.tmid === undefined || message.tshow === true;
      await book.changeRoom(rid, (now) => ({
        ...now,
        msgs: now.msgs + 1,
        ...(isInRoom ? { lm: ts, lastMessage: message } : {}),
      }));
      if (parent === undefined) await deliver(book, message, room, by, []);
      else await deliverReply(book, message, room, by, parent, change);
      return message;
    },
    edit: async (uid, id, msg) => {
      const message = await own(uid, id);
      const { username } = await book.user(uid);
      const edited = await change(message, {
        msg,
        mentions: mentionsIn(msg, await keeper.all('users')),
        editedAt: book.now(),
        editedBy: { _id: uid, username },
      });
      const room = await book.room(message.rid);
      if (room.lastMessage?._id === id)
        await book.changeRoom(room._id, (now) => ({ ...now, lastMessage: edited }));
      return edited;
    },
    react: async (uid, id, emoji, shouldReact) => {
      const message = await get(uid, id);
      const { username } = await book.user(uid);
      const name = `:${emoji.replaceAll(':', '')}:`;
      const { [name]: before, ...others } = message.reactions ?? {};
      const without = (before?.usernames ?? []).filter((one) => one !== username);
      const adds = shouldReact ?? without.length === (before?.usernames.length ?? 0);
      const usernames = adds ? [...without, username] : without;
      const reactions = usernames.length === 0 ? others : { ...others, [name]: { usernames } };
      return change(message, { reactions });
    },
    remove: async (uid, id) => {
      const { rid } = await own(uid, id);
      const tell: News = {
        kind: 'event',
        stream: 'notify-room',
        key: `${rid}/deleteMessage`,
        args: [{ _id: id }],
      };
      await keeper.change('messages', id, () => ({ keep: 'remove', tell: [tell] }));
    },
    history: async (uid, rid, count) => {
      await book.accessible(uid, rid);
      const all = (await keeper.all('messages')).filter((one) => one.rid === rid && (!one.tmid || one.tshow));
      return all.toReversed().slice(0, count);
    },
    thread: async (uid, tmid) => {
      await get(uid, tmid);
      return (await keeper.all('messages')).filter((one) => one.tmid === tmid);
    },
  };
}

/** Told to those who look at the room, and to those who asked for all their rooms. */
export const toRoom = (message: Message): readonly News[] =>
  [message.rid, '__my_messages__'].map((key) => ({
    kind: 'event',
    stream: 'room-messages',
    key,
    args: [message],
  }));
