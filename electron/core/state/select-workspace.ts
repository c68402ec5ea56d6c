import { servicesOf, servicesOnBar, workspaceUp } from '../decide/on-bar';
import type { Service } from '../model/service';
import type { Workspace } from '../model/workspace';
import type { AppState } from './app-state';

/** Gives the workspace that is up; `undefined` for all services. */
export const selectWorkspace = ({ persisted }: AppState): Workspace | undefined => workspaceUp(persisted);

/** Gives the services of a workspace that are there, in its order. */
export const servicesIn = ({ persisted }: AppState, { serviceIds }: Workspace): readonly Service[] =>
  servicesOf(serviceIds, persisted.services);

/** Gives the services that stand on the bar, in its order: those of the workspace that is up, else all. */
export const selectServicesInOrder = ({ persisted }: AppState): readonly Service[] =>
  servicesOnBar(persisted);

/** Gives the next workspace (1) or the one before (-1) that has services, all services among them, round and round. */
export function workspaceAlong(state: AppState, step: 1 | -1): Workspace | null | undefined {
  const filled = state.persisted.workspaces.filter((workspace) => servicesIn(state, workspace).length > 0);
  if (filled.length === 0) return undefined;
  const all = [null, ...filled];
  const at = all.findIndex((one) => (one?.id ?? null) === state.persisted.activeWorkspaceId);
  return all[(at + step + all.length) % all.length];
}
