import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { passphraseStrength } from '../../../electron/core/decide/passphrase-strength';
import { PASSPHRASE_MAX, PASSPHRASE_MIN, type LockAnswer } from '../../../electron/core/model/lock';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Dialog } from '../../components/dialog';
import { Note } from '../../components/note';
import { TextField } from '../../components/text-field';
import { useCommand } from '../../store/use-shell';
import { mistakesIn, type PassphraseTask } from './passphrase-form';
import './lock-screen.css';

const strengthTexts = {
  easy: 'lock.strength.easy',
  fair: 'lock.strength.fair',
  hard: 'lock.strength.hard',
} as const;

interface PassphraseDialogProps {
  readonly task: PassphraseTask;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Sets, changes or removes the passphrase, or lets Touch ID open the lock beside it. */
export function PassphraseDialog({ task, onDone, onClose }: PassphraseDialogProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [isSure, setIsSure] = useState(false);
  const [isTold, setIsTold] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<LockAnswer>();
  const strength = passphraseStrength(next);
  const mistakes = mistakesIn({ task, old, next, again, isSure });
  const told = isTold ? mistakes : {};
  const ask = (): Promise<LockAnswer> => {
    switch (task) {
      case 'set':
        return command('lock.set', { passphrase: next });
      case 'change':
        return command('lock.change', { passphrase: old, next });
      case 'remove':
        return command('lock.remove', { passphrase: old });
      case 'touchId':
        return command('lock.allow-biometrics', { passphrase: old });
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsTold(true);
    if (isBusy || Object.keys(mistakes).length > 0) return;
    setIsBusy(true);
    void ask()
      .catch((): LockAnswer => ({ kind: 'not-now' }))
      .then((given) => {
        setIsBusy(false);
        setAnswer(given);
        if (given.kind === 'done') onDone();
      });
  };
  const problem = (): string | undefined => {
    switch (answer?.kind) {
      case 'failed':
        return t('lock.notKept', { reason: answer.reason });
      case 'wait':
        return t('lock.waitAWhile');
      case 'not-now':
        return t('lock.notNow');
      default:
        return undefined;
    }
  };
  const field = (label: string, value: string, set: (text: string) => void) => ({
    label,
    value,
    type: isShown ? 'text' : 'password',
    maxLength: PASSPHRASE_MAX,
    readOnly: isBusy,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setAnswer(undefined);
      set(event.currentTarget.value);
    },
  });
  const strengthWords =
    strength === 'too-short'
      ? t('lock.strength.too-short', { count: PASSPHRASE_MIN })
      : t(strengthTexts[strength]);
  return (
    <Dialog title={t(`lock.${task}`)} size="wide" onClose={isBusy ? () => undefined : onClose}>
      <form className="lock-form" onSubmit={submit}>
        {task !== 'set' && (
          <TextField
            {...field(t('lock.old'), old, setOld)}
            autoComplete="current-password"
            autoFocus
            error={answer?.kind === 'wrong' || told.old === true ? t('lock.wrong') : undefined}
          />
        )}
        {(task === 'set' || task === 'change') && (
          <>
            <TextField
              {...field(t(task === 'set' ? 'lock.passphrase' : 'lock.new'), next, setNext)}
              autoComplete="new-password"
              autoFocus={task === 'set'}
              error={
                told.next === undefined
                  ? undefined
                  : told.next === 'same'
                    ? t('lock.same')
                    : t('lock.strength.too-short', { count: PASSPHRASE_MIN })
              }
              hint={
                <span className="lock-strength" data-strength={next === '' ? undefined : strength}>
                  {strengthWords}
                </span>
              }
            />
            <TextField
              {...field(t('lock.repeat'), again, setAgain)}
              autoComplete="new-password"
              error={told.again === true ? t('lock.differs') : undefined}
            />
          </>
        )}
        <Check label={t('lock.show')} checked={isShown} onChange={setIsShown} />
        {task === 'set' && (
          <div className="lock-warning">
            <Note kind="warning" isQuiet>
              <strong>{t('lock.lostTitle')}. </strong>
              {t('lock.lost')}
            </Note>
            <Check label={t('lock.lostSure')} checked={isSure} onChange={setIsSure} />
            <p className="lock-unsure" role="alert">
              {told.isSure === true && t('lock.lostUnsure')}
            </p>
          </div>
        )}
        {task === 'remove' && <p className="dialog-text">{t('lock.removeText')}</p>}
        {task === 'touchId' && <p className="dialog-text">{t('settings.lock.touchIdHint')}</p>}
        {problem() !== undefined && <Note kind="error">{problem()}</Note>}
        <p className="dialog-text" role="status">
          {isBusy && t(task === 'touchId' ? 'lock.unlocking' : 'lock.working')}
        </p>
        <div className="dialog-buttons">
          <Button onClick={onClose} disabled={isBusy}>
            {t('common.cancel')}
          </Button>
          <Button look={task === 'remove' ? 'danger' : 'primary'} submits aria-disabled={isBusy}>
            {t(`lock.${task}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
