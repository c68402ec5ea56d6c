import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncBeginAnswer, SyncJoinAnswer } from '../../../electron/core/ipc/sync-contract';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { useCommand } from '../../store/use-shell';
import { Changes } from '../moving/changes';
import '../moving/moving.css';

interface JoinOfferProps {
  readonly place: string;
  readonly offer: Extract<SyncBeginAnswer, { readonly kind: 'offer' }>;
  readonly onJoined: () => void;
  readonly onBack: () => void;
}

/** What joining changes on this machine, before it does. */
export function JoinOffer({ place, offer, onJoined, onBack }: JoinOfferProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SyncJoinAnswer>();
  const join = (): void => {
    setBusy(true);
    void command('sync.join')
      .catch((): SyncJoinAnswer => ({ kind: 'failed', reason: 'gone' }))
      .then((given) => {
        setBusy(false);
        setAnswer(given);
        if (given.kind === 'joined') onJoined();
      });
  };
  const { changes, isUnchanged } = offer;
  return (
    <>
      <p className="dialog-text">{t('sync.offerText')}</p>
      <Changes
        offer={{
          kind: 'offer',
          file: place,
          madeAtMs: null,
          changes,
          isUnchanged,
          inboxComes: 0,
          inboxStays: 0,
        }}
      />
      {answer?.kind === 'failed' && <Note kind="error">{t(`sync.problem.${answer.reason}`)}</Note>}
      <div className="dialog-buttons">
        <Button onClick={onBack} disabled={isBusy}>
          {t('moving.back')}
        </Button>
        <Button look="primary" autoFocus disabled={isBusy} onClick={join}>
          {t('sync.join')}
        </Button>
      </div>
    </>
  );
}
