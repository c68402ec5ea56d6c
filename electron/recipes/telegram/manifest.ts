import type { RecipeManifest } from '../types';

/** Telegram. */
export const manifest: RecipeManifest = {
  id: 'telegram',
  name: 'Telegram',
  homepage: 'https://telegram.org',
  start: {
    kind: 'fixed',
    url: 'https://web.telegram.org/',
  },
  hosts: ['web.telegram.org'],
  linkHosts: ['t.me', 'telegram.me', 'telegram.dog'],
  aliases: ['tg', 't.me'],
  category: 'hosted',
  userAgent: {
    kind: 'chrome',
  },
  // Telegram K, uiNotificationsManager.ts.
  notificationForms: [{ title: /^(?<sender>.+) @ (?<channel>.+)$/u, kind: 'group' }],
  popularRank: 10,
};
