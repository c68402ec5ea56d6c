import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncPlaceAnswer } from '../../../electron/core/ipc/sync-contract';
import { PASSPHRASE_MAX } from '../../../electron/core/model/lock';
import { DAV_URL_MAX } from '../../../electron/core/model/sync';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { TextField } from '../../components/text-field';
import { useCommand } from '../../store/use-shell';

interface ChoosePlaceProps {
  readonly onFound: (found: Extract<SyncPlaceAnswer, { readonly kind: 'found' }>) => void;
  readonly onClose: () => void;
}

/** A folder of this machine, or one on a WebDAV server. */
export function ChoosePlace({ onFound, onClose }: ChoosePlaceProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [url, setUrl] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SyncPlaceAnswer>();
  const take = (asked: Promise<SyncPlaceAnswer>): void => {
    setAnswer(undefined);
    setBusy(true);
    void asked
      .catch((): SyncPlaceAnswer => ({ kind: 'failed', reason: 'failed' }))
      .then((given) => {
        setBusy(false);
        setAnswer(given);
        if (given.kind === 'found') onFound(given);
      });
  };
  const look = (event: FormEvent): void => {
    event.preventDefault();
    if (!isBusy) take(command('sync.look-webdav', { url, user, password }));
  };
  return (
    <>
      <p className="dialog-text">{t('sync.whereText')}</p>
      {answer?.kind === 'failed' && <Note kind="error">{t(`sync.problem.${answer.reason}`)}</Note>}
      <section className="sync-way">
        <h3>{t('sync.folder')}</h3>
        <p>{t('sync.folderHint')}</p>
        <Button
          look="primary"
          autoFocus
          disabled={isBusy}
          onClick={() => take(command('sync.choose-folder'))}
        >
          {t('sync.chooseFolder')}
        </Button>
      </section>
      <section className="sync-way">
        <h3>{t('sync.webdav')}</h3>
        <form onSubmit={look}>
          <TextField
            label={t('sync.address')}
            hint={t('sync.addressHint')}
            dir="ltr"
            maxLength={DAV_URL_MAX}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <TextField
            label={t('login.username')}
            autoComplete="username"
            maxLength={200}
            value={user}
            onChange={(event) => setUser(event.currentTarget.value)}
          />
          <TextField
            label={t('login.password')}
            hint={t('sync.passwordHint')}
            type="password"
            autoComplete="current-password"
            maxLength={PASSPHRASE_MAX}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button submits disabled={isBusy || url.trim() === ''}>
            {t('sync.connect')}
          </Button>
        </form>
      </section>
      <div className="dialog-buttons">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </>
  );
}
