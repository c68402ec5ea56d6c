import { IdCard } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prompt } from '../../../electron/core/model/prompt';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Sheet } from '../../components/sheet';
import { useSend } from '../../store/use-shell';
import { useDateWords } from '../certificates/certificate-facts';
import { toHostWords } from '../certificates/certificate-words';
import '../certificates/certificates.css';

interface OwnCertificateSheetProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'own-certificate' }>;
  readonly more: number;
}

/** Asks which certificate of the person's own a server is shown; none is chosen beforehand. */
export function OwnCertificateSheet({ prompt, more }: OwnCertificateSheetProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const toDate = useDateWords();
  const name = useId();
  const [chosen, setChosen] = useState<string>();
  const [isKept, setIsKept] = useState(false);
  const host = toHostWords(prompt.place);
  const answer = (fingerprint: string | null): void => {
    send('own-certificate.answer', {
      promptId: prompt.id,
      fingerprint,
      isKept: isKept && fingerprint !== null,
    });
    send('page.focus');
  };
  return (
    <Sheet icon={IdCard} title={t('ownCertificate.title', { host })} onCancel={() => answer(null)}>
      <p>{t('ownCertificate.text')}</p>
      <div className="own-choices" role="radiogroup" aria-label={t('ownCertificate.label')}>
        {prompt.choices.map((choice) => (
          <label key={choice.fingerprint} className="own-choice">
            <input
              type="radio"
              name={name}
              value={choice.fingerprint}
              checked={chosen === choice.fingerprint}
              onChange={() => setChosen(choice.fingerprint)}
            />
            <span dir="auto">{choice.subject}</span>
            <span>
              {t('ownCertificate.signed', { issuer: choice.issuer, date: toDate(choice.validToMs) })}
            </span>
          </label>
        ))}
      </div>
      <Check label={t('ownCertificate.keep', { host })} checked={isKept} onChange={setIsKept} />
      <div className="sheet-buttons">
        {more > 0 && <p className="sheet-more">{t('permission.more', { count: more })}</p>}
        <Button onClick={() => answer(null)}>{t('ownCertificate.none')}</Button>
        <Button
          look="primary"
          aria-disabled={chosen === undefined}
          onClick={() => chosen !== undefined && answer(chosen)}
        >
          {t('ownCertificate.show')}
        </Button>
      </div>
    </Sheet>
  );
}
