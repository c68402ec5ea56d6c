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
  const change = async (id: string, more: (now: Message) => Partial<Message>): Promise<Message> => {
    const changed = await keeper.change('messages', id, (now) => {
      if (now === undefined) return {};
      const keep = { ...now, ...more(now), _updatedAt: book.now() };
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
      // A client that heard no answer says it again by the same id, perhaps to another instance.
      const made = { isNew: true };
      const kept = await keeper.change('messages', _id, (known) => {
        made.isNew = known === undefined;
        return made.isNew ? { keep: message, tell: toRoom(message) } : {};
      });
      if (!made.isNew) return kept ?? message;
      const isInRoom = message.tmid === undefined || message.tshow === true;
      await book.changeRoom(rid, (now) => ({
        ...now,
        msgs: now.msgs + 1,
        ...(isInRoom ? { lm: ts, lastMessage: message } : {}),
      }));
      if (parent === undefined) await deliver(book, message, room, by, []);
      else await deliverReply(book, message, room, by, parent, (more) => change(parent._id, more));
      return message;
    },
    edit: async (uid, id, msg) => {
      const message = await own(uid, id);
      const { username } = await book.user(uid);
      const mentions = mentionsIn(msg, await keeper.all('users'));
      const editedBy = { _id: uid, username };
      const edited = await change(id, () => ({ msg, mentions, editedAt: book.now(), editedBy }));
      const room = await book.room(message.rid);
      if (room.lastMessage?._id === id)
        await book.changeRoom(room._id, (now) => ({ ...now, lastMessage: edited }));
      return edited;
    },
    react: async (uid, id, emoji, shouldReact) => {
      await get(uid, id);
      const { username } = await book.user(uid);
      return change(id, (now) => ({
        reactions: withReaction(now.reactions, `:${emoji.replaceAll(':', '')}:`, username, shouldReact),
      }));
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

/** Adds or takes away somebody's reaction; the other of both when it is not said which. */
function withReaction(
  reactions: Message['reactions'] = {},
  name: string,
  username: string,
  shouldReact?: boolean,
): NonNullable<Message['reactions']> {
  const { [name]: before, ...others } = reactions;
  const without = (before?.usernames ?? []).filter((one) => one !== username);
  const adds = shouldReact ?? without.length === (before?.usernames.length ?? 0);
  const usernames = adds ? [...without, username] : without;
  return usernames.length === 0 ? others : { ...others, [name]: { usernames } };
}
