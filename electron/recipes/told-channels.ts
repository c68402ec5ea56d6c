import type { Channel, ChannelId } from '../core/model/channel';

/** What a connection told of channels. */
export interface ToldChannels {
  readonly ids: () => readonly ChannelId[];
  /** True where it is not as it was told last; from now on it is. */
  readonly isNew: (channel: Channel) => boolean;
  /** How much was unread there; 0 where nothing was told of it. */
  readonly unreadOf: (id: ChannelId) => number;
  /** Forgets one that is gone; false where it never was told. */
  readonly forget: (id: ChannelId) => boolean;
}

/** Creates it for one connection, which told nothing yet. */
export function createToldChannels(): ToldChannels {
  const told = new Map<ChannelId, { readonly text: string; readonly unread: number }>();
  return {
    ids: () => [...told.keys()],
    isNew: (channel) => {
      const text = JSON.stringify(channel);
      if (told.get(channel.id)?.text === text) return false;
      told.set(channel.id, { text, unread: channel.unread });
      return true;
    },
    unreadOf: (id) => told.get(id)?.unread ?? 0,
    forget: (id) => told.delete(id),
  };
}
