import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Dialog } from '../../components/dialog';
import { useSend } from '../../store/use-shell';

/** Asks whether this machine shall go on alone, and what becomes of its files. */
export function LeaveSync({
  canRemove,
  onClose,
}: {
  /** False where the password of the server is not there any more. */
  readonly canRemove: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const [removesFiles, setRemoves] = useState(false);
  return (
    <Dialog title={t('sync.leaveTitle')} onClose={onClose}>
      <p className="dialog-text">{t('sync.leaveText')}</p>
      {canRemove ? (
        <Check label={t('sync.removeFiles')} checked={removesFiles} onChange={setRemoves} />
      ) : (
        <p className="dialog-text">{t('sync.filesStay')}</p>
      )}
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
