import type { Service, ServiceId } from '../model/service';
import { nothingKnown, selectUnread, sumUnread, type Unread } from '../model/unread';
import { newServiceSession, type AppState, type ServiceSession } from './app-state';

export const selectService = (state: AppState, serviceId: ServiceId): Service | undefined =>
  state.persisted.services.find((service) => service.id === serviceId);

export const selectServiceSession = (state: AppState, serviceId: ServiceId): ServiceSession =>
  state.session.services[serviceId] ?? newServiceSession;

/** Gives the service whose page is, or would be, in the page area. */
export function selectActiveService(state: AppState): Service | undefined {
  const { activeServiceId } = state.persisted;
  return activeServiceId === null ? undefined : selectService(state, activeServiceId);
}

/** Gives what is unread in one service; a disabled one has nothing. */
export function selectServiceUnread(state: AppState, service: Service): Unread {
  return service.enabled ? selectUnread(selectServiceSession(state, service.id).reports) : nothingKnown;
}

/** Gives the total over all services that count, whatever is displayed. */
export const selectTotalUnread = (state: AppState): { readonly direct: number; readonly indirect: boolean } =>
  sumUnread(
    state.persisted.services
      .filter((service) => service.enabled && service.countInTotal)
      .map((service) => selectServiceUnread(state, service)),
  );

/** True while the person can see this service's page: window shown and focused, page on top. */
export const isOnScreen = (state: AppState, serviceId: ServiceId): boolean =>
  state.session.window.visible &&
  state.session.window.focused &&
  state.session.page === 'service' &&
  state.persisted.activeServiceId === serviceId;
