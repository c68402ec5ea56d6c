import type { ServiceId } from '../../core/model/service';
import type { AppStore } from '../store/app-store';
import type { IconStore } from './icon-store';

/** Gives a function that keeps a PNG, given as a data URL, as the picture of a service's site, and tells the state. */
export const createSiteIconKeeper =
  (store: Pick<AppStore, 'dispatch'>, icons: Pick<IconStore, 'write'>, onProblem: (error: unknown) => void) =>
  (serviceId: ServiceId, dataUrl: string): void => {
    const png = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
    icons
      .write(serviceId, png)
      .then(() => store.dispatch({ kind: 'site-icon-changed', serviceId }))
      .catch(onProblem);
  };
