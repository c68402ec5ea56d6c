import type { Chat } from './chat/chat.js';
import type { RoomType, Subscription } from './chat/records.js';

/** What a user has of a room, as the server holds it. */
export interface TruthOfRoom {
  readonly rid: string;
  /** As it is on screen: of a discussion its title, of a direct room who else is in it. */
  readonly name: string;
  readonly type: RoomType;
  readonly kind: 'public' | 'private' | 'direct' | 'group' | 'discussion' | 'team' | 'omnichannel';
  readonly unread: number;
  readonly mentions: number;
  readonly groupMentions: number;
  /** Threads with something unread. */
  readonly threads: number;
  readonly alert: boolean;
  /** `disableNotifications`. */
  readonly muted: boolean;
  /** Not in the list: `open` is false. */
  readonly hidden: boolean;
  readonly favourite: boolean;
}

/** All users by name, with their rooms by name. */
export async function readTruth(chat: Chat): Promise<Readonly<Record<string, readonly TruthOfRoom[]>>> {
  const users = await chat.book.keeper.all('users');
  const entries = await Promise.all(
    users.map(async ({ _id, username }) => {
      const mine = (await chat.book.subscriptionsOf(_id)).map(truthOf);
      return [username, mine.toSorted((a, b) => a.name.localeCompare(b.name))] as const;
    }),
  );
  return Object.fromEntries(entries);
}

const truthOf = (one: Subscription): TruthOfRoom => ({
  rid: one.rid,
  name: (one.prid === undefined ? undefined : one.fname) ?? one.name,
  type: one.t,
  kind: kindOf(one),
  unread: one.unread,
  mentions: one.userMentions,
  groupMentions: one.groupMentions,
  threads: one.tunread?.length ?? 0,
  alert: one.alert,
  muted: one.disableNotifications === true,
  hidden: !one.open,
  favourite: one.f === true,
});

function kindOf({ t, prid, teamMain, name }: Subscription): TruthOfRoom['kind'] {
  if (prid !== undefined) return 'discussion';
  if (teamMain === true) return 'team';
  if (t === 'd') return name.includes(', ') ? 'group' : 'direct';
  return t === 'c' ? 'public' : t === 'l' ? 'omnichannel' : 'private';
}
