import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Button } from '../../components/button';
import { Segmented } from '../../components/choice';
import { Dialog } from '../../components/dialog';
import { useSend } from '../../store/use-shell';
import { useNamesOf } from '../storage/use-names-of';
import { useClose } from '../overlays/use-close';

const kinds = ['everything', 'cookies', 'cache'] as const;

/** Asks which of a service's data shall go, and whether really. */
export function ClearDataDialog({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const closeDialog = useClose();
  const names = useNamesOf()(service.storageId, service.id);
  const [what, setWhat] = useState<(typeof kinds)[number]>('everything');
  const close = (): void => closeDialog('dialog');
  return (
    <Dialog title={t('clearData.title', { name: service.name })} onClose={close}>
      <Segmented
        label={t('clearData.what')}
        value={what}
        options={kinds.map((value) => ({ value, label: t(`clearData.kind.${value}`) }))}
        onChange={setWhat}
      />
      <p className="dialog-text" role="status">
        {t(`clearData.says.${what}`)}
      </p>
      {names !== '' && <p className="dialog-text">{t('clearData.together', { names })}</p>}
      <div className="dialog-buttons">
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button
          look="danger"
          onClick={() => {
            send('service.clear-data', { serviceId: service.id, what });
            close();
          }}
        >
          {t(`clearData.confirm.${what}`)}
        </Button>
      </div>
    </Dialog>
  );
}
