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
  // actions/notification_actions.tsx, in a browser: the title is the channel's display name.
  notificationForms: [
    { title: /^Reply in (?<channel>.+)$/u, kind: 'unknown' },
    { title: /^(?!Direct Message$)(?<channel>.+)$/u, kind: 'unknown' },
  ],
  popularRank: 2,
};
