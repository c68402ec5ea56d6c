import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PAC_URL_MAX, PROXY_EXCEPT_MAX, PROXY_HOST_MAX } from '../../../electron/core/model/proxy';
import { PROXY_LOGIN_MAX } from '../../../electron/core/model/tweaks';
import { Button } from '../../components/button';
import { TextField } from '../../components/text-field';
import { WordsField } from '../../components/words-field';
import type { ProxyDraft, ProxyFault } from './proxy-draft';
import './tweaks.css';

/** A name and password that was typed; null: the one that is kept is to go. */
export type TypedLogin = { readonly username: string; readonly password: string } | null;

interface ProxyFormProps {
  readonly draft: ProxyDraft;
  readonly faults: readonly ProxyFault[];
  readonly takesLogin: boolean;
  readonly hasLogin: boolean;
  /** What was typed could not be sealed, so it was not kept. */
  readonly isUnsealed: boolean;
  readonly isChanged: boolean;
  readonly onDraft: (draft: ProxyDraft) => void;
  /** Without a login it stays as it is. */
  readonly onSubmit: (event: FormEvent, login: TypedLogin | undefined) => void;
}

/** Where a proxy is, and who one is there. */
export function ProxyForm(props: ProxyFormProps): ReactNode {
  const { draft, faults, takesLogin, hasLogin, isUnsealed, isChanged, onDraft, onSubmit } = props;
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const wrong = (fault: ProxyFault): string | undefined =>
    faults.includes(fault) ? t(`tweaks.proxyWrong.${fault}`) : undefined;
  const submit = (event: FormEvent): void => {
    onSubmit(event, takesLogin && username !== '' ? { username, password } : undefined);
    setUsername('');
    setPassword('');
  };
  return (
    <form className="setting-row service-names proxy-form" onSubmit={submit}>
      {draft.way === 'pac' ? (
        <TextField
          label={t('tweaks.pacUrl')}
          error={wrong('pacUrl')}
          dir="ltr"
          maxLength={PAC_URL_MAX}
          value={draft.pacUrl}
          onChange={(event) => onDraft({ ...draft, pacUrl: event.currentTarget.value })}
        />
      ) : (
        <>
          <div className="proxy-place">
            <TextField
              label={t('tweaks.proxyHost')}
              error={wrong('host')}
              dir="ltr"
              maxLength={PROXY_HOST_MAX}
              value={draft.host}
              onChange={(event) => onDraft({ ...draft, host: event.currentTarget.value })}
            />
            <TextField
              label={t('tweaks.proxyPort')}
              error={wrong('port')}
              dir="ltr"
              inputMode="numeric"
              maxLength={5}
              value={draft.port}
              onChange={(event) => onDraft({ ...draft, port: event.currentTarget.value })}
            />
          </div>
          <WordsField
            label={t('tweaks.proxyExcept')}
            hint={t('tweaks.proxyExceptHint')}
            words={draft.except}
            wordMax={200}
            wordsMax={PROXY_EXCEPT_MAX}
            onChange={(except) => onDraft({ ...draft, except })}
          />
        </>
      )}
      {takesLogin && (
        <div className="proxy-place">
          <TextField
            label={t('tweaks.proxyUser')}
            hint={t(
              isUnsealed ? 'tweaks.proxyUnsealed' : hasLogin ? 'tweaks.proxyKept' : 'tweaks.proxyUserHint',
            )}
            maxLength={PROXY_LOGIN_MAX}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <TextField
            label={t('tweaks.proxyPassword')}
            type="password"
            maxLength={PROXY_LOGIN_MAX}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </div>
      )}
      <div className="proxy-buttons">
        {takesLogin && hasLogin && (
          <Button onClick={(event) => onSubmit(event, null)}>{t('tweaks.proxyForget')}</Button>
        )}
        <Button look="primary" submits disabled={!isChanged && username === ''}>
          {t('tweaks.proxyUse')}
        </Button>
      </div>
    </form>
  );
}
