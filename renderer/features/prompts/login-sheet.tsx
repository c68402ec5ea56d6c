import { Eye, EyeOff, KeyRound } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prompt } from '../../../electron/core/model/prompt';
import { Button, IconButton } from '../../components/button';
import { Check } from '../../components/check';
import { Note } from '../../components/note';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { useSend } from '../../store/use-shell';

interface LoginSheetProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'login' }>;
  readonly more: number;
}

/** Asks for the user name and password a server or proxy wants before it shows anything. */
export function LoginSheet({ prompt, more }: LoginSheetProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isKept, setIsKept] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const answer = (credentials: { readonly username: string; readonly password: string } | null): void => {
    send('login.answer', { promptId: prompt.id, credentials, isKept });
    send('page.focus');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (username !== '') answer({ username, password });
  };
  const isInsecure = prompt.protocol === 'http:';
  return (
    <Sheet
      icon={KeyRound}
      title={t(prompt.isProxy ? 'login.titleProxy' : 'login.title', { host: prompt.host })}
      onCancel={() => answer(null)}
    >
      {prompt.realm !== '' && <p>{t('login.realm', { realm: prompt.realm })}</p>}
      {prompt.again && <Note kind="error">{t('login.again')}</Note>}
      {isInsecure && <Note kind="warning">{t('login.insecure')}</Note>}
      <form onSubmit={submit}>
        <TextField
          label={t('login.username')}
          value={username}
          maxLength={1000}
          autoFocus
          required
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <TextField
          label={t('login.password')}
          type={isShown ? 'text' : 'password'}
          value={password}
          maxLength={1000}
          onChange={(event) => setPassword(event.currentTarget.value)}
          action={
            <IconButton
              icon={isShown ? EyeOff : Eye}
              label={t(isShown ? 'login.hidePassword' : 'login.showPassword')}
              onClick={() => setIsShown(!isShown)}
            />
          }
        />
        {prompt.canKeep && <Check label={t('login.keep')} checked={isKept} onChange={setIsKept} />}
        <div className="sheet-buttons">
          {more > 0 && <p className="sheet-more">{t('permission.more', { count: more })}</p>}
          <Button onClick={() => answer(null)}>{t('common.cancel')}</Button>
          <Button look="primary" submits aria-disabled={username === ''}>
            {t('login.signIn')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
