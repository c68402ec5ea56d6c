import type { Channel } from '../model/channel';
import type { KeptCredentials } from '../model/kept-credentials';
import type { ListeningKind } from '../model/listening';
import type { ServiceId } from '../model/service';
import type { ListenConsent } from '../model/sleep-settings';

/** What listeners hear, and what they may. */
export type ListeningAction =
  /** The person says whether it may be listened to; without a yes, what was kept for that is forgotten. */
  | { readonly kind: 'service-listen-set'; readonly serviceId: ServiceId; readonly listen: ListenConsent }
  | {
      readonly kind: 'listening-changed';
      readonly serviceId: ServiceId;
      readonly listening: ListeningKind;
      readonly reason: string;
      readonly nowMs: number;
    }
  /** All channels, as a listener knows them; passed over where the page's own adapter speaks. */
  | { readonly kind: 'channels-heard'; readonly serviceId: ServiceId; readonly channels: readonly Channel[] }
  /** What the person goes by there. */
  | {
      readonly kind: 'own-names-heard';
      readonly serviceId: ServiceId;
      readonly names: readonly string[];
    }
  /** A channel was read elsewhere. */
  | { readonly kind: 'read-heard'; readonly serviceId: ServiceId; readonly channelId: string }
  /** There is something to sign in with, and where the system can seal it, it is kept in the place of what was. */
  | {
      readonly kind: 'credentials-taken';
      readonly serviceId: ServiceId;
      readonly kept: KeptCredentials | undefined;
    }
  | { readonly kind: 'credentials-forgotten'; readonly serviceId: ServiceId };
