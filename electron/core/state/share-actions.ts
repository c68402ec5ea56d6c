import type { DeviceChoice, KnownDevices } from '../model/devices';
import type { ServiceId } from '../model/service';
import type { Share } from '../model/share';

/** What pages see of the screen, and which camera and microphone they get. */
export type ShareAction =
  | { readonly kind: 'share-begun'; readonly serviceId: ServiceId; readonly share: Share }
  | { readonly kind: 'share-ended'; readonly serviceId: ServiceId; readonly shareId: string }
  /** The person wants it to end; null: all there is. */
  | { readonly kind: 'share-stop-requested'; readonly serviceId: ServiceId | null }
  /** A page of the service says what cameras and microphones there are. */
  | { readonly kind: 'devices-heard'; readonly serviceId: ServiceId; readonly devices: KnownDevices }
  | { readonly kind: 'service-devices-set'; readonly serviceId: ServiceId; readonly devices: DeviceChoice };
