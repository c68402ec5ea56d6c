import type { RecipeManifest } from '../types';

/** Messenger. */
export const manifest: RecipeManifest = {
  id: 'messenger',
  name: 'Messenger',
  homepage: 'https://www.facebook.com/messages/',
  start: {
    kind: 'fixed',
    url: 'https://www.facebook.com/messages/',
  },
  hosts: ['facebook.com', 'messenger.com'],
  linkHosts: ['m.me'],
  aliases: ['facebook', 'fb', 'meta'],
  category: 'hosted',
  userAgent: {
    kind: 'chrome',
  },
  popularRank: 8,
};
