import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BroughtAnswer, ImportOffer } from '../../../electron/core/ipc/moving-contract';
import { Button } from '../../components/button';
import { useSend } from '../../store/use-shell';
import { BackupSection } from './backup-section';
import { Offer } from './offer';
import { Sources } from './sources';
import '../../components/choice.css';
import '../settings/settings-page.css';
import './moving.css';

type Brought = Extract<BroughtAnswer, { readonly kind: 'brought' }>;

/** Moving in from another app: where from, what comes, what came; and backups. */
export function MovingPage(): ReactNode {
  const [offer, setOffer] = useState<ImportOffer>();
  const [brought, setBrought] = useState<Brought>();
  const isOffered = offer !== undefined && brought === undefined;
  return (
    <div className="settings moving">
      {brought !== undefined && (
        <Done
          brought={brought}
          onMore={() => {
            setOffer(undefined);
            setBrought(undefined);
          }}
        />
      )}
      {isOffered ? (
        <Offer offer={offer} onDone={setBrought} onBack={() => setOffer(undefined)} />
      ) : (
        brought === undefined && (
          <>
            <Sources onOffer={setOffer} />
            <BackupSection />
          </>
        )
      )}
    </div>
  );
}

interface DoneProps {
  readonly brought: Brought;
  readonly onMore: () => void;
}

function Done({ brought, onMore }: DoneProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const services = t('moving.services', { count: brought.services });
  const came =
    brought.workspaces === 0
      ? t('moving.came', { services })
      : t('moving.cameBoth', { services, workspaces: t('moving.workspaces', { count: brought.workspaces }) });
  return (
    <section className="moving-done" role="status">
      <h2>{came}</h2>
      <p>{t('moving.signIn')}</p>
      {brought.report !== null && (
        <p className="selectable moving-path">{t('moving.report', { file: brought.report })}</p>
      )}
      <div>
        <Button look="primary" autoFocus onClick={() => send('page.show', { page: 'service' })}>
          {t('moving.toServices')}
        </Button>
        <Button onClick={onMore}>{t('moving.more')}</Button>
      </div>
    </section>
  );
}
