import type { RecipeManifest } from '../types';

/** Rocket.Chat. */
export const manifest: RecipeManifest = {
  id: 'rocketchat',
  name: 'Rocket.Chat',
  homepage: 'https://www.rocket.chat',
  start: {
    kind: 'address',
    placeholder: 'chat.example.org',
    hint: 'The address of your Rocket.Chat server, as in a browser',
  },
  hosts: [],
  aliases: ['rocket chat', 'rc', 'open.rocket.chat'],
  category: 'self-hosted',
  userAgent: {
    kind: 'chrome',
  },
  // server/lib/rooms/roomTypes: `#` and the room; a direct one is called after who writes, or after all in it.
  notificationForms: [{ title: /^#(?<channel>.+)$/u, kind: 'unknown' }],
  listening: { takesMore: true },
  popularRank: 1,
};
