import type { RecipeManifest } from '../types';

/** Mattermost. */
export const manifest: RecipeManifest = {
  id: 'mattermost',
  name: 'Mattermost',
  homepage: 'https://mattermost.com',
  start: {
    kind: 'address',
    placeholder: 'mattermost.example.org',
    hint: 'The address of your Mattermost server, as in a browser',
  },
  hosts: [],
  aliases: ['matter most', 'mm'],
  category: 'self-hosted',
  // The page takes a desktop for one when it finds `Mattermost` and `Electron` there: then its notifications name their
  // channel, and it goes where the probe says (from 5.0 on).
  userAgent: {
    kind: 'suffix',
    suffix: 'Mattermost/6.1.0',
  },
  // actions/notification_actions.tsx, in a browser: the title is the channel's display name.
  notificationForms: [
    { title: /^Reply in (?<channel>.+)$/u, kind: 'unknown' },
    { title: /^(?!Direct Message$)(?<channel>.+)$/u, kind: 'unknown' },
  ],
  listening: { cookies: ['MMAUTHTOKEN', 'MMUSERID', 'MMCSRF?'] },
  popularRank: 2,
};
