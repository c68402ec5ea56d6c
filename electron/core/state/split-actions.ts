import type { ServiceId } from '../model/service';

/** What the person did with two services side by side. */
export type SplitAction =
  /** Shows a service beside the one that is up, in place of the one that was there; it gets the keyboard. */
  | { readonly kind: 'split-opened'; readonly serviceId: ServiceId }
  /** Puts the side of that service away: the other has all the room. */
  | { readonly kind: 'split-closed'; readonly serviceId: ServiceId }
  | { readonly kind: 'split-swapped' }
  /** The first side takes so much of the room. */
  | { readonly kind: 'split-shared'; readonly share: number };
