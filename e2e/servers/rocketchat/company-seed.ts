import type { Seed } from './chat/seed.js';

/** Bob and so many others: each is in `channels` rooms, one of them bob's and theirs alone. */
export const companySeed = (
  usernames: readonly string[],
  channels: number,
): Pick<Seed, 'users' | 'rooms'> => ({
  users: [{ username: 'bob', name: 'Bob Brown' }, ...usernames.map((username) => ({ username }))],
  rooms: [
    ...Array.from({ length: channels - 1 }, (_, index) => ({
      kind: 'c' as const,
      name: `room-${index}`,
      members: ['bob', ...usernames],
    })),
    ...usernames.map((username) => ({ kind: 'd' as const, members: [username, 'bob'] })),
  ],
});
