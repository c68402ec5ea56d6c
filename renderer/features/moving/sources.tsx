import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundApp, ImportOffer, OfferAnswer } from '../../../electron/core/ipc/moving-contract';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { SettingLine } from '../../components/setting-line';
import { useCommand } from '../../store/use-shell';
import { appNames } from './app-names';
import { useFoundApps } from './use-found-apps';

/** Where services can come from: apps on this computer, or a file. What is wrong with one is said here. */
export function Sources({ onOffer }: { readonly onOffer: (offer: ImportOffer) => void }): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const found = useFoundApps();
  const [answer, setAnswer] = useState<OfferAnswer>();
  const [isBusy, setBusy] = useState(false);
  const take = (asked: Promise<OfferAnswer>): void => {
    setAnswer(undefined);
    setBusy(true);
    asked
      .then((given) => (given.kind === 'offer' ? onOffer(given) : setAnswer(given)))
      .catch(() => setAnswer({ kind: 'failed', reason: 'unreadable' }))
      .finally(() => setBusy(false));
  };
  return (
    <section>
      <h2>{t('moving.bring')}</h2>
      <p className="moving-hint">{t('moving.bringHint')}</p>
      {answer?.kind === 'failed' && <Note kind="error">{t(`moving.failed.${answer.reason}`)}</Note>}
      <div className="settings-card" aria-busy={isBusy}>
        {found.map((one, at) => (
          <FoundRow
            key={one.folder}
            found={one}
            isBusy={isBusy}
            onLook={() => take(command('moving.look', { at }))}
          />
        ))}
        <SettingLine name={t('moving.file')} hint={t('moving.fileHint')}>
          <Button disabled={isBusy} onClick={() => take(command('moving.choose'))}>
            {t('moving.choose')}
          </Button>
        </SettingLine>
      </div>
    </section>
  );
}

interface FoundRowProps {
  readonly found: FoundApp;
  readonly isBusy: boolean;
  readonly onLook: () => void;
}

function FoundRow({ found: { app, folder, canBring }, isBusy, onLook }: FoundRowProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="setting-row">
      <div className="setting-words">
        <p className="setting-name">{t('moving.found', { app: appNames[app] })}</p>
        <p>{canBring ? t('moving.foundHint') : t(`moving.away.${app}`)}</p>
        <p className="moving-path" dir="ltr">
          {folder}
        </p>
      </div>
      {canBring && (
        <Button disabled={isBusy} aria-label={t('moving.lookLabel', { app: appNames[app] })} onClick={onLook}>
          {t('moving.look')}
        </Button>
      )}
    </div>
  );
}
