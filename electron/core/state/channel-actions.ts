import type { AdapterAbilities, Connection, ServerInfo } from '../model/adapter';
import type { Channel } from '../model/channel';
import type { Level } from '../model/rule';
import type { ServiceId } from '../model/service';

/** What adapters say, and what they are asked for. */
export type ChannelAction =
  | {
      readonly kind: 'channels-reported';
      readonly serviceId: ServiceId;
      readonly channels: readonly Channel[];
      /** Left out, it can do nothing more. */
      readonly abilities?: AdapterAbilities;
    }
  | {
      readonly kind: 'sign-in-reported';
      readonly serviceId: ServiceId;
      readonly isSignedIn: boolean;
      readonly server: ServerInfo | undefined;
    }
  | {
      readonly kind: 'connection-reported';
      readonly serviceId: ServiceId;
      readonly connection: Connection;
      readonly nowMs: number;
    }
  | { readonly kind: 'adapter-failed'; readonly serviceId: ServiceId; readonly reason: string }
  /** The person wants a channel on screen. */
  | {
      readonly kind: 'channel-open-requested';
      readonly serviceId: ServiceId;
      readonly channelId: string;
      readonly trailAt?: number;
    }
  /** The person wants the server to notify so much of a channel. */
  | {
      readonly kind: 'channel-mute-requested';
      readonly serviceId: ServiceId;
      readonly channelId: string;
      readonly level: Level;
    }
  /** The person has read a channel, wherever that was, and wants its server to know. */
  | { readonly kind: 'channel-read-requested'; readonly serviceId: ServiceId; readonly channelId: string }
  /** The same of all channels of a service. */
  | { readonly kind: 'service-read-requested'; readonly serviceId: ServiceId }
  /** The server had its time for it: as it is now is how it stays. */
  | { readonly kind: 'channel-mute-settled'; readonly serviceId: ServiceId; readonly channelId: string };
