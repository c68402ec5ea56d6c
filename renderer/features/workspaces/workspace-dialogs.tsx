import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../electron/core/model/workspace';
import { Button } from '../../components/button';
import { Switch } from '../../components/choice';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/text-field';
import { useSend, useShellStore } from '../../store/use-shell';
import { useClose } from '../overlays/use-close';
import { WorkspaceServices } from './workspace-services';

interface WorkspaceDialogProps {
  /** Undefined for a new one. */
  readonly workspace: Workspace | undefined;
  /** In a new one to begin with. */
  readonly chosenIds: readonly string[];
}

/** Makes a workspace, or changes one: its name, its services and their order, whether it stays quiet. */
export function WorkspaceDialog({ workspace, chosenIds }: WorkspaceDialogProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const close = useClose();
  const [name, setName] = useState(workspace?.name ?? '');
  const [serviceIds, setServiceIds] = useState(workspace?.serviceIds ?? chosenIds);
  const [staysQuiet, setStaysQuiet] = useState(workspace?.staysQuiet ?? false);
  const [isTold, setIsTold] = useState(false);
  const isNameless = name.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isNameless) return setIsTold(true);
    const draft = { name: name.trim(), serviceIds: [...serviceIds], staysQuiet };
    if (workspace === undefined) send('workspace.add', draft);
    else send('workspace.change', { workspaceId: workspace.id, ...draft });
    close('dialog');
  };
  return (
    <Dialog
      title={workspace === undefined ? t('workspaces.newTitle') : workspace.name}
      size="wide"
      onClose={() => close('dialog')}
    >
      <form className="schedule-editor" onSubmit={submit}>
        <TextField
          label={t('workspaces.name')}
          value={name}
          maxLength={80}
          autoFocus
          error={isTold && isNameless ? t('rename.empty') : undefined}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <WorkspaceServices serviceIds={serviceIds} onChange={setServiceIds} />
        <Switch
          label={t('workspaces.quiet')}
          hint={t('workspaces.quietHint')}
          checked={staysQuiet}
          onChange={setStaysQuiet}
        />
        <div className="dialog-buttons">
          {workspace !== undefined && (
            <span className="dialog-aside">
              <Button
                look="text"
                onClick={() =>
                  store.setState({ dialog: { kind: 'workspace-remove', workspaceId: workspace.id } })
                }
              >
                {t('workspaces.remove')}
              </Button>
            </span>
          )}
          <Button onClick={() => close('dialog')}>{t('common.cancel')}</Button>
          <Button look="primary" submits>
            {t('workspaces.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks whether a workspace shall really go. */
export function RemoveWorkspaceDialog({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const close = useClose();
  return (
    <ConfirmDialog
      title={t('workspaces.removeTitle', { name: workspace.name })}
      texts={[t('workspaces.removeText')]}
      action={t('workspaces.remove')}
      onConfirm={() => send('workspace.remove', { workspaceId: workspace.id })}
      onClose={() => close('dialog')}
    />
  );
}
