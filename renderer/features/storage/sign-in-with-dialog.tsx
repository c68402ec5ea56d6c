import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { useProjection, useSend } from '../../store/use-shell';
import { useClose } from '../overlays/use-close';
import { useNamesOf } from './use-names-of';

interface SignInWithProps {
  readonly service: ServiceProjection;
  /** Null: by what it stored itself. */
  readonly withId: string | null;
}

/** Says what becomes of a service that uses another storage, and asks whether it shall. */
export function SignInWithDialog({ service, withId }: SignInWithProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const closeDialog = useClose();
  const services = useProjection((projection) => projection.services);
  const { id: serviceId, name } = service;
  const wanted = services.find(({ id }) => id === withId)?.storageId ?? serviceId;
  const names = useNamesOf(wanted, serviceId);
  const close = (): void => closeDialog('dialog');
  const isLast =
    useNamesOf(service.storageId, serviceId) === '' && !services.some(({ id }) => id === service.storageId);
  const isJoining = names !== '';
  return (
    <Dialog
      title={isJoining ? t('storage.joinTitle', { name, names }) : t('storage.leaveTitle', { name })}
      onClose={close}
    >
      <p className="dialog-text">
        {isJoining ? t('storage.joinText', { name, names }) : t('storage.leaveText')}
      </p>
      {isJoining && <p className="dialog-text">{t('storage.joinShares', { names })}</p>}
      {isLast && <p className="dialog-text">{t('storage.lastText')}</p>}
      <div className="dialog-buttons">
        <Button autoFocus onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button
          look="primary"
          onClick={() => {
            send('service.sign-in-with', { serviceId, withId });
            close();
          }}
        >
          {t(isJoining ? 'storage.join' : 'storage.leave')}
        </Button>
      </div>
    </Dialog>
  );
}
