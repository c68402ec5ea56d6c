import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSPHRASE_MAX, PASSPHRASE_MIN } from '../../../electron/core/model/lock';
import type { FileAnswer } from '../../../electron/core/ipc/answers';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Note } from '../../components/note';
import { TextField } from '../../components/text-field';
import { useCommand } from '../../store/use-shell';
import { BackupDone } from './backup-done';

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
  const isShort = passphrase !== '' && passphrase.length < PASSPHRASE_MIN;
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
    return <BackupDone title={t('moving.saved')} path={answer.file} onClose={onClose} />;
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
          error={isTold && isShort ? t('moving.passphraseShort', { count: PASSPHRASE_MIN }) : undefined}
          type="password"
          autoComplete="new-password"
          autoFocus
          maxLength={PASSPHRASE_MAX}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {passphrase !== '' && (
          <TextField
            label={t('moving.repeat')}
            error={isTold && isOther ? t('moving.differs') : undefined}
            type="password"
            autoComplete="new-password"
            maxLength={PASSPHRASE_MAX}
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
