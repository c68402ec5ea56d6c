import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isChanged, type RefusedCertificate } from '../../../electron/core/model/certificate-trust';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Button } from '../../components/button';
import { useSend, useShellStore } from '../../store/use-shell';
import { CertificateFacts, useDateWords } from '../certificates/certificate-facts';
import { toHostWords } from '../certificates/certificate-words';
import { CountdownLine } from './countdown-line';
import type { FailureWords } from './failure-words';

interface CertificateFailureProps {
  readonly service: ServiceProjection;
  readonly refused: RefusedCertificate;
  readonly words: FailureWords;
}

/** What stands where the page of a server would be whose certificate was refused, and what the person can do about it. */
export function CertificateFailure({ service, refused, words }: CertificateFailureProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const toDate = useDateWords();
  const { certificate, problems } = refused;
  const kind = isChanged(refused) ? 'changed' : (problems[0] ?? certificate.problem);
  const names = {
    host: toHostWords(refused.place),
    issuer: certificate.issuer,
    subject: certificate.subject,
    from: toDate(certificate.validFrom),
    to: toDate(certificate.validTo),
  };
  const { id: serviceId } = service;
  return (
    <div className="page-centre">
      <section className="failure failure-wide" aria-labelledby="failure-title">
        <span className="failure-icon" data-kind={kind === 'changed' ? 'changed' : 'certificate'}>
          <ShieldAlert size={24} strokeWidth={1.5} aria-hidden />
        </span>
        <div role={kind === 'changed' ? 'alert' : 'status'} data-kind={kind} className="failure-words">
          <h2 id="failure-title">{t(`certificate.title.${kind}`, names)}</h2>
          <p>{t(`certificate.text.${kind}`, names)}</p>
          {kind !== 'changed' &&
            problems
              .filter((problem) => problem !== kind)
              .map((problem) => <p key={problem}>{t(`certificate.text.${problem}`, names)}</p>)}
        </div>
        <CertificateFacts refused={refused} />
        <div className="failure-buttons">
          {service.canGoBack && (
            <Button look="primary" onClick={() => send('service.go-back', { serviceId })}>
              {t('certificate.goBack')}
            </Button>
          )}
          <Button
            look={service.canGoBack ? 'plain' : 'primary'}
            aria-disabled={words.retry === 'now'}
            onClick={() => send('service.reload', { serviceId, fromStartPage: false })}
          >
            {words.retry === 'now' ? t('failure.tryingAgain') : t('common.tryNow')}
          </Button>
          <Button onClick={() => send('service.reload', { serviceId, fromStartPage: true })}>
            {t('failure.home')}
          </Button>
          <Button
            aria-haspopup="dialog"
            onClick={() => store.setState({ dialog: { kind: 'certificate', serviceId, refused } })}
          >
            {t('certificate.trust')}
          </Button>
        </div>
        <p className="failure-next">
          {typeof words.retry === 'number' && <CountdownLine untilMs={words.retry} />}
        </p>
      </section>
    </div>
  );
}
