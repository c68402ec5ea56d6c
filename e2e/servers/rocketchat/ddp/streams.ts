import type { Chat } from '../chat/chat.js';
import type { News } from '../chat/keeper.js';
import type { Message } from '../chat/records.js';
import { Refusal } from '../chat/refusal.js';
import { wordsOf } from './methods.js';

type Event = Extract<News, { readonly kind: 'event' }>;

export interface Streams {
  subscribe(id: string, name: string, params: readonly unknown[]): Promise<void>;
  unsubscribe(id: string): void;
  /** Passes an event on, if this client asked for it and may hear it. */
  pass(event: Event): void;
}

const EVERYBODY = new Set([
  'notify-all',
  'notify-logged',
  'notify-room',
  'notify-room-users',
  'roles',
  'apps',
]);

/** What one client asked to hear. Publications that are no streams are ready at once and stay empty. */
export function createStreams(
  chat: Chat,
  send: (frame: object) => void,
  userId: () => string | undefined,
): Streams {
  const asked = new Map<string, { readonly stream: string; readonly key: string }>();
  const check = async (stream: string, key: string): Promise<void> => {
    const uid = userId();
    const refuse = () => {
      throw new Refusal('not-allowed', 'Not allowed');
    };
    if (stream === 'notify-all') return;
    if (uid === undefined) return refuse();
    if (stream === 'notify-user' && key.split('/')[0] !== uid) return refuse();
    if (stream === 'room-messages' && key !== '__my_messages__') await chat.book.accessible(uid, key);
  };
  const emit = ({ stream, key, args }: Event): void =>
    send({
      msg: 'changed',
      collection: `stream-${stream}`,
      id: 'id',
      fields: { eventName: key, args },
    });
  /** A message of one's own rooms comes with what room that is. */
  const emitMine = async (event: Event): Promise<void> => {
    const [message] = event.args as readonly [Message];
    const mine = await chat.book.subscription(userId() ?? '', message.rid);
    if (mine === undefined) return;
    const about = { roomParticipant: true, roomType: mine.t, roomName: mine.name };
    emit({ ...event, args: [message, about] });
  };
  return {
    subscribe: async (id, name, [key]) => {
      const stream = name.startsWith('stream-') ? name.slice('stream-'.length) : undefined;
      try {
        if (stream !== undefined) {
          const isKnown = stream === 'notify-user' || stream === 'room-messages' || EVERYBODY.has(stream);
          if (!isKnown) throw new Refusal(404, `Subscription '${name}' not found`);
          await check(stream, String(key));
          asked.set(id, { stream, key: String(key) });
        }
        send({ msg: 'ready', subs: [id] });
      } catch (error) {
        send({ msg: 'nosub', id, error: wordsOf(error) });
      }
    },
    unsubscribe: (id) => {
      asked.delete(id);
      send({ msg: 'nosub', id });
    },
    pass: (event) => {
      const { stream, key, userIds } = event;
      if (userIds !== undefined && !userIds.includes(userId() ?? '')) return;
      // A client that asked twice hears it once: events belong to the collection, not to the subscription.
      if (![...asked.values()].some((one) => one.stream === stream && one.key === key)) return;
      if (key === '__my_messages__') void emitMine(event);
      else emit(event);
    },
  };
}
