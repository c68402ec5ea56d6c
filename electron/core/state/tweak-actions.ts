import type { ServiceId } from '../model/service';
import type { TweakChanges } from '../model/tweaks';

/** What the person changed of the pages of services. */
export type TweakAction =
  | { readonly kind: 'service-tweaked'; readonly serviceId: ServiceId; readonly changes: TweakChanges }
  /** Its name and password was refused, or it is not wanted any more. */
  | { readonly kind: 'proxy-login-forgotten'; readonly serviceId: ServiceId };

/** What a service's pages stored is to go. */
export type ClearingAction =
  /** Signs out: `cookies` alone, or everything that was stored. */
  | {
      readonly kind: 'data-clearing-requested';
      readonly serviceId: ServiceId;
      readonly what: 'cookies' | 'everything';
    }
  /** What can be fetched again; who is signed in stays so. */
  | { readonly kind: 'cache-clearing-requested'; readonly serviceId: ServiceId };
