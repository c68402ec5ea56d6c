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
  const [step, setStep] = useState<ImportOffer | Brought>();
  const goBack = (): void => setStep(undefined);
  return (
    <div className="settings moving">
      {step === undefined && (
        <>
          <Sources onOffer={setStep} />
          <BackupSection />
        </>
      )}
      {step?.kind === 'offer' && <Offer offer={step} onDone={setStep} onBack={goBack} />}
      {step?.kind === 'brought' && <Done brought={step} onMore={goBack} />}
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
