import type { ReactNode } from 'react';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { useShell, useShellStore } from '../../store/use-shell';
import { TrustDialog } from '../certificates/trust-dialog';
import { FailurePage } from '../failure/failure-page';

/** What stands in a service's own window where its page should be, with the one question that it leads to. */
export function OwnFailure({ service }: { readonly service: ServiceProjection }): ReactNode {
  const store = useShellStore();
  const dialog = useShell((state) => state.dialog);
  return (
    <>
      <FailurePage service={service} />
      {dialog?.kind === 'certificate' && (
        <TrustDialog refused={dialog.refused} onClose={() => store.setState({ dialog: undefined })} />
      )}
    </>
  );
}
