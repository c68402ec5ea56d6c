import type { RecipeManifest } from '../types';

/** Google Chat. */
export const manifest: RecipeManifest = {
  id: 'googlechat',
  name: 'Google Chat',
  homepage: 'https://chat.google.com',
  start: {
    kind: 'fixed',
    url: 'https://chat.google.com/',
  },
  hosts: ['chat.google.com', 'mail.google.com'],
  signInHosts: ['accounts.google.com', 'accounts.youtube.com'],
  aliases: ['hangouts', 'gchat', 'google workspace', 'spaces'],
  category: 'hosted',
  userAgent: {
    kind: 'chrome',
  },
  popularRank: 7,
};
