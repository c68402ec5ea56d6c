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
  // Over https its cookies are for the host alone. The listener finds out whether they are of a session.
  listening: {
    cookies: ['__Host-sessionid?', '__Host-csrftoken?', 'sessionid?', 'csrftoken?'],
  },
  // web/src/message_notifications.ts. Of several the number comes first: "3 messages from …".
  notificationForms: [
    { title: /^(?:\d+ messages from )?(?<sender>.+?) \(#(?<channel>.+?) > .+\)$/u, kind: 'public' },
    { title: /^(?:\d+ messages from )?(?<sender>.+?) \(to you\)$/u, kind: 'direct' },
    { title: /^(?:\d+ messages from )?(?<sender>.+?) \((?<channel>to you and .+)\)$/u, kind: 'group' },
  ],
  popularRank: 6,
};
