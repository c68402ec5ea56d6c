import type { Keeper, News } from './keeper.js';
import type { Kinds, Room, Subscription, User } from './records.js';
import { given, Refusal } from './refusal.js';

/** The records of a chat, found and changed as a Rocket.Chat does, with its clients told. */
export interface Book {
  readonly keeper: Keeper;
  readonly now: () => string;
  setting<T>(id: string, otherwise: T): Promise<T>;
  user(id: string): Promise<User>;
  userNamed(name: string): Promise<User | undefined>;
  room(id: string): Promise<Room>;
  membersOf(rid: string): Promise<readonly Subscription[]>;
  subscriptionsOf(uid: string): Promise<readonly Subscription[]>;
  subscription(uid: string, rid: string): Promise<Subscription | undefined>;
  /** Gives the room to whom it is open: members, and everybody for a public channel. */
  accessible(uid: string, rid: string): Promise<Room>;
  changeSubscription(
    uid: string,
    rid: string,
    change: (now: Subscription) => Subscription,
  ): Promise<Subscription>;
  addSubscription(subscription: Subscription): Promise<void>;
  removeSubscription(uid: string, rid: string): Promise<void>;
  changeRoom(rid: string, change: (now: Room) => Room): Promise<Room>;
}

export function createBook(keeper: Keeper, now: () => string): Book {
  const find = async <K extends keyof Kinds>(
    kind: K,
    fits: (one: Kinds[K]) => boolean,
  ): Promise<readonly Kinds[K][]> => (await keeper.all(kind)).filter(fits);
  const subscription = (uid: string, rid: string) => keeper.get('subscriptions', keyOf(uid, rid));
  const membersOf = (rid: string) => find('subscriptions', (one) => one.rid === rid);
  const room = async (id: string) =>
    given(await keeper.get('rooms', id), 'error-invalid-room', 'Invalid room');
  return {
    keeper,
    now,
    setting: async <T>(id: string, otherwise: T) =>
      ((await keeper.get('settings', id))?.value as T | undefined) ?? otherwise,
    user: async (id) => given(await keeper.get('users', id), 'error-invalid-user', 'Invalid user'),
    userNamed: async (name) =>
      (
        await find(
          'users',
          (one) => one.username === name || one.emails.some(({ address }) => address === name),
        )
      )[0],
    room,
    membersOf,
    subscriptionsOf: (uid) => find('subscriptions', (one) => one.u._id === uid),
    subscription,
    accessible: async (uid, rid) => {
      const found = await room(rid);
      if (found.t !== 'c' && (await subscription(uid, rid)) === undefined)
        throw new Refusal('error-not-allowed', 'Not allowed');
      return found;
    },
    changeSubscription: async (uid, rid, change) => {
      const changed = await keeper.change('subscriptions', keyOf(uid, rid), (before) => {
        if (before === undefined) return {};
        const keep = change(before);
        if (keep === before) return {};
        const stamped = { ...keep, _updatedAt: now() };
        return { keep: stamped, tell: [changed_(uid, 'updated', stamped)] };
      });
      return given(changed, 'error-invalid-subscription', 'Invalid subscription');
    },
    addSubscription: async (one) => {
      await keeper.change('subscriptions', keyOf(one.u._id, one.rid), (before) =>
        before === undefined ? { keep: one, tell: [changed_(one.u._id, 'inserted', one)] } : {},
      );
    },
    removeSubscription: async (uid, rid) => {
      const one = given(await subscription(uid, rid), 'error-user-not-in-room', 'You are not in this room');
      const { _id, t, u } = one;
      await keeper.change('gone', _id, () => ({
        keep: { _id, userId: uid, what: 'subscription', of: rid, at: now() },
      }));
      await keeper.change('subscriptions', keyOf(uid, rid), () => ({
        keep: 'remove',
        tell: [changed_(uid, 'removed', { _id, rid, t, u })],
      }));
      const roomGone = `${uid}/${rid}`;
      await keeper.change('gone', roomGone, () => ({
        keep: { _id: roomGone, userId: uid, what: 'room', of: rid, at: now() },
      }));
      await keeper.tell(roomNews('removed', { _id: rid }, [uid]));
    },
    changeRoom: async (rid, change) => {
      const userIds = (await membersOf(rid)).map((one) => one.u._id);
      const changed = await keeper.change('rooms', rid, (before) => {
        if (before === undefined) return {};
        const keep = { ...change(before), _updatedAt: now() };
        return { keep, tell: userIds.map((uid) => roomNews('updated', keep, [uid])) };
      });
      return given(changed, 'error-invalid-room', 'Invalid room');
    },
  };
}

const keyOf = (uid: string, rid: string): string => `${uid}/${rid}`;

type Action = 'inserted' | 'updated' | 'removed';

const changed_ = (uid: string, action: Action, subscription: unknown): News =>
  toUser(uid, 'subscriptions-changed', action, subscription);

const roomNews = (action: Action, room: unknown, [uid = '']: readonly string[]): News =>
  toUser(uid, 'rooms-changed', action, room);

/** Something for one user's clients alone. */
export const toUser = (uid: string, what: string, ...args: readonly unknown[]): News => ({
  kind: 'event',
  stream: 'notify-user',
  key: `${uid}/${what}`,
  args,
  userIds: [uid],
});
