import type { KeySettings, SystemKeyState } from '../model/key-settings';
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
  /** The person is about to press a new key for a command, or no longer. */
  | { readonly kind: 'key-recording-set'; readonly isOn: boolean }
  /** What is looked for in the page is this now. */
  | { readonly kind: 'find-asked'; readonly text: string; readonly matchCase: boolean }
  /** On to the next of what is found (1), or back (-1). */
  | { readonly kind: 'find-stepped'; readonly step: 1 | -1 }
  | { readonly kind: 'find-answered'; readonly at: number; readonly count: number }
  /** The key that works in the whole system was pressed. */
  | { readonly kind: 'system-key-pressed' }
  | { readonly kind: 'system-key-settled'; readonly state: SystemKeyState }
  | { readonly kind: 'keys-changed'; readonly keys: Partial<KeySettings> }
  /** Keys of the app's that this service's pages keep. */
  | {
      readonly kind: 'service-keys-kept-set';
      readonly serviceId: ServiceId;
      readonly ownKeys: readonly string[];
    };
