import type { RecipeManifest } from '../types';

/** Mattermost. */
export const manifest: RecipeManifest = {
  id: 'mattermost',
  name: 'Mattermost',
  description: 'Team chat on your own server',
  homepage: 'https://mattermost.com',
  start: {
    kind: 'address',
    placeholder: 'mattermost.example.org',
    hint: 'The address of your Mattermost server, as in a browser',
  },
  hosts: [],
  aliases: ['matter most', 'mm'],
  category: 'self-hosted',
  userAgent: {
    kind: 'chrome',
  },
  popularRank: 2,
};
