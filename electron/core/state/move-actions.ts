import type { KeySettings } from '../model/key-settings';
import type { ServiceId } from '../model/service';
import type { Surface } from './app-state';

/** What is done by key beside going somewhere, and what the person set about keys. */
export type MoveAction =
  | { readonly kind: 'surface-shown'; readonly surface: Surface }
  | { readonly kind: 'surface-closed' }
  /** One on (1) or back (-1) in the list of where one was last; begins it. */
  | { readonly kind: 'switching-stepped'; readonly step: 1 | -1 }
  /** It is held long enough to be shown. */
  | { readonly kind: 'switching-listed' }
  /** Without going anywhere. */
  | { readonly kind: 'switching-ended' }
  | { readonly kind: 'service-zoomed'; readonly serviceId: ServiceId; readonly zoomPercent: number }
  | { readonly kind: 'services-reload-requested' }
  | { readonly kind: 'keys-changed'; readonly keys: Partial<KeySettings> }
  /** Keys of the app's that this service's pages keep. */
  | {
      readonly kind: 'service-keys-kept-set';
      readonly serviceId: ServiceId;
      readonly ownKeys: readonly string[];
    };
