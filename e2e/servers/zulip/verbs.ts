import { changeMessage, deleteMessage, sendMessage, type Change, type Scene } from './acts/messages.js';
import { markRead, setFlag } from './acts/reading.js';
import {
  archiveStream,
  createStream,
  renameStream,
  setProperty,
  setTopicPolicy,
  subscribe,
  unsubscribe,
} from './acts/streams.js';
import type { Stream, Subscription, User, Visibility } from './model.js';
import { directBetween } from './rest/message-routes.js';
import { emailOf } from './seed.js';

/** What people do, by their short names and the names of streams; messages by id. */
export interface Verbs {
  say(user: string, stream: string, topic: string, text: string): number;
  tellDirectly(user: string, others: readonly string[], text: string): number;
  change(user: string, id: number, change: Change): void;
  remove(id: number): void;
  /** Marks all of a stream as read, or of one topic. */
  readStream(user: string, stream: string, topic?: string): void;
  /** The same of the conversation with those. */
  readDirect(user: string, others: readonly string[]): void;
  markUnread(user: string, ids: readonly number[]): void;
  set(user: string, stream: string, property: keyof Subscription, value: boolean): void;
  setTopic(user: string, stream: string, topic: string, policy: Visibility): void;
  open(name: string, members: readonly string[], isPrivate?: boolean): number;
  join(stream: string, user: string): void;
  leave(stream: string, user: string): void;
  rename(stream: string, name: string): void;
  archive(stream: string): void;
  renameUser(user: string, name: string): void;
  renameRealm(name: string): void;
  /** Ends all sessions of a person, as an administrator can. */
  endSessions(user: string): void;
  streamId(name: string): number;
  userId(short: string): number;
  nameOf(short: string): string;
}

/** Creates them. @throws when nobody or nothing is called so. */
export function createVerbs(scene: Scene): Verbs {
  const { organisation, queues } = scene;
  const user = (short: string): User => {
    const found = [...organisation.users.values()].find(({ email }) => email === emailOf(short));
    if (found === undefined) throw new Error(`Zulip has nobody called ${short}.`);
    return found;
  };
  const stream = (name: string): Stream => {
    const found = [...organisation.streams.values()].find((one) => one.name === name);
    if (found === undefined) throw new Error(`Zulip has no stream called ${name}.`);
    return found;
  };
  const between = (short: string, others: readonly string[]) =>
    directBetween([short, ...others].map((one) => user(one).id));
  return {
    say: (short, name, topic, text) =>
      sendMessage(scene, user(short).id, { kind: 'stream', streamId: stream(name).id, topic }, text).id,
    tellDirectly: (short, others, text) =>
      sendMessage(scene, user(short).id, between(short, others), text).id,
    change: (short, id, change) => changeMessage(scene, user(short).id, id, change),
    remove: (id) => deleteMessage(scene, id),
    readStream: (short, name, topic) => {
      const { id } = stream(name);
      markRead(
        scene,
        user(short).id,
        ({ to }) => to.kind === 'stream' && to.streamId === id && (topic === undefined || to.topic === topic),
      );
    },
    readDirect: (short, others) => {
      const ids = between(short, others).userIds.join(',');
      markRead(scene, user(short).id, ({ to }) => to.kind === 'private' && to.userIds.join(',') === ids);
    },
    markUnread: (short, ids) => void setFlag(scene, user(short).id, 'remove', 'read', ids),
    set: (short, name, property, value) => setProperty(scene, stream(name), user(short).id, property, value),
    setTopic: (short, name, topic, policy) =>
      setTopicPolicy(scene, user(short).id, stream(name), topic, policy),
    open: (name, members, isPrivate = false) => {
      const fresh = createStream(scene, name, isPrivate);
      for (const one of members) subscribe(scene, fresh, user(one).id);
      return fresh.id;
    },
    join: (name, short) => subscribe(scene, stream(name), user(short).id),
    leave: (name, short) => unsubscribe(scene, stream(name), user(short).id),
    rename: (name, to) => renameStream(scene, stream(name), to),
    archive: (name) => archiveStream(scene, stream(name)),
    renameUser: (short, name) => {
      const one = user(short);
      one.name = name;
      const person = { user_id: one.id, full_name: name };
      queues.tell(organisation.users.keys(), { type: 'realm_user', op: 'update', person });
    },
    renameRealm: (name) => {
      organisation.name = name;
      const told = { type: 'realm', op: 'update', property: 'name', value: name };
      queues.tell(organisation.users.keys(), told);
    },
    endSessions: (short) => {
      const { id } = user(short);
      for (const [session, userId] of organisation.sessions)
        if (userId === id) organisation.sessions.delete(session);
      queues.release();
    },
    streamId: (name) => stream(name).id,
    userId: (short) => user(short).id,
    nameOf: (short) => user(short).name,
  };
}
