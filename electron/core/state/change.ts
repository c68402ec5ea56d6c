import { isSame } from '../model/is-same';
import type { Notice } from '../model/notice';
import type { Persisted } from '../model/persisted';
import type { Service, ServiceId } from '../model/service';
import { newServiceSession, type AppState, type ServiceSession, type Session } from './app-state';
import { isServiceOn, isServiceThere } from './is-service';

/** Gives `object` with `changes`, or `object` itself when they change nothing; what is the same keeps its identity. */
function change<T extends object>(object: T, changes: Partial<T>): T {
  const changed = { ...object, ...changes };
  const keys = Object.keys(changed) as (keyof T)[];
  const different = keys.filter((key) => {
    if (!isSame(object[key], changed[key])) return true;
    changed[key] = object[key];
    return false;
  });
  return different.length === 0 ? object : changed;
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
  if (!isServiceThere(state, serviceId)) return state;
  const before = state.session.services[serviceId] ?? newServiceSession;
  const after = change(before, changes);
  return after === before
    ? state
    : withSession(state, { services: { ...state.session.services, [serviceId]: after } });
}

/** What of a session is other once the removals of these services are over: undone, final, or replaced by services that came. */
export const withoutRemovals = (
  { removed, notices }: Session,
  ids: ReadonlySet<ServiceId>,
): Pick<Session, 'removed' | 'notices'> => ({
  removed: removed.filter(({ service }) => !ids.has(service.id)),
  notices: notices.filter((notice) => notice.kind !== 'service-removed' || !ids.has(notice.serviceId)),
});

/** Takes away the questions of a service: what asked them is gone. */
export const withoutPrompts = (state: AppState, serviceId: ServiceId): AppState =>
  withSession(state, { prompts: state.session.prompts.filter((prompt) => prompt.serviceId !== serviceId) });

/** Forgets what a service is listened to with. */
export const withoutCredentials = (state: AppState, serviceId: ServiceId): AppState =>
  withServiceSession(
    withPersisted(state, {
      credentials: state.persisted.credentials.filter((kept) => kept.serviceId !== serviceId),
    }),
    serviceId,
    { canSignIn: false },
  );

/** Forgets what a service was told to sign in with by itself, and what it is listened to with. */
export const withoutSignIns = (state: AppState, serviceId: ServiceId): AppState =>
  withoutCredentials(
    withPersisted(state, {
      logins: state.persisted.logins.filter((login) => login.serviceId !== serviceId),
      ownCertificates: state.persisted.ownCertificates.filter((own) => own.serviceId !== serviceId),
    }),
    serviceId,
  );

/** Takes the notifications of a service off the desktop. */
export const withoutNotifications = (state: AppState, serviceId: ServiceId): AppState =>
  withSession(state, {
    notifications: state.session.notifications.filter((one) => one.serviceId !== serviceId),
  });

/** What only the present page's adapter says. */
export const untold = {
  adapter: newServiceSession.adapter,
  connection: undefined,
  openChannelId: undefined,
} as const;

/** Forgets what was said by the account that a service had: it has another one, or none. */
export const withoutAccount = (state: AppState, serviceId: ServiceId): AppState =>
  withServiceSession(withoutNotifications(state, serviceId), serviceId, {
    reports: {},
    ...untold,
    channels: undefined,
    server: undefined,
    title: '',
    listening: newServiceSession.listening,
    heardNames: [],
  });

/** Most notices kept; older ones give way. */
export const NOTICES_MAX = 5;

/** Adds a notice at the end; one with the same id, or the oldest beyond {@link NOTICES_MAX}, gives way. */
export const addNotice = (notices: readonly Notice[], added: Notice): readonly Notice[] =>
  [...notices.filter((one) => one.id !== added.id), added].slice(-NOTICES_MAX);

/** Whoever goes somewhere has put away what a key called up. */
export const nothingCalledUp = { surface: undefined, switching: undefined } as const;

/** Brings a service to the front, over settings and menus; one that is off or gone is not. */
export function focusService(state: AppState, serviceId: string): AppState {
  if (!isServiceOn(state, serviceId)) return state;
  return withSession(withPersisted(state, { activeServiceId: serviceId }), {
    page: 'service',
    overlayOpen: false,
    ...nothingCalledUp,
  });
}

export const withoutNotice = (state: AppState, noticeId: string): AppState =>
  withSession(state, { notices: state.session.notices.filter(({ id }) => id !== noticeId) });
