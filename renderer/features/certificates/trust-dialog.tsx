import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isChanged, type RefusedCertificate } from '../../../electron/core/model/certificate-trust';
import { Button } from '../../components/button';
import { Check } from '../../components/check';
import { Dialog } from '../../components/dialog';
import { Note } from '../../components/note';
import { useCommand } from '../../store/use-shell';
import { CertificateFacts } from './certificate-facts';
import { toHostWords } from './certificate-words';

interface TrustDialogProps {
  readonly refused: RefusedCertificate;
  /** Told once it is trusted. */
  readonly onTrusted?: () => void;
  readonly onClose: () => void;
}

/** Shows a certificate whole, and asks whether it is trusted at its host; what is doubtful has to be said to be known. */
export function TrustDialog({ refused, onTrusted, onClose }: TrustDialogProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [known, setKnown] = useState<readonly string[]>([]);
  const [isLate, setIsLate] = useState(false);
  const host = toHostWords(refused.place);
  const doubts = doubtsOf(refused);
  const isKnown = doubts.every((doubt) => known.includes(doubt));
  const trust = async (): Promise<void> => {
    if (!isKnown) return;
    const { place, certificate } = refused;
    const isTrusted = await command('certificate.trust', { place, fingerprint: certificate.fingerprint });
    if (!isTrusted) return setIsLate(true);
    onTrusted?.();
    onClose();
  };
  return (
    <Dialog title={t('certificate.dialogTitle', { host })} size="wide" onClose={onClose}>
      {isChanged(refused) && <Note kind="error">{t('certificate.text.changed', { host })}</Note>}
      <CertificateFacts refused={refused} />
      <p className="dialog-text">{t('certificate.compare', { host })}</p>
      {doubts.map((doubt) => (
        <Check
          key={doubt}
          label={t(`certificate.doubt.${doubt}`, { host, subject: refused.certificate.subject })}
          checked={known.includes(doubt)}
          onChange={(checked) => {
            const others = known.filter((one) => one !== doubt);
            setKnown(checked ? [...others, doubt] : others);
          }}
        />
      ))}
      {isLate && <Note kind="error">{t('certificate.late')}</Note>}
      <div className="dialog-buttons">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          look={isChanged(refused) ? 'danger' : 'primary'}
          aria-disabled={!isKnown}
          onClick={() => void trust().catch(() => setIsLate(true))}
        >
          {t('certificate.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}

type Doubt = 'changed' | 'expired' | 'other-host';

/** What a person must have taken note of before such a certificate is trusted. */
const doubtsOf = (refused: RefusedCertificate): readonly Doubt[] => [
  ...(isChanged(refused) ? (['changed'] as const) : []),
  ...(refused.problems.includes('expired') ? (['expired'] as const) : []),
  ...(refused.problems.includes('other-host') ? (['other-host'] as const) : []),
];
