import type { workspaceCommands } from '../../core/ipc/workspace-commands';
import type { AppStore } from '../store/app-store';
import type { Handlers } from './serve-commands';

interface WorkspaceHandlerDeps {
  readonly store: AppStore;
  readonly newId: () => string;
}

/** Gives the handlers of what the shell wants done with workspaces. */
export function createWorkspaceHandlers({
  store: { dispatch },
  newId,
}: WorkspaceHandlerDeps): Pick<Handlers, keyof typeof workspaceCommands> {
  return {
    'workspace.activate': ({ workspaceId }) => dispatch({ kind: 'workspace-activated', workspaceId }),
    'workspace.add': (workspace) =>
      dispatch({ kind: 'workspace-added', workspace: { id: newId(), ...workspace } }),
    'workspace.change': ({ workspaceId, name, serviceIds, staysQuiet }) => {
      if (name !== undefined) dispatch({ kind: 'workspace-renamed', workspaceId, name });
      if (serviceIds !== undefined) dispatch({ kind: 'workspace-services-set', workspaceId, serviceIds });
      if (staysQuiet !== undefined) dispatch({ kind: 'workspace-quiet-set', workspaceId, staysQuiet });
    },
    'workspace.move': (move) => dispatch({ kind: 'workspace-moved', ...move }),
    'workspace.remove': ({ workspaceId }) => dispatch({ kind: 'workspace-removed', workspaceId }),
  };
}
