import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncBeginAnswer, SyncPlaceAnswer } from '../../../electron/core/ipc/sync-contract';
import { Dialog } from '../../components/dialog';
import { ChoosePlace } from './choose-place';
import { GivePassphrase } from './give-passphrase';
import { JoinOffer } from './join-offer';
import './sync.css';

/** Where the person is: choosing the place, giving its passphrase, looking at what would change. */
type Step =
  | { readonly kind: 'place' }
  | Extract<SyncPlaceAnswer, { readonly kind: 'found' }>
  | (Extract<SyncBeginAnswer, { readonly kind: 'offer' }> & { readonly place: string });

/** Joins this machine to others, or begins with it. */
export function SetUpSync({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ kind: 'place' });
  const back = (): void => setStep({ kind: 'place' });
  const title = {
    place: t('sync.where'),
    found: t(step.kind === 'found' && step.isNew ? 'sync.beginTitle' : 'sync.joinTitle'),
    offer: t('sync.offerTitle'),
  }[step.kind];
  return (
    <Dialog title={title} size="wide" onClose={onClose}>
      {step.kind === 'place' && <ChoosePlace onFound={setStep} onClose={onClose} />}
      {step.kind === 'found' && (
        <GivePassphrase
          found={step}
          onBegun={onClose}
          onOffer={(offer) => setStep({ ...offer, place: step.place })}
          onBack={back}
        />
      )}
      {step.kind === 'offer' && (
        <JoinOffer place={step.place} offer={step} onJoined={onClose} onBack={back} />
      )}
    </Dialog>
  );
}
