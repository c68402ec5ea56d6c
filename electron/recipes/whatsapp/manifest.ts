import type { RecipeManifest } from '../types';

/** WhatsApp. */
export const manifest: RecipeManifest = {
  id: 'whatsapp',
  name: 'WhatsApp',
  homepage: 'https://www.whatsapp.com',
  start: {
    kind: 'fixed',
    url: 'https://web.whatsapp.com/',
  },
  hosts: ['web.whatsapp.com'],
  linkHosts: ['wa.me', 'chat.whatsapp.com', 'www.whatsapp.com'],
  aliases: ['wa', 'whats app', 'meta'],
  category: 'hosted',
  userAgent: {
    kind: 'chrome',
  },
  popularRank: 11,
};
