import type { RecipeManifest } from '../types';

/** The Lounge. */
export const manifest: RecipeManifest = {
  id: 'thelounge',
  name: 'The Lounge',
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
  listening: { takesMore: true },
  // client/js/socket-events/msg.ts: the nick, the channel in brackets unless it is a query, "says:".
  notificationForms: [
    { title: /^(?<sender>\S+) \((?<channel>[#&!+][^)]*)\) says:?$/u, kind: 'public' },
    { title: /^(?<sender>\S+) \((?<channel>[^)]+)\) says:?$/u, kind: 'unknown' },
    { title: /^(?<sender>\S+) says:?$/u, kind: 'direct' },
  ],
  popularRank: 4,
};
