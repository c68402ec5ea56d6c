import type { RecipeManifest } from '../types';

/** Slack. */
export const manifest: RecipeManifest = {
  id: 'slack',
  name: 'Slack',
  homepage: 'https://slack.com',
  start: {
    kind: 'team',
    template: 'https://{team}.slack.com',
    placeholder: 'your-team',
  },
  hosts: ['slack.com'],
  signInHosts: ['accounts.google.com', 'appleid.apple.com'],
  aliases: ['team chat', 'huddle'],
  category: 'hosted',
  userAgent: {
    kind: 'chrome',
  },
  // As seen in the field.
  notificationForms: [
    { title: /^New message in (?<channel>#.+)$/u, kind: 'public' },
    { title: /^New message from (?<sender>.+)$/u, kind: 'direct' },
  ],
  popularRank: 3,
};
