import type { Channel } from '../../core/model/channel';
import type { HeardNotification, ListenPort } from '../listening';
import type { Memory } from './listener-memory';
import type { Rooms } from './listener-rooms';

/** What changes at once is told at once. */
const SETTLE_MS = 50;

/** Tells what was heard: each channel that changed, before what is notified of it. */
export interface Telling {
  /** All channels; from then on what changes is told. */
  readonly tellAll: () => void;
  /** A room may have changed. */
  readonly touch: (rid: string | undefined) => void;
  readonly touchAll: () => void;
  /** Tells it unless it was told before. */
  readonly notify: (heard: HeardNotification) => void;
  /** Tells what is still to be told, and remembers all. */
  readonly flush: () => void;
}

/** Creates it; `raw` is what channels are read by beside their rooms. */
export function createTelling(
  rooms: Rooms,
  memory: Memory,
  raw: () => unknown,
  port: Pick<ListenPort, 'tell' | 'remember' | 'after' | 'nowMs'>,
): Telling {
  const dirty = new Set<string>();
  /** By channel: how much was unread when it was last told. */
  const unread = new Map<string, number>();
  const now: { isTold: boolean; callOff: (() => void) | undefined } = { isTold: false, callOff: undefined };

  const tellChanged = (): void => {
    now.callOff?.();
    now.callOff = undefined;
    if (!now.isTold || dirty.size === 0) return;
    const channels: Channel[] = [];
    const gone: string[] = [];
    const read: string[] = [];
    for (const rid of dirty) {
      const channel = rooms.toChannel(rid, raw());
      if (channel === undefined) {
        if (unread.delete(rid)) gone.push(rid);
        continue;
      }
      if (channel.unread === 0 && (unread.get(rid) ?? 0) > 0) read.push(rid);
      unread.set(rid, channel.unread);
      channels.push(channel);
    }
    dirty.clear();
    if (channels.length > 0 || gone.length > 0) port.tell({ kind: 'channels-changed', channels, gone });
    for (const channelId of read) port.tell({ kind: 'read', channelId });
  };
  const flush = (): void => {
    tellChanged();
    if (now.isTold) port.remember(memory.toResume());
  };
  const touch = (rid: string | undefined): void => {
    if (rid === undefined) return;
    dirty.add(rid);
    if (now.isTold) now.callOff ??= port.after(SETTLE_MS, flush);
  };
  return {
    tellAll: () => {
      const channels = rooms.all().flatMap(({ rid }) => rooms.toChannel(rid, raw()) ?? []);
      for (const channel of channels) unread.set(channel.id, channel.unread);
      dirty.clear();
      now.isTold = true;
      port.tell({ kind: 'channels', channels });
    },
    touch,
    touchAll: () => rooms.all().forEach(({ rid }) => touch(rid)),
    notify: (heard) => {
      if (memory.heard.has(heard.messageId)) return;
      memory.heard.add(heard.messageId, port.nowMs());
      tellChanged();
      port.tell(heard);
      port.remember(memory.toResume());
    },
    flush,
  };
}
