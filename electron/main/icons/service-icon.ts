import type { ServiceId } from '../../core/model/service';
import { selectService } from '../../core/state/selectors';
import { veil } from '../../core/state/veil';
import type { AppStore } from '../store/app-store';
import type { IconStore } from './icon-store';

/** Gives the picture of a service as PNG: the one the person chose, else the site's own; `undefined` for the recipe's, and for all while it is locked. */
export const createServiceIconFinder =
  (store: Pick<AppStore, 'getState'>, icons: Pick<IconStore, 'read'>) =>
  async (serviceId: ServiceId): Promise<Uint8Array | undefined> => {
    const service = selectService(veil(store.getState()), serviceId);
    switch (service?.icon.kind) {
      case 'chosen':
        return Buffer.from(service.icon.dataUrl.slice(service.icon.dataUrl.indexOf(',') + 1), 'base64');
      case 'site':
        return icons.read(serviceId);
      default:
        return undefined;
    }
  };
