import type { RecipeManifest } from '../types';

/** Zulip. */
export const manifest: RecipeManifest = {
  id: 'zulip',
  name: 'Zulip',
  homepage: 'https://zulip.com',
  start: {
    kind: 'address',
    placeholder: 'your-org.zulipchat.com',
    hint: 'The address of your Zulip organisation, as in a browser',
  },
  hosts: [],
  signInHosts: ['accounts.google.com', 'github.com', 'gitlab.com', 'appleid.apple.com'],
  aliases: ['zulipchat', 'zulip chat'],
  category: 'self-hosted',
  userAgent: {
    kind: 'chrome',
  },
  // web/src/message_notifications.ts. Of several the number comes first: "3 messages from …".
  notificationForms: [
    { title: /^(?:\d+ messages from )?(?<sender>.+?) \(#(?<channel>.+?) > .+\)$/u, kind: 'public' },
    { title: /^(?:\d+ messages from )?(?<sender>.+?) \(to you\)$/u, kind: 'direct' },
    { title: /^(?:\d+ messages from )?(?<sender>.+?) \((?<channel>to you and .+)\)$/u, kind: 'group' },
  ],
  popularRank: 6,
};
