import type { Service, ServiceId } from '../../../core/model/service';
import { selectServiceSession } from '../../../core/state/selectors';
import type { AppState } from '../../../core/state/app-state';
import type { AppStore, Stop } from '../../store/app-store';
import type { Picture } from '../../icons/picture';

/** The services' own pictures, kept at hand. */
export interface ServicePictures {
  readonly find: (serviceId: ServiceId) => Picture | undefined;
  readonly stop: Stop;
}

interface Look {
  readonly service: Service;
  readonly siteIconVersion: number;
}

/** Keeps the picture of each service at hand: loaded when it was added, and anew when its icon changed. */
export function startServicePictures(
  store: AppStore,
  load: (service: Service) => Promise<Picture | undefined>,
): ServicePictures {
  const looks = new Map<ServiceId, Look>();
  const pictures = new Map<ServiceId, Picture | undefined>();

  const refresh = (wanted: readonly Look[]): void => {
    for (const look of wanted) {
      const { id } = look.service;
      const before = looks.get(id);
      if (before !== undefined && isSameLook(before, look)) continue;
      looks.set(id, look);
      load(look.service).then(
        (picture) => {
          // An icon changed twice may come back in the wrong order.
          if (looks.get(id) === look) pictures.set(id, picture);
        },
        () => undefined,
      );
    }
    for (const id of looks.keys())
      if (!wanted.some((look) => look.service.id === id)) {
        looks.delete(id);
        pictures.delete(id);
      }
  };

  const stop = store.watch(selectLooks, refresh, areSameLooks);
  return { find: (serviceId) => pictures.get(serviceId), stop };
}

const selectLooks = (state: AppState): readonly Look[] =>
  state.persisted.services.map((service) => ({
    service,
    siteIconVersion: selectServiceSession(state, service.id).siteIconVersion,
  }));

const isSameLook = (a: Look, b: Look): boolean =>
  a.service.id === b.service.id &&
  a.service.icon === b.service.icon &&
  a.service.recipeId === b.service.recipeId &&
  a.siteIconVersion === b.siteIconVersion;

const areSameLooks = (a: readonly Look[], b: readonly Look[]): boolean =>
  a.length === b.length && a.every((look, index) => b[index] !== undefined && isSameLook(look, b[index]));
