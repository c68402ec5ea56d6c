import { messageLimits } from '../core/ipc/service-limits';
import type { Channel } from '../core/model/channel';
import type { ListenPort } from './listening';
import { createNamesTeller } from './tell-names';

/** Tells what a listener knows of channels: all of them the first time, then those that changed. */
export interface ChannelTeller {
  readonly tell: (known: KnownChannels) => void;
  /** What was told last of a channel. */
  readonly told: (channelId: string) => Channel | undefined;
}

export interface KnownChannels {
  readonly channels?: readonly Channel[] | undefined;
  readonly abilities?: { readonly ownNames?: readonly string[] | undefined } | undefined;
}

/** Creates one for one connection. Nothing is told twice. */
export function createChannelTeller({ tell }: Pick<ListenPort, 'tell'>): ChannelTeller {
  const texts = new Map<string, string>();
  const last = new Map<string, Channel>();
  const now = { isFirst: true };
  const tellNames = createNamesTeller({ tell });
  const tellChanges = (channels: readonly Channel[]): void => {
    const ids = new Set(channels.map(({ id }) => id));
    const gone = [...last.keys()].filter((id) => !ids.has(id));
    for (const id of gone) {
      texts.delete(id);
      last.delete(id);
    }
    const changed = channels.filter((channel) => {
      const text = JSON.stringify(channel);
      if (texts.get(channel.id) === text) return false;
      texts.set(channel.id, text);
      last.set(channel.id, channel);
      return true;
    });
    const { isFirst } = now;
    now.isFirst = false;
    if (isFirst) tell({ kind: 'channels', channels });
    else if (changed.length > 0 || gone.length > 0)
      tell({ kind: 'channels-changed', channels: changed, ...(gone.length > 0 ? { gone } : {}) });
  };
  return {
    tell: ({ channels = [], abilities }) => {
      tellNames(abilities?.ownNames ?? []);
      tellChanges(channels.slice(0, messageLimits.channels));
    },
    told: (channelId) => last.get(channelId),
  };
}
