import type { Persisted } from '../model/persisted';
import type { Service, ServiceId } from '../model/service';
import { newServiceSession, type AppState, type ServiceSession, type Session } from './app-state';

/** Gives `object` with `changes`, or `object` itself when they change nothing. */
function change<T extends object>(object: T, changes: Partial<T>): T {
  const keys = Object.keys(changes) as (keyof T)[];
  return keys.every((key) => Object.is(object[key], changes[key])) ? object : { ...object, ...changes };
}

export function withPersisted(state: AppState, changes: Partial<Persisted>): AppState {
  const persisted = change(state.persisted, changes);
  return persisted === state.persisted ? state : { ...state, persisted };
}

export function withSession(state: AppState, changes: Partial<Session>): AppState {
  const session = change(state.session, changes);
  return session === state.session ? state : { ...state, session };
}

/** Changes one service; unknown ids change nothing. */
export function withService(state: AppState, serviceId: ServiceId, changes: Partial<Service>): AppState {
  const services = state.persisted.services.map((service) =>
    service.id === serviceId ? change(service, changes) : service,
  );
  const isSame = services.every((service, index) => service === state.persisted.services[index]);
  return isSame ? state : withPersisted(state, { services });
}

/** Changes what is known of one running service; unknown ids change nothing. */
export function withServiceSession(
  state: AppState,
  serviceId: ServiceId,
  changes: Partial<ServiceSession>,
): AppState {
  if (!state.persisted.services.some((service) => service.id === serviceId)) return state;
  const before = state.session.services[serviceId] ?? newServiceSession;
  const after = change(before, changes);
  return after === before
    ? state
    : withSession(state, { services: { ...state.session.services, [serviceId]: after } });
}
