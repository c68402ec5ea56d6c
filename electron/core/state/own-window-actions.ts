import type { OwnWindowState } from '../model/own-window';
import type { ServiceId } from '../model/service';
import type { WindowPlace } from '../model/window';

/** What happens to services in windows of their own. */
export type OwnWindowAction =
  /** The person wants the service in a window of its own. */
  | { readonly kind: 'own-window-opened'; readonly serviceId: ServiceId }
  /** The person wants it back, or closed its window. */
  | { readonly kind: 'own-window-closed'; readonly serviceId: ServiceId }
  /** The person finds in its page: there is a line for it in that window. */
  | { readonly kind: 'own-find-opened'; readonly serviceId: ServiceId }
  | { readonly kind: 'own-find-closed'; readonly serviceId: ServiceId }
  | { readonly kind: 'own-window-placed'; readonly serviceId: ServiceId; readonly place: WindowPlace }
  | { readonly kind: 'own-window-changed'; readonly serviceId: ServiceId; readonly window: OwnWindowState };
