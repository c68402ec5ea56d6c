import { messageLimits } from '../core/ipc/service-limits';
import type { Channel } from '../core/model/channel';
import type { ListenPort } from './listening';
import { createNamesTeller } from './tell-names';
import { createToldChannels, type ToldChannels } from './told-channels';

/** Tells what a listener knows of channels: all of them the first time, then those that changed. */
export interface ChannelTeller {
  readonly tell: (known: KnownChannels) => void;
  /** How much was unread of a channel when it was told last; 0 where it was not. */
  readonly unreadOf: ToldChannels['unreadOf'];
}

export interface KnownChannels {
  readonly channels?: readonly Channel[] | undefined;
  readonly abilities?: { readonly ownNames?: readonly string[] | undefined } | undefined;
}

/** Creates one for one connection. Nothing is told twice. */
export function createChannelTeller({ tell }: Pick<ListenPort, 'tell'>): ChannelTeller {
  const told = createToldChannels();
  const now = { isFirst: true };
  const tellNames = createNamesTeller({ tell });
  const tellChanges = (channels: readonly Channel[]): void => {
    const ids = new Set(channels.map(({ id }) => id));
    const gone = told.ids().filter((id) => !ids.has(id) && told.forget(id));
    const changed = channels.filter(told.isNew);
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
    unreadOf: told.unreadOf,
  };
}
