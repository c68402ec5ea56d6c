import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResetAnswer } from '../../../electron/core/ipc/reset-contract';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Dialog } from '../../components/dialog';
import { Note } from '../../components/note';
import { useCommand, useProjection } from '../../store/use-shell';
import './reset.css';

/** Has everything go, after two questions and a backup, and says where that is. */
export function StartAnewDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const count = useProjection((projection) => projection.services.length);
  const [isSure, setSure] = useState(false);
  const [isAskedAgain, setAskedAgain] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ResetAnswer>();
  const startAnew = (): void => {
    setBusy(true);
    command('app.start-anew')
      .then(setAnswer, () => setAnswer({ kind: 'no-copy' }))
      .finally(() => setBusy(false));
  };
  if (answer?.kind === 'reset')
    return (
      <Dialog title={t('reset.anewDone')} onClose={onClose}>
        <p className="dialog-text">{t('reset.anewCopy')}</p>
        <p className="selectable reset-path" dir="ltr">
          {answer.copy}
        </p>
        <div className="dialog-buttons">
          <Button autoFocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t(isAskedAgain ? 'reset.anewReally' : 'reset.anew')} onClose={onClose}>
      {answer?.kind === 'no-copy' && <Note kind="error">{t('reset.refused')}</Note>}
      <p className="dialog-text" role="status">
        {isAskedAgain ? t('reset.anewAgain', { count }) : t('reset.anewText')}
      </p>
      {!isAskedAgain && <Check label={t('reset.anewSure')} checked={isSure} onChange={setSure} />}
      <div className="dialog-buttons">
        <Button key={isAskedAgain ? 'again' : 'first'} autoFocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {isAskedAgain ? (
          <Button look="danger" disabled={isBusy} onClick={startAnew}>
            {t('reset.anewNow')}
          </Button>
        ) : (
          <Button disabled={!isSure} onClick={() => setAskedAgain(true)}>
            {t('reset.anewNext')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
