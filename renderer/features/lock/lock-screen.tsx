import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockState } from '../../../electron/core/model/lock';
import { Button } from '../../components/button';
import { Drawing } from '../../components/drawing';
import { Note } from '../../components/note';
import { TextField } from '../../components/text-field';
import { useCommand, useProjection, useSend } from '../../store/use-shell';
import { useSecondsLeft, useSecondsText } from '../failure/countdown';
import { ByTouchId } from './by-touch-id';
import { StartOver } from './start-over';
import './lock-screen.css';

type Locked = Extract<LockState, { readonly kind: 'locked' }>;

/** All that is drawn while it is locked: one field, and ways out. */
export function LockScreen(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const lock = useProjection((projection) => projection.lock);
  if (lock.kind !== 'locked') return null;
  return (
    <main className="lock-screen">
      <div className="lock-card">
        <Drawing name="mark" size={48} />
        <h1>{t('lock.title')}</h1>
        {lock.isBroken ? <Note kind="error">{t('lock.brokenText')}</Note> : <UnlockForm lock={lock} />}
        <StartOver isAtStart={lock.why === 'start'} isBroken={lock.isBroken} />
      </div>
      <Button look="text" onClick={() => send('app.quit')}>
        {t('lock.quit')}
      </Button>
    </main>
  );
}

type Said =
  | { readonly kind: 'nothing' | 'wrong' | 'not-by-touch-id' }
  | { readonly kind: 'failed'; readonly reason: string };

function UnlockForm({ lock }: { readonly lock: Locked }): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });
  const field = useRef<HTMLInputElement>(null);
  const { opensBy } = lock;
  useEffect(() => {
    // The button that had the keyboard may just have gone.
    if (opensBy === 'none') field.current?.focus();
  }, [opensBy]);
  const toText = useSecondsText();
  const seconds = useSecondsLeft(lock.waitUntilMs ?? 0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBusy || passphrase === '' || seconds > 0) return;
    setIsBusy(true);
    setSaid({ kind: 'nothing' });
    void command('lock.unlock', { passphrase })
      .then((answer): Said => {
        if (answer.kind === 'failed') return { kind: 'failed', reason: answer.reason };
        return { kind: answer.kind === 'wrong' ? 'wrong' : 'nothing' };
      })
      .catch((): Said => ({ kind: 'failed', reason: '' }))
      .then((what) => {
        setSaid(what);
        setIsBusy(false);
        // What was wrong is typed anew; it stays nowhere.
        setPassphrase('');
      });
  };
  const error = (): string | undefined => {
    if (seconds > 0) return t('lock.wait', { time: toText(seconds) });
    switch (said.kind) {
      case 'failed':
        return t('lock.failed', { reason: said.reason });
      case 'wrong':
        return t('lock.wrong');
      case 'not-by-touch-id':
        return t('lock.touchIdNot');
      case 'nothing':
        return undefined;
    }
  };
  return (
    <form className="lock-form" onSubmit={submit}>
      <TextField
        ref={field}
        label={t('lock.passphrase')}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        autoFocus
        readOnly={isBusy}
        error={error()}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <Button look="primary" submits aria-disabled={isBusy || seconds > 0}>
        {t(isBusy ? 'lock.unlocking' : 'lock.unlock')}
      </Button>
      {opensBy === 'touch-id' && (
        <ByTouchId
          onAsk={() => setSaid({ kind: 'nothing' })}
          onRefused={() => setSaid({ kind: 'not-by-touch-id' })}
        />
      )}
    </form>
  );
}
