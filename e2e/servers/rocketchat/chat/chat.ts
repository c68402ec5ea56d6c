import { type Accounts, createAccounts } from './accounts.js';
import { type Book, createBook } from './book.js';
import type { Keeper } from './keeper.js';
import { createMessages, type Messages } from './messages.js';
import { createReading, type Reading } from './reading.js';
import type { Gone, Room, Subscription, User } from './records.js';
import { createRooms, type Rooms } from './rooms.js';

/** All that a server does, whatever asks for it: REST, DDP or a script. */
export interface Chat {
  readonly book: Book;
  readonly accounts: Accounts;
  readonly messages: Messages;
  readonly reading: Reading;
  readonly rooms: Rooms;
  /** A user's subscriptions changed since then, and what is gone since; all when left out. */
  subscriptions(uid: string, since?: string): Promise<Listing<Subscription>>;
  roomsOf(uid: string, since?: string): Promise<Listing<Room>>;
  setStatus(uid: string, status: User['status']): Promise<void>;
}

export interface Listing<T> {
  readonly update: readonly T[];
  readonly remove: readonly { readonly _id: string; readonly _deletedAt: string }[];
}

/** A chat on what a keeper keeps; several may share one. */
export function createChat(keeper: Keeper, now: () => string = () => new Date().toISOString()): Chat {
  const book = createBook(keeper, now);
  const goneOf = async (uid: string, what: Gone['what'], since: string | undefined) => {
    if (since === undefined) return [];
    const gone = await keeper.all('gone');
    return gone
      .filter((one) => one.userId === uid && one.what === what && one.at > since)
      .map((one) => ({ _id: what === 'room' ? one.of : one._id, _deletedAt: one.at }));
  };
  return {
    book,
    accounts: createAccounts(book),
    messages: createMessages(book),
    reading: createReading(book),
    rooms: createRooms(book),
    subscriptions: async (uid, since) => ({
      update: changedSince(await book.subscriptionsOf(uid), since),
      remove: await goneOf(uid, 'subscription', since),
    }),
    roomsOf: async (uid, since) => {
      const mine = new Set((await book.subscriptionsOf(uid)).map(({ rid }) => rid));
      const rooms = (await keeper.all('rooms')).filter(({ _id }) => mine.has(_id));
      return { update: changedSince(rooms, since), remove: await goneOf(uid, 'room', since) };
    },
    setStatus: async (uid, status) => {
      await keeper.change('users', uid, (user) => {
        if (user === undefined) return {};
        const args = [[user._id, user.username, STATUSES.indexOf(status), '']];
        return {
          keep: { ...user, status, statusConnection: status, _updatedAt: now() },
          tell: [
            { kind: 'event', stream: 'notify-logged', key: 'user-status', args },
            {
              kind: 'event',
              stream: 'notify-user',
              key: `${uid}/userData`,
              args: [statusDiff(uid, status)],
              userIds: [uid],
            },
          ],
        };
      });
    },
  };
}

const STATUSES: readonly User['status'][] = ['offline', 'online', 'away', 'busy'];

const statusDiff = (id: string, status: User['status']) => ({
  type: 'updated',
  id,
  diff: { status },
  unset: {},
});

const changedSince = <T extends { readonly _updatedAt: string }>(
  all: readonly T[],
  since: string | undefined,
): readonly T[] => (since === undefined ? all : all.filter((one) => one._updatedAt > since));
