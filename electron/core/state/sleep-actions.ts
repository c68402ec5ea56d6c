import type { ServiceId } from '../model/service';
import type { BusyReason } from '../model/sleep';

/** What decides whether a service's page may go. */
export type SleepAction =
  /** Something in a page of the service must not be ended, or is over. */
  | {
      readonly kind: 'busy-changed';
      readonly serviceId: ServiceId;
      readonly reason: BusyReason;
      readonly isOn: boolean;
    }
  | {
      readonly kind: 'resources-sampled';
      readonly nowMs: number;
      readonly bytesByService: Readonly<Record<ServiceId, number>>;
      readonly machineBytes: number;
      readonly isPressed: boolean;
      readonly isOnBattery: boolean;
    }
  /** A picture of what the person saw last of the service is there, the one of that number; 0: none is any more. */
  | { readonly kind: 'still-changed'; readonly serviceId: ServiceId; readonly version: number };
