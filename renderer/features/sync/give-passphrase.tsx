import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncBeginAnswer, SyncPlaceAnswer } from '../../../electron/core/ipc/sync-contract';
import { PASSPHRASE_MAX, PASSPHRASE_MIN } from '../../../electron/core/model/lock';
import { MACHINE_NAME_MAX } from '../../../electron/core/model/sync';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Note } from '../../components/note';
import { TextField } from '../../components/text-field';
import { useCommand } from '../../store/use-shell';

interface GivePassphraseProps {
  readonly found: Extract<SyncPlaceAnswer, { readonly kind: 'found' }>;
  readonly onBegun: () => void;
  readonly onOffer: (offer: Extract<SyncBeginAnswer, { readonly kind: 'offer' }>) => void;
  readonly onBack: () => void;
}

/** Takes the passphrase of the place, twice where it is the first machine, and what this machine is called. */
export function GivePassphrase({ found, onBegun, onOffer, onBack }: GivePassphraseProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [name, setName] = useState(found.machineName);
  const [isShown, setShown] = useState(false);
  const [isTold, setTold] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SyncBeginAnswer>();
  const isShort = passphrase.length < PASSPHRASE_MIN;
  const isOther = found.isNew && passphrase !== again;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (isBusy || isShort || isOther) return;
    setAnswer(undefined);
    setBusy(true);
    void command('sync.begin', { passphrase, machineName: name })
      .catch((): SyncBeginAnswer => ({ kind: 'failed', reason: 'failed' }))
      .then((given) => {
        setBusy(false);
        setAnswer(given);
        if (given.kind === 'begun') onBegun();
        if (given.kind === 'offer') onOffer(given);
      });
  };
  const type = isShown ? 'text' : 'password';
  return (
    <form className="sync-form" onSubmit={submit}>
      <p className="dialog-text">{t(found.isNew ? 'sync.beginText' : 'sync.joinText')}</p>
      <p className="selectable sync-path" dir="ltr">
        {found.place}
      </p>
      <TextField
        label={t('sync.passphrase')}
        error={isTold && isShort ? t('lock.strength.too-short', { count: PASSPHRASE_MIN }) : undefined}
        type={type}
        autoComplete={found.isNew ? 'new-password' : 'current-password'}
        autoFocus
        maxLength={PASSPHRASE_MAX}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      {found.isNew && (
        <TextField
          label={t('lock.repeat')}
          error={isTold && isOther ? t('lock.differs') : undefined}
          type={type}
          autoComplete="new-password"
          maxLength={PASSPHRASE_MAX}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      )}
      <Check label={t('lock.show')} checked={isShown} onChange={setShown} />
      <TextField
        label={t('sync.machineName')}
        hint={t('sync.machineNameHint')}
        maxLength={MACHINE_NAME_MAX}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {found.isNew && (
        <Note kind="warning" isQuiet>
          {t('sync.lost')}
        </Note>
      )}
      {answer?.kind === 'failed' && <Note kind="error">{t(`sync.problem.${answer.reason}`)}</Note>}
      <p className="dialog-text" role="status">
        {isBusy && t('sync.working')}
      </p>
      <div className="dialog-buttons">
        <Button onClick={onBack} disabled={isBusy}>
          {t('moving.back')}
        </Button>
        <Button look="primary" submits aria-disabled={isBusy}>
          {t(found.isNew ? 'sync.begin' : 'sync.look')}
        </Button>
      </div>
    </form>
  );
}
