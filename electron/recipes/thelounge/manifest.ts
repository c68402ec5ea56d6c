import type { RecipeManifest } from '../types';

/** The Lounge. */
export const manifest: RecipeManifest = {
  id: 'thelounge',
  name: 'The Lounge',
  description: 'IRC that stays connected, on your own server',
  homepage: 'https://thelounge.chat',
  start: {
    kind: 'address',
    placeholder: 'irc.example.org',
    hint: 'The address of your The Lounge server, as in a browser',
  },
  hosts: [],
  aliases: ['lounge', 'irc', 'libera', 'shout'],
  category: 'self-hosted',
  userAgent: {
    kind: 'chrome',
  },
  popularRank: 4,
};
