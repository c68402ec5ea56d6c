import type { ServiceId } from '../model/service';
import type { Workspace, WorkspaceId } from '../model/workspace';

/** What the person did with their workspaces. */
export type WorkspaceAction =
  | { readonly kind: 'workspace-added'; readonly workspace: Workspace }
  | { readonly kind: 'workspace-renamed'; readonly workspaceId: WorkspaceId; readonly name: string }
  /** Its services stay. */
  | { readonly kind: 'workspace-removed'; readonly workspaceId: WorkspaceId }
  | { readonly kind: 'workspace-moved'; readonly workspaceId: WorkspaceId; readonly toIndex: number }
  /** Which services are in it, in its order. */
  | {
      readonly kind: 'workspace-services-set';
      readonly workspaceId: WorkspaceId;
      readonly serviceIds: readonly ServiceId[];
    }
  | { readonly kind: 'workspace-quiet-set'; readonly workspaceId: WorkspaceId; readonly staysQuiet: boolean }
  /** Puts it up; null: all services. */
  | { readonly kind: 'workspace-activated'; readonly workspaceId: WorkspaceId | null };
