import type { ServiceId } from '../model/service';
import type { SleepMode } from '../model/sleep-settings';
import type { BusyReason } from '../model/sleep';

/** Why a sleeping service gets its page back: to be there for the person, or for a look at what is unread. */
export type WakeWhy = 'wanted' | 'check';

/** What decides whether a service's page may go. */
export type SleepAction =
  | { readonly kind: 'service-sleep-mode-set'; readonly serviceId: ServiceId; readonly sleepMode: SleepMode }
  /** Its page is there and the person does not look at it, from now on. */
  | { readonly kind: 'service-left'; readonly serviceId: ServiceId; readonly nowMs: number }
  /** The person looks at it. */
  | { readonly kind: 'service-seen'; readonly serviceId: ServiceId }
  /** The person wants it to sleep now. */
  | { readonly kind: 'sleep-requested'; readonly serviceId: ServiceId }
  /** The person wants all to sleep but the one that is up. */
  | { readonly kind: 'others-sleep-requested' }
  /** The person wants all that sleep to be there. */
  | { readonly kind: 'all-wake-requested' }
  /** It is being made ready for sleep: whoever hears it then begins to. */
  | { readonly kind: 'doze-begun'; readonly serviceId: ServiceId }
  /** It sleeps, or does not after all. */
  | { readonly kind: 'doze-ended'; readonly serviceId: ServiceId }
  | {
      readonly kind: 'wake-requested';
      readonly serviceId: ServiceId;
      readonly why: WakeWhy;
      readonly nowMs: number;
    }
  /** The page that was opened for a look has said what is unread. */
  | { readonly kind: 'service-checked'; readonly serviceId: ServiceId }
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
  /** Its page is loaded anew, because it took so much memory. */
  | {
      readonly kind: 'page-outgrown';
      readonly serviceId: ServiceId;
      readonly bytes: number;
      readonly nowMs: number;
    }
  /** A picture of what the person saw last of the service is there, the one of that number; 0: none is any more. */
  | { readonly kind: 'still-changed'; readonly serviceId: ServiceId; readonly version: number };
