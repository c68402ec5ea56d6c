import type { RecipeManifest } from '../types';

/** Microsoft Teams. */
export const manifest: RecipeManifest = {
  id: 'teams',
  name: 'Microsoft Teams',
  homepage: 'https://www.microsoft.com/microsoft-teams',
  start: {
    kind: 'fixed',
    url: 'https://teams.cloud.microsoft/',
  },
  hosts: ['teams.cloud.microsoft', 'teams.microsoft.com', 'teams.live.com'],
  signInHosts: ['login.microsoftonline.com', 'login.microsoft.com', 'login.live.com', 'login.windows.net'],
  aliases: ['msteams', 'office 365', 'skype'],
  category: 'hosted',
  userAgent: {
    kind: 'chrome',
  },
  popularRank: 12,
};
