import type { Workspace } from '../model/workspace';

interface Named {
  readonly id: string;
}

/** What decides which services stand on the bar; of the state, or of what the shell window knows of it. */
export interface BarFacts<S extends Named> {
  readonly services: readonly S[];
  readonly workspaces: readonly Workspace[];
  readonly activeWorkspaceId: string | null;
}

/** Gives the services with these ids that are there, in that order. */
export const servicesOf = <S extends Named>(ids: readonly string[], services: readonly S[]): readonly S[] =>
  ids.flatMap((id) => services.find((service) => service.id === id) ?? []);

/** Gives the workspace that is up; `undefined` for all services. */
export const workspaceUp = ({
  workspaces,
  activeWorkspaceId,
}: Pick<BarFacts<Named>, 'workspaces' | 'activeWorkspaceId'>): Workspace | undefined =>
  workspaces.find(({ id }) => id === activeWorkspaceId);

/** Gives the services that stand on the bar, in its order: those of the workspace that is up, else all. */
export function servicesOnBar<S extends Named>(facts: BarFacts<S>): readonly S[] {
  const workspace = workspaceUp(facts);
  return workspace === undefined ? facts.services : servicesOf(workspace.serviceIds, facts.services);
}
