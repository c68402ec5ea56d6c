import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { useProjection, useSend } from '../../store/use-shell';

/** Asks whether the app shall start anew, into safe mode or out of it. */
export function RestartDialog({ onClose: close }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const isSafeMode = useProjection((projection) => projection.isSafeMode);
  return (
    <Dialog title={t('safeMode.name')} onClose={close}>
      <p className="dialog-text">{t(isSafeMode ? 'safeMode.isOn' : 'safeMode.wouldBe')}</p>
      <div className="dialog-buttons">
        <Button autoFocus onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" onClick={() => send('app.restart', { isSafeMode: !isSafeMode })}>
          {t(isSafeMode ? 'safeMode.leave' : 'safeMode.enter')}
        </Button>
      </div>
    </Dialog>
  );
}
