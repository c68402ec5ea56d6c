import type { Service } from '../model/service';
import type { Workspace } from '../model/workspace';
import type { AppState } from './app-state';

/** Gives the workspace that is up; `undefined` for all services. */
export const selectWorkspace = ({ persisted }: AppState): Workspace | undefined =>
  persisted.workspaces.find(({ id }) => id === persisted.activeWorkspaceId);

/** Gives the services that stand on the bar, in its order: those of the workspace that is up, else all. */
export function selectServicesInOrder(state: AppState): readonly Service[] {
  const { services } = state.persisted;
  const workspace = selectWorkspace(state);
  if (workspace === undefined) return services;
  return workspace.serviceIds.flatMap((id) => services.find((service) => service.id === id) ?? []);
}
