import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSPHRASE_MAX } from '../../../electron/core/model/lock';
import type { RestoreAnswer, RestoredAnswer } from '../../../electron/core/ipc/backup-contract';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { TextField } from '../../components/text-field';
import { useCommand } from '../../store/use-shell';
import { BackupDone } from './backup-done';
import { Changes } from './changes';

/** Restores a backup: chosen, unsealed where it is sealed, looked at, then put in place. */
export function RestoreBackup({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [answer, setAnswer] = useState<RestoreAnswer>();
  const [sealed, setSealed] = useState<Extract<RestoreAnswer, { readonly kind: 'sealed' }>>();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<RestoredAnswer>();
  const take = (asked: Promise<RestoreAnswer>): void => {
    setAnswer(undefined);
    setBusy(true);
    asked
      .then((given) => {
        setAnswer(given);
        if (given.kind === 'sealed') setSealed(given);
      })
      .catch(() => setAnswer({ kind: 'failed', reason: 'unreadable' }))
      .finally(() => setBusy(false));
  };
  const choose = (): void => {
    setSealed(undefined);
    setPassphrase('');
    take(command('backup.choose'));
  };
  const unseal = (event: FormEvent): void => {
    event.preventDefault();
    take(command('backup.unseal', { passphrase }));
  };
  const restore = (): void =>
    void command('backup.restore').then(setDone, () => setDone({ kind: 'no-copy' }));
  if (done?.kind === 'restored')
    return (
      <BackupDone
        title={t('moving.restored')}
        path={t('moving.restoredCopy', { file: done.copy })}
        more={done.isSyncPaused ? t('moving.restoredPaused') : undefined}
        onClose={onClose}
      />
    );
  return (
    <section>
      <h2>{t('moving.restore')}</h2>
      <p className="moving-hint">{t('moving.restoreHint')}</p>
      {answer?.kind === 'failed' && <Note kind="error">{t(`moving.restoreFailed.${answer.reason}`)}</Note>}
      {done !== undefined && <Note kind="error">{t(`moving.notRestored.${done.kind}`)}</Note>}
      {answer?.kind === 'offer' && <Changes offer={answer} />}
      {sealed !== undefined && answer?.kind !== 'offer' && (
        <form className="settings-card moving-form" onSubmit={unseal}>
          <TextField
            label={t('moving.sealed', { file: sealed.file })}
            type="password"
            autoComplete="off"
            autoFocus
            maxLength={PASSPHRASE_MAX}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <div className="moving-buttons">
            <Button submits disabled={isBusy || passphrase === ''}>
              {t('moving.unseal')}
            </Button>
          </div>
        </form>
      )}
      <div className="moving-buttons">
        <Button onClick={onClose}>{t('moving.back')}</Button>
        <Button look={answer?.kind === 'offer' ? 'plain' : 'primary'} disabled={isBusy} onClick={choose}>
          {t('moving.restoreChoose')}
        </Button>
        {answer?.kind === 'offer' && (
          <Button look="primary" disabled={answer.isUnchanged} onClick={restore}>
            {t('moving.restoreNow')}
          </Button>
        )}
      </div>
    </section>
  );
}
