import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/text-field';
import { useSend } from '../../store/use-shell';
import { UntilDialog } from '../focus/until-dialog';
import { useClose } from './use-close';

interface ServiceDialogProps {
  readonly service: ServiceProjection;
}

/** Asks for a service's new name. */
export function RenameDialog({ service }: ServiceDialogProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const close = useClose();
  const [name, setName] = useState(service.name);
  const [isTold, setIsTold] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return setIsTold(true);
    send('service.rename', { serviceId: service.id, name });
    close('dialog');
  };
  return (
    <Dialog title={t('rename.title', { name: service.name })} onClose={() => close('dialog')}>
      <form onSubmit={submit}>
        <TextField
          label={t('rename.label')}
          value={name}
          maxLength={80}
          autoFocus
          error={isTold && name.trim() === '' ? t('rename.empty') : undefined}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className="dialog-buttons">
          <Button onClick={() => close('dialog')}>{t('common.cancel')}</Button>
          <Button look="primary" submits>
            {t('rename.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks until when focus shall last. */
export function FocusUntilDialog(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const close = useClose();
  return (
    <UntilDialog
      title={t('focus.chooseTitle')}
      action={t('focus.begin')}
      onChoose={(atMs) => send('focus.begin', { until: { kind: 'at', atMs }, isPause: false })}
      onClose={() => close('dialog')}
    />
  );
}

interface IconRefusedDialogProps {
  readonly reason: 'not-a-picture' | 'too-large';
}

/** Says why the chosen picture is not the icon now. */
export function IconRefusedDialog({ reason }: IconRefusedDialogProps): ReactNode {
  const { t } = useTranslation();
  const close = useClose();
  return (
    <Dialog title={t('iconError.title')} onClose={() => close('dialog')}>
      <p className="dialog-text">
        {t(reason === 'too-large' ? 'serviceMenu.iconTooLarge' : 'serviceMenu.iconNotAPicture')}
      </p>
      <div className="dialog-buttons">
        <Button autoFocus onClick={() => close('dialog')}>
          {t('common.close')}
        </Button>
      </div>
    </Dialog>
  );
}
