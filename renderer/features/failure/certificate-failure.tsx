import { ShieldAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusedCertificate } from '../../../electron/core/model/certificate-trust';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Button } from '../../components/button';
import { useSend, useShellStore } from '../../store/use-shell';
import { CertificateFacts } from '../certificates/certificate-facts';
import { useRefusalWords } from '../certificates/use-refusal-words';
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
  const titleId = useId();
  const { kind, title, texts } = useRefusalWords()(refused);
  const { id: serviceId } = service;
  return (
    <div className="page-centre">
      <section className="failure failure-wide" aria-labelledby={titleId}>
        <span className="failure-icon" data-kind={kind === 'changed' ? 'changed' : 'certificate'}>
          <ShieldAlert size={24} strokeWidth={1.5} aria-hidden />
        </span>
        <div role={kind === 'changed' ? 'alert' : 'status'} data-kind={kind} className="failure-words">
          <h2 id={titleId}>{title}</h2>
          {texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
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
