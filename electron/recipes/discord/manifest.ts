import type { RecipeManifest } from '../types';

/** Discord. */
export const manifest: RecipeManifest = {
  id: 'discord',
  name: 'Discord',
  homepage: 'https://discord.com',
  start: {
    kind: 'fixed',
    url: 'https://discord.com/app',
  },
  hosts: ['discord.com', 'discordapp.com'],
  linkHosts: ['discord.gg', 'discord.new'],
  aliases: ['gaming', 'guild'],
  category: 'hosted',
  userAgent: {
    kind: 'chrome',
  },
  // As seen in the field; the category is left aside.
  notificationForms: [{ title: /^(?<sender>.+) \((?<channel>#[^,)]+)(?:, .+)?\)$/u, kind: 'public' }],
  popularRank: 9,
};
