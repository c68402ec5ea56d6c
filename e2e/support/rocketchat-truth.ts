import { expect, request } from '@playwright/test';
import type { RocketChat } from '../servers/rocketchat/rocketchat';
import type { Channel } from '../../electron/core/model/channel';
import type { Subscription } from '../servers/rocketchat/chat/records';

/** What is compared of a channel. */
export type Room = Pick<Channel, 'id' | 'name' | 'kind' | 'unread' | 'mentions' | 'muted' | 'favourite'>;

/** As far as it is compared, by id. */
export const toRooms = (channels: readonly Channel[] | null): readonly Room[] =>
  (channels ?? [])
    .map(({ id, name, kind, unread, mentions, muted, favourite }) => ({
      id,
      name,
      kind,
      unread,
      mentions,
      muted,
      favourite,
    }))
    .toSorted((a, b) => a.id.localeCompare(b.id));

/** What the server says over REST that a person has of each room, to another client of theirs. */
export async function subscriptionsOf(
  server: RocketChat,
  username: string,
): Promise<readonly Subscription[]> {
  const [userId, token] = Object.values(await server.storageFor(username));
  // Whoever vouches for the server: this client wants to know what it says.
  const client = await request.newContext({ ignoreHTTPSErrors: true });
  try {
    const ask = async () => {
      const answer = await client.get(new URL('api/v1/subscriptions.get', server.url).href, {
        headers: { 'x-user-id': userId ?? '', 'x-auth-token': token ?? '' },
      });
      return answer.ok()
        ? ((await answer.json()) as { readonly update: readonly Subscription[] })
        : undefined;
    };
    const told: { update?: readonly Subscription[] } = {};
    // A balancer may have no instance for it at that moment.
    await expect.poll(async () => Object.assign(told, await ask()).update).toBeDefined();
    return told.update ?? [];
  } finally {
    await client.dispose();
  }
}

/** The same as its own web client counts and names it. */
export const truthOf = async (server: RocketChat, username: string): Promise<readonly Room[]> =>
  (await subscriptionsOf(server, username))
    .filter(({ open, archived }) => open && archived !== true)
    .map(toRoom)
    .toSorted((a, b) => a.id.localeCompare(b.id));

function toRoom(one: Subscription): Room {
  const { rid, t, name, fname, prid, unread, userMentions, groupMentions, alert } = one;
  const { tunread = [], tunreadUser = [], tunreadGroup = [] } = one;
  const named = userMentions + groupMentions + tunreadUser.length + tunreadGroup.length;
  const isForMe = t === 'd' || t === 'l';
  return {
    id: rid,
    name: (prid === undefined ? undefined : fname) ?? name,
    kind: t === 'c' ? 'public' : t === 'p' ? 'private' : name.includes(', ') ? 'group' : 'direct',
    unread: Math.max(unread + tunread.length, alert ? 1 : 0),
    mentions: isForMe ? unread + tunreadUser.length : named,
    muted: one.disableNotifications === true,
    favourite: one.f === true,
  };
}
