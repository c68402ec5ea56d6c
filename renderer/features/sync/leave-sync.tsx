import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Dialog } from '../../components/dialog';
import { useSend } from '../../store/use-shell';

/** Asks whether this machine shall go on alone, and what becomes of its files. */
export function LeaveSync({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const [removesFiles, setRemoves] = useState(false);
  return (
    <Dialog title={t('sync.leaveTitle')} onClose={onClose}>
      <p className="dialog-text">{t('sync.leaveText')}</p>
      <Check label={t('sync.removeFiles')} checked={removesFiles} onChange={setRemoves} />
      <div className="dialog-buttons">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          look="danger"
          onClick={() => {
            send('sync.leave', { removesFiles });
            onClose();
          }}
        >
          {t('sync.leave')}
        </Button>
      </div>
    </Dialog>
  );
}
