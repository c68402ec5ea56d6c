import { lazy, Suspense, type ReactNode } from 'react';
import { useProjection, useShell } from '../../store/use-shell';
import { TrustDialog } from '../certificates/trust-dialog';
import { FocusMenu } from '../focus/focus-menu';
import { FocusUntilDialog, IconRefusedDialog, RenameDialog } from './dialogs';
import { RemoveWorkspaceDialog, WorkspaceDialog } from '../workspaces/workspace-dialogs';
import { WorkspaceMenu } from '../workspaces/workspace-menu';
import { ServiceMenu } from './service-menu';
import { ClearDataDialog } from '../tweaks/clear-data-dialog';
import { RestartDialog } from '../tweaks/restart-dialog';
import { SignInWithDialog } from '../storage/sign-in-with-dialog';
import { useClose } from './use-close';

const ResetDialog = lazy(async () => ({ default: (await import('../reset/reset-dialog')).ResetDialog }));
const StartAnewDialog = lazy(async () => ({
  default: (await import('../reset/start-anew-dialog')).StartAnewDialog,
}));
const CodeDialog = lazy(async () => ({ default: (await import('../tweaks/code-dialog')).CodeDialog }));

/** The menu and the dialog that are open. */
export function Overlays(): ReactNode {
  const menu = useShell((state) => state.menu);
  const dialog = useShell((state) => state.dialog);
  const close = useClose();
  const closeDialog = (): void => close('dialog');
  const services = useProjection((projection) => projection.services);
  const workspaces = useProjection((projection) => projection.workspaces);
  const find = (id: string) => services.find((service) => service.id === id);
  const menuService = menu?.kind === 'service' ? find(menu.serviceId) : undefined;
  const dialogService = dialog !== undefined && 'serviceId' in dialog ? find(dialog.serviceId) : undefined;
  const dialogWorkspace =
    dialog !== undefined && 'workspaceId' in dialog
      ? workspaces.find(({ id }) => id === dialog.workspaceId)
      : undefined;
  return (
    <>
      {menu?.kind === 'service' && menuService !== undefined && (
        <ServiceMenu key={menuService.id} menu={menu} service={menuService} />
      )}
      {menu?.kind === 'workspaces' && <WorkspaceMenu menu={menu} />}
      {menu?.kind === 'focus' && <FocusMenu menu={menu} />}
      {dialog?.kind === 'rename' && dialogService !== undefined && <RenameDialog service={dialogService} />}
      {dialog?.kind === 'clear-data' && dialogService !== undefined && (
        <ClearDataDialog service={dialogService} />
      )}
      {dialog?.kind === 'own-code' && dialogService !== undefined && (
        <Suspense>
          <CodeDialog key={dialogService.id} service={dialogService} onClose={closeDialog} />
        </Suspense>
      )}
      {dialog?.kind === 'sign-in-with' && dialogService !== undefined && (
        <SignInWithDialog service={dialogService} withId={dialog.withId} />
      )}
      {dialog?.kind === 'restart' && <RestartDialog onClose={closeDialog} />}
      <Suspense>
        {dialog?.kind === 'reset' && <ResetDialog section={dialog.section} onClose={closeDialog} />}
        {dialog?.kind === 'start-anew' && <StartAnewDialog onClose={closeDialog} />}
      </Suspense>
      {dialog?.kind === 'certificate' && (
        <TrustDialog refused={dialog.refused} onClose={() => close('dialog')} />
      )}
      {dialog?.kind === 'workspace' && (
        <WorkspaceDialog key={dialog.workspaceId} workspace={dialogWorkspace} chosenIds={dialog.chosenIds} />
      )}
      {dialog?.kind === 'workspace-remove' && dialogWorkspace !== undefined && (
        <RemoveWorkspaceDialog workspace={dialogWorkspace} />
      )}
      {dialog?.kind === 'focus-until' && <FocusUntilDialog />}
      {dialog?.kind === 'icon-refused' && <IconRefusedDialog reason={dialog.reason} />}
    </>
  );
}
