import type { RecipeManifest } from '../types';

/** Converse. */
export const manifest: RecipeManifest = {
  id: 'converse',
  name: 'Converse',
  homepage: 'https://conversejs.org',
  start: {
    kind: 'either',
    url: 'https://conversejs.org/fullscreen.html',
    placeholder: 'xmpp.example.org',
  },
  hosts: ['conversejs.org'],
  aliases: ['xmpp', 'jabber', 'conversejs', 'prosody', 'ejabberd'],
  category: 'self-hosted',
  userAgent: {
    kind: 'chrome',
  },
  popularRank: 13,
};
