import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BACKUP_PASSPHRASE_MAX, BACKUP_PASSPHRASE_MIN } from '../../../electron/core/model/backup';
import type { FileAnswer } from '../../../electron/core/ipc/answers';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Note } from '../../components/note';
import { TextField } from '../../components/text-field';
import { useCommand } from '../../store/use-shell';

/** Saves a backup, with a passphrase if the person wants one. */
export function SaveBackup({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [withInbox, setWithInbox] = useState(false);
  const [isTold, setTold] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<FileAnswer>();
  const isShort = passphrase !== '' && passphrase.length < BACKUP_PASSPHRASE_MIN;
  const isOther = passphrase !== again;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (isShort || isOther) return;
    setAnswer(undefined);
    setBusy(true);
    command('backup.save', { passphrase: passphrase === '' ? null : passphrase, withInbox })
      .then(setAnswer)
      .catch(() => setAnswer({ kind: 'failed', reason: 'other' }))
      .finally(() => setBusy(false));
  };
  if (answer?.kind === 'saved')
    return (
      <section className="moving-done" role="status">
        <h2>{t('moving.saved')}</h2>
        <p className="selectable moving-path">{answer.file}</p>
        <div>
          <Button autoFocus onClick={onClose}>
            {t('moving.back')}
          </Button>
        </div>
      </section>
    );
  return (
    <section>
      <h2>{t('moving.save')}</h2>
      <p className="moving-hint">{t('moving.saveHint')}</p>
      {answer?.kind === 'failed' && (
        <Note kind="error">{t(`moving.saveFailed.${toReason(answer.reason)}`)}</Note>
      )}
      <form className="settings-card moving-form" onSubmit={save}>
        <TextField
          label={t('moving.passphrase')}
          hint={t('moving.passphraseHint')}
          error={
            isTold && isShort ? t('moving.passphraseShort', { count: BACKUP_PASSPHRASE_MIN }) : undefined
          }
          type="password"
          autoComplete="new-password"
          autoFocus
          maxLength={BACKUP_PASSPHRASE_MAX}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {passphrase !== '' && (
          <TextField
            label={t('moving.repeat')}
            error={isTold && isOther ? t('moving.differs') : undefined}
            type="password"
            autoComplete="new-password"
            maxLength={BACKUP_PASSPHRASE_MAX}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        )}
        <Check label={t('moving.withInbox')} checked={withInbox} onChange={setWithInbox} />
        <div className="moving-buttons">
          <Button onClick={onClose}>{t('moving.back')}</Button>
          <Button look="primary" submits disabled={isBusy}>
            {t('moving.saveNow')}
          </Button>
        </div>
      </form>
    </section>
  );
}

const toReason = (reason: string): 'disk-full' | 'not-writable' | 'other' =>
  reason === 'disk-full' || reason === 'not-writable' ? reason : 'other';
