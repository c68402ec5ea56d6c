import { moveItem } from '../model/move-item';
import { PERMISSIONS_MAX, toOwnNames, toServiceName, type Service, type ServiceId } from '../model/service';
import type { RuleScope } from '../model/rule';
import { findStorageId, isOwnStorageTaken, ownStorageIdOf, storagesOf } from '../model/storage-group';
import type { ServiceAction } from './actions';
import { newServiceSession, type AppState, type RemovedService } from './app-state';
import {
  addNotice,
  nothingCalledUp,
  withPersisted,
  withService,
  withSession,
  withoutNotice,
  withoutRemovals,
  withoutNotifications,
  withoutPrompts,
  withoutSignIns,
} from './change';
import { isServiceKnown, isServiceThere, knownServices } from './is-service';
import { joinWorkspace, moveInWorkspace, withoutWorkspaces } from './reduce-workspaces';
import { muteThereNoticeId } from './server-mutes';

/** Applies what the person did with their services. */
export function reduceServices(state: AppState, action: ServiceAction): AppState {
  switch (action.kind) {
    case 'service-added':
      return addNew(state, action.service);
    case 'service-renamed': {
      const name = toServiceName(action.name);
      return name === undefined ? state : withService(state, action.serviceId, { name });
    }
    case 'service-icon-chosen':
      return withService(state, action.serviceId, { icon: action.icon });
    case 'service-moved':
      return moveService(state, action.serviceId, action.toIndex);
    case 'service-enabled-set':
      return setEnabled(state, action.serviceId, action.enabled);
    case 'service-count-set':
      return withService(state, action.serviceId, { countInTotal: action.countInTotal });
    case 'service-downloads-set':
      return withService(state, action.serviceId, { downloads: action.downloads });
    case 'service-text-kept-set':
      return withService(state, action.serviceId, { keepText: action.keepText });
    case 'service-mute-there-set':
      return withService(withoutNotice(state, muteThereNoticeId(action.serviceId)), action.serviceId, {
        muteThere: action.muteThere,
      });
    case 'service-own-names-set':
      return withService(state, action.serviceId, { ownNames: toOwnNames(action.ownNames) });
    case 'service-storage-set':
      return setStorage(state, action);
    case 'service-removed':
      return removeService(state, action.serviceId);
    case 'service-removal-undone':
      return undoRemoval(state, action.serviceId);
    case 'service-removal-final':
      return withSession(
        withoutTraces(state, action.serviceId),
        withoutRemovals(state.session, new Set([action.serviceId])),
      );
    case 'service-activated':
      return activate(state, action.serviceId);
    case 'permission-decided':
    case 'permission-revoked':
      return changePermission(state, action);
  }
}

/** One that is new joins the workspace that is up. */
function addNew(state: AppState, service: Service): AppState {
  const added = addService(state, service, state.persisted.services.length, true);
  return added === state ? state : joinWorkspace(added, service.id);
}

function addService(state: AppState, service: Service, index: number, asActive: boolean): AppState {
  if (isServiceThere(state, service.id)) return state;
  // Where there are services one is active, also when an inactive one comes back to an emptied bar.
  const activate = asActive || state.persisted.activeServiceId === null;
  const services = state.persisted.services.toSpliced(index, 0, service);
  const added = withPersisted(state, activate ? { services, activeServiceId: service.id } : { services });
  const session = { services: { ...state.session.services, [service.id]: newServiceSession } };
  return withSession(added, activate ? { ...session, page: 'service' } : session);
}

/** Moves it on the bar: in the workspace that is up, else among all. */
function moveService(state: AppState, serviceId: ServiceId, toIndex: number): AppState {
  const inWorkspace = moveInWorkspace(state, serviceId, toIndex);
  if (inWorkspace !== undefined) return inWorkspace;
  const { services } = state.persisted;
  const from = services.findIndex((service) => service.id === serviceId);
  return withPersisted(state, { services: moveItem(services, from, toIndex) });
}

function setEnabled(state: AppState, serviceId: ServiceId, enabled: boolean): AppState {
  const changed = withService(state, serviceId, { enabled });
  if (changed === state) return state;
  const { [serviceId]: session = newServiceSession, ...others } = state.session.services;
  const kept = { ...newServiceSession, siteIconVersion: session.siteIconVersion };
  return withoutAsks(withSession(changed, { services: { ...others, [serviceId]: kept } }), serviceId);
}

