import { moveItem } from '../model/move-item';
import { toServiceName, type ServiceId } from '../model/service';
import { WORKSPACES_MAX, type Workspace, type WorkspaceId } from '../model/workspace';
import type { AppState } from './app-state';
import { nothingCalledUp, withPersisted, withSession } from './change';
import { isServiceKnown, isServiceThere } from './is-service';
import { selectShowable } from './select-own-windows';
import { selectWorkspace, servicesIn } from './select-workspace';
import type { WorkspaceAction } from './workspace-actions';

/** Applies what the person did with their workspaces. */
export function reduceWorkspaces(state: AppState, action: WorkspaceAction): AppState {
  switch (action.kind) {
    case 'workspace-added':
      return add(state, action.workspace);
    case 'workspace-renamed': {
      const name = toServiceName(action.name);
      return name === undefined ? state : withWorkspace(state, action.workspaceId, { name });
    }
    case 'workspace-removed':
      return remove(state, action.workspaceId);
    case 'workspace-moved':
      return move(state, action.workspaceId, action.toIndex);
    case 'workspace-services-set':
      return withWorkspace(state, action.workspaceId, { serviceIds: known(state, action.serviceIds) });
    case 'workspace-quiet-set':
      return withWorkspace(state, action.workspaceId, { staysQuiet: action.staysQuiet });
    case 'workspace-activated':
      return activate(state, action.workspaceId);
  }
}

function withWorkspace(state: AppState, workspaceId: WorkspaceId, changes: Partial<Workspace>): AppState {
  const workspaces = state.persisted.workspaces.map((workspace) =>
    workspace.id === workspaceId ? { ...workspace, ...changes } : workspace,
  );
  return withPersisted(state, { workspaces });
}

/** Each once, and only services that are there, or could come back. */
const known = (state: AppState, serviceIds: readonly ServiceId[]): readonly ServiceId[] =>
  [...new Set(serviceIds)].filter((id) => isServiceKnown(state, id));

function add(state: AppState, workspace: Workspace): AppState {
  const { workspaces } = state.persisted;
  const name = toServiceName(workspace.name);
  const isThere = workspaces.some(({ id }) => id === workspace.id);
  if (name === undefined || isThere || workspaces.length >= WORKSPACES_MAX) return state;
  const added = { ...workspace, name, serviceIds: known(state, workspace.serviceIds) };
  return withPersisted(state, { workspaces: [...workspaces, added] });
}

/** Its schedules go on for the services it had. */
function remove(state: AppState, workspaceId: WorkspaceId): AppState {
  const { workspaces, activeWorkspaceId, focus } = state.persisted;
  const removed = workspaces.find(({ id }) => id === workspaceId);
  if (removed === undefined) return state;
  const serviceIds = [...removed.serviceIds];
  const schedules = focus.schedules.map((schedule) =>
    schedule.services.kind === 'workspace' && schedule.services.workspaceId === workspaceId
      ? { ...schedule, services: { kind: 'some' as const, serviceIds } }
      : schedule,
  );
  return withPersisted(state, {
    workspaces: workspaces.filter((one) => one !== removed),
    activeWorkspaceId: activeWorkspaceId === workspaceId ? null : activeWorkspaceId,
    focus: { ...focus, schedules },
  });
}

function move(state: AppState, workspaceId: WorkspaceId, toIndex: number): AppState {
  const { workspaces } = state.persisted;
  const from = workspaces.findIndex(({ id }) => id === workspaceId);
  return withPersisted(state, { workspaces: moveItem(workspaces, from, toIndex) });
}

/** One without services cannot be put up. */
function activate(state: AppState, workspaceId: WorkspaceId | null): AppState {
  const workspace = state.persisted.workspaces.find(({ id }) => id === workspaceId);
  const isEmpty = workspace === undefined || servicesIn(state, workspace).length === 0;
  if (workspaceId !== null && isEmpty) return state;
  return withSession(withPersisted(state, { activeWorkspaceId: workspaceId }), {
    page: 'service',
    overlayOpen: false,
    ...nothingCalledUp,
  });
}

/**
 * Keeps what is up and what is active together: whoever goes to a service that is not in the workspace that is up comes
 * to the first that has it, or to all services; else the service that was last used in the workspace becomes active, of
 * those that are in no window of their own. A workspace without services gives way to all.
 */
export function withActiveInWorkspace(before: AppState, after: AppState): AppState {
  const { activeServiceId, workspaces, activeWorkspaceId } = after.persisted;
  if (activeWorkspaceId === null || after.persisted === before.persisted) return after;
  const workspace = selectWorkspace(after);
  const present = workspace === undefined ? [] : servicesIn(after, workspace);
  if (present.length === 0) return withPersisted(after, { activeWorkspaceId: null });
  if (activeServiceId === null || present.some(({ id }) => id === activeServiceId)) return after;
  const was = before.persisted.activeServiceId;
  const hasGone = activeServiceId !== was && isServiceThere(after, was);
  if (hasGone) {
    const other = workspaces.find(({ serviceIds }) => serviceIds.includes(activeServiceId));
    return withPersisted(after, { activeWorkspaceId: other?.id ?? null });
  }
  const here = selectShowable(after).map(({ id }) => id);
  const last = after.session.trail.recent.find(({ serviceId }) => here.includes(serviceId));
  const other = present.find(({ enabled }) => enabled) ?? present[0];
  const next = last?.serviceId ?? here[0] ?? other?.id ?? null;
  return withPersisted(after, { activeServiceId: next });
}

/** Puts a service that was just added into the workspace that is up. */
export function joinWorkspace(state: AppState, serviceId: ServiceId): AppState {
  const workspace = selectWorkspace(state);
  if (workspace === undefined) return state;
  return withWorkspace(state, workspace.id, {
    serviceIds: [...workspace.serviceIds.filter((id) => id !== serviceId), serviceId],
  });
}

/** Takes a service that is gone for good out of all workspaces. */
export const withoutWorkspaces = (state: AppState, serviceId: ServiceId): AppState =>
  withPersisted(state, {
    workspaces: state.persisted.workspaces.map((workspace) => ({
      ...workspace,
      serviceIds: workspace.serviceIds.filter((id) => id !== serviceId),
    })),
  });

/**
 * Moves a service to another place in the order of the workspace that is up; `undefined` where none is. What is gone and
 * could come back keeps its place.
 */
export function moveInWorkspace(
  state: AppState,
  serviceId: ServiceId,
  toIndex: number,
): AppState | undefined {
  const workspace = selectWorkspace(state);
  if (workspace === undefined) return undefined;
  const present = servicesIn(state, workspace).map(({ id }) => id);
  const order = [...moveItem(present, present.indexOf(serviceId), toIndex)];
  const serviceIds = workspace.serviceIds.map((id) => (present.includes(id) ? (order.shift() ?? id) : id));
  return withWorkspace(state, workspace.id, { serviceIds });
}
