import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { useSend } from '../../store/use-shell';

interface StartOverProps {
  /** Only then is nothing open yet that would have to go. */
  readonly isAtStart: boolean;
  readonly isBroken: boolean;
}

/** For whoever forgot the passphrase: says what that means, and lets them begin anew. */
export function StartOver({ isAtStart, isBroken }: StartOverProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const [isSure, setIsSure] = useState(false);
  return (
    <details className="lock-forgot" open={isBroken}>
      <summary>{t(isBroken ? 'lock.startOver' : 'lock.forgot')}</summary>
      <div className="lock-forgot-body">
        <p>{t(isAtStart ? 'lock.forgotText' : 'lock.forgotLater')}</p>
        {isAtStart && (
          <>
            <Check label={t('lock.sure')} checked={isSure} onChange={setIsSure} />
            <Button
              look="danger"
              disabled={!isSure}
              onClick={() => send('lock.start-over', { isSure: true })}
            >
              {t('lock.startOver')}
            </Button>
          </>
        )}
      </div>
    </details>
  );
}
