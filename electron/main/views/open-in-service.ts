import type { ServiceId } from '../../core/model/service';
import type { AppStore } from '../store/app-store';

/** Goes to a service and loads an address of its own in its page. */
export function openInService(store: Pick<AppStore, 'dispatch'>, serviceId: ServiceId, url: string): void {
  store.dispatch({ kind: 'service-activated', serviceId });
  store.dispatch({ kind: 'page-address-requested', serviceId, url });
}
