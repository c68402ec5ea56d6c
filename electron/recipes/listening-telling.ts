import type { Channel, ChannelId } from '../core/model/channel';
import type { HeardNotification, ListenPort } from './listening';
import type { Memory } from './listening-memory';
import { createToldChannels } from './told-channels';

/** What changes at once is told at once. */
const SETTLE_MS = 50;

/** What is told of. */
export interface Told {
  readonly ids: () => readonly ChannelId[];
  /** Gives what reads channels as they are now; undefined for one that is in no list. */
  readonly reader: () => (id: ChannelId) => Channel | undefined;
  /** What the next connection needs: plain JSON, new each time. */
  readonly toResume: () => object;
}

/** Tells what was heard: each channel that changed, before what is notified of it. */
export interface Telling {
  /** All channels; from then on what changes is told. */
  readonly tellAll: () => void;
  /** A channel may have changed. */
  readonly touch: (id: ChannelId | undefined) => void;
  readonly touchAll: () => void;
  /** Tells it unless it was told before. */
  readonly notify: (heard: HeardNotification) => void;
  /** Tells what is still to be told, and remembers all. */
  readonly flush: () => void;
}

/** Creates it. */
export function createTelling(
  { ids, reader, toResume }: Told,
  memory: Pick<Memory, 'heard'>,
  port: Pick<ListenPort, 'tell' | 'remember' | 'after' | 'nowMs'>,
): Telling {
  const dirty = new Set<ChannelId>();
  const told = createToldChannels();
  const now: { isTold: boolean; callOff: (() => void) | undefined } = { isTold: false, callOff: undefined };

  const tellChanged = (): void => {
    now.callOff?.();
    now.callOff = undefined;
    if (!now.isTold || dirty.size === 0) return;
    const channels: Channel[] = [];
    const gone: ChannelId[] = [];
    const read: ChannelId[] = [];
    const readChannel = reader();
    for (const id of dirty) {
      const channel = readChannel(id);
      if (channel === undefined) {
        if (told.forget(id)) gone.push(id);
        continue;
      }
      if (channel.unread === 0 && told.unreadOf(id) > 0) read.push(id);
      if (told.isNew(channel)) channels.push(channel);
    }
    dirty.clear();
    if (channels.length > 0 || gone.length > 0) port.tell({ kind: 'channels-changed', channels, gone });
    for (const channelId of read) port.tell({ kind: 'read', channelId });
  };
  const flush = (): void => {
    tellChanged();
    if (now.isTold) port.remember(toResume());
  };
  const touch = (id: ChannelId | undefined): void => {
    if (id === undefined) return;
    dirty.add(id);
    if (now.isTold) now.callOff ??= port.after(SETTLE_MS, flush);
  };
  return {
    tellAll: () => {
      const readChannel = reader();
      const channels = ids().flatMap((id) => readChannel(id) ?? []);
      channels.forEach(told.isNew);
      dirty.clear();
      now.isTold = true;
      port.tell({ kind: 'channels', channels });
    },
    touch,
    // Those that are gone too.
    touchAll: () => [...told.ids(), ...ids()].forEach(touch),
    notify: (heard) => {
      if (memory.heard.has(heard.messageId)) return;
      memory.heard.add(heard.messageId, port.nowMs());
      tellChanged();
      port.tell(heard);
      port.remember(toResume());
    },
    flush,
  };
}
