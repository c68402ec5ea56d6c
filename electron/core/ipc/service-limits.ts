/** Longest texts kept of what a page says, in UTF-16 units. Longer ones are clipped, longer icons dropped. */
export const messageLimits = {
  title: 256,
  body: 2048,
  tag: 512,
  name: 64,
  url: 2048,
  dataUrl: 65_536,
  state: 131_072,
  /** Whole message as JSON text; anything longer is refused unread. */
  wire: 262_144,
  /** The same for a message that tells of channels. */
  channelsWire: 1_048_576,
  channels: 2000,
  channelId: 300,
  channelName: 120,
  messageId: 120,
  /** Names the person goes by there. */
  ownNames: 20,
  reason: 200,
  actions: 3,
  /** Texts that make a sign-in; how long each may be. */
  credentials: 20,
  credential: 8192,
} as const;

/** The channels between a service page's preload and main. */
export const serviceChannels = { message: 'service:message', event: 'service:event' } as const;

/** Argument of a service page's process that names its recipe. */
export const RECIPE_ARGUMENT = '--foyer-recipe=';
