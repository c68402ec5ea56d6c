import type { RecipeManifest } from '../types';

/** Element. */
export const manifest: RecipeManifest = {
  id: 'element',
  name: 'Element',
  homepage: 'https://element.io',
  start: {
    kind: 'either',
    url: 'https://app.element.io/',
    placeholder: 'element.example.org',
    choices: [
      {
        label: 'Element',
        url: 'https://app.element.io/',
      },
      {
        label: 'Gitter',
        url: 'https://app.gitter.im/',
      },
    ],
  },
  hosts: ['app.element.io', 'app.gitter.im'],
  signInHosts: ['matrix.org', 'accounts.google.com', 'github.com', 'gitlab.com', 'appleid.apple.com'],
  linkHosts: ['matrix.to'],
  aliases: ['matrix', 'gitter', 'riot', 'vector', 'synapse'],
  category: 'self-hosted',
  userAgent: {
    kind: 'chrome',
  },
  // BasePlatform.ts: the room's name, or the sender with the room in brackets.
  notificationForms: [
    { title: /^(?<sender>.+) \((?<channel>[^()]+)\)$/u, kind: 'unknown' },
    { title: /^(?<channel>.+)$/u, kind: 'unknown' },
  ],
  listening: { takesMore: true },
  popularRank: 5,
};