/** What it uses is named itself, never a way to it: what becomes of the other one later moves nobody. */
function setStorage(
  state: AppState,
  { serviceId, withId, freshId }: Extract<ServiceAction, { readonly kind: 'service-storage-set' }>,
): AppState {
  const { services } = state.persisted;
  const service = services.find(({ id }) => id === serviceId);
  if (service === undefined || (withId !== null && !isServiceThere(state, withId))) return state;
  const known = knownServices(state);
  if (withId === null && isOwnStorageTaken(known, service))
    // They stay signed in where they are; what it began is theirs, also of one whose removal is undone later.
    return storagesOf(known).has(freshId) || isServiceKnown(state, freshId)
      ? state
      : withService(state, serviceId, { storageOf: null, ownStorage: freshId });
  const own = ownStorageIdOf(service);
  const storageId = withId === null ? own : findStorageId(services, withId);
  return withService(state, serviceId, { storageOf: storageId === own ? null : storageId });
}

function removeService(state: AppState, serviceId: ServiceId): AppState {
  const { services, activeServiceId } = state.persisted;
  const index = services.findIndex((service) => service.id === serviceId);
  const service = services[index];
  if (service === undefined) return state;
  const left = services.toSpliced(index, 1);
  const wasActive = activeServiceId === serviceId;
  const neighbour = left[Math.min(index, left.length - 1)]?.id ?? null;
  const persisted = { services: left, activeServiceId: wasActive ? neighbour : activeServiceId };
  const { [serviceId]: _gone, ...sessions } = state.session.services;
  const removed: RemovedService = { service, index, wasActive };
  return withSession(withoutAsks(withPersisted(state, persisted), serviceId), {
    services: sessions,
    removed: [...withoutRemoved(state, serviceId), removed],
    notices: addNotice(state.session.notices, {
      kind: 'service-removed',
      id: removalNoticeId(serviceId),
      serviceId,
      name: service.name,
    }),
  });
}

/** Nothing of a service that is gone or off is left before the person. */
const withoutAsks = (state: AppState, serviceId: ServiceId): AppState =>
  withoutNotifications(withoutPrompts(state, serviceId), serviceId);

const withoutRemoved = (state: AppState, serviceId: ServiceId): readonly RemovedService[] =>
  state.session.removed.filter((removed) => removed.service.id !== serviceId);

const removalNoticeId = (serviceId: ServiceId): string => `removed-${serviceId}`;

function undoRemoval(state: AppState, serviceId: ServiceId): AppState {
  const removed = state.session.removed.find((one) => one.service.id === serviceId);
  if (removed === undefined) return state;
  const restored = addService(state, removed.service, removed.index, removed.wasActive);
  return withSession(restored, withoutRemovals(state.session, new Set([serviceId])));
}

/** The rules and sign-ins of a service, and its place in workspaces, are kept for as long as its removal can be undone. */
function withoutTraces(state: AppState, serviceId: ServiceId): AppState {
  const { rules, temporaryRules, patterns, serverMutes, tweaks, linkRules } = state.persisted;
  if (isServiceThere(state, serviceId)) return state;
  const isLeft = ({ scope }: { readonly scope: RuleScope }): boolean =>
    scope.kind === 'everywhere' || scope.serviceId !== serviceId;
  return withPersisted(withoutSignIns(withoutWorkspaces(state, serviceId), serviceId), {
    rules: rules.filter(isLeft),
    temporaryRules: temporaryRules.filter(isLeft),
    patterns: patterns.filter((pattern) => pattern.serviceId !== serviceId),
    serverMutes: serverMutes.filter((mute) => mute.serviceId !== serviceId),
    downloads: state.persisted.downloads.filter((download) => download.serviceId !== serviceId),
    tweaks: tweaks.filter((one) => one.serviceId !== serviceId),
    ownWindows: state.persisted.ownWindows.filter((one) => one.serviceId !== serviceId),
    linkRules: linkRules.filter((one) => one.serviceId !== serviceId),
  });
}

function activate(state: AppState, serviceId: ServiceId): AppState {
  if (!isServiceThere(state, serviceId)) return state;
  return withSession(withPersisted(state, { activeServiceId: serviceId }), {
    page: 'service',
    ...nothingCalledUp,
  });
}

function changePermission(
  state: AppState,
  action: Extract<ServiceAction, { kind: 'permission-decided' | 'permission-revoked' }>,
): AppState {
  const service = state.persisted.services.find((one) => one.id === action.serviceId);
  if (service === undefined) return state;
  const { origin, permission } = action;
  const others = service.permissions.filter((one) => one.origin !== origin || one.permission !== permission);
  const permissions =
    action.kind === 'permission-revoked'
      ? others
      : [...others, { origin, permission, decision: action.decision, decidedAtMs: action.decidedAtMs }].slice(
          -PERMISSIONS_MAX,
        );
  return withService(state, action.serviceId, { permissions });
}
