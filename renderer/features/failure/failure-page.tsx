import {
  ChevronRight,
  CloudOff,
  Hourglass,
  Power,
  ShieldAlert,
  Unplug,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Button } from '../../components/button';
import { useProjection, useSend, useShell } from '../../store/use-shell';
import { CertificateFailure } from './certificate-failure';
import { CountdownLine } from './countdown-line';
import { toFailureWords, type FailureWords } from './failure-words';
import './failure-page.css';

const icons: Readonly<Partial<Record<FailureWords['kind'], LucideIcon>>> = {
  offline: CloudOff,
  timeout: Hourglass,
  certificate: ShieldAlert,
  blocked: ShieldAlert,
  crashed: Zap,
  hung: Hourglass,
  disabled: Power,
};

/** What stands where a service's page should be: what happened, what was kept, what can be done. */
export function FailurePage({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const titleId = useId();
  const online = useProjection((projection) => projection.online);
  const last = useShell((state) => state.failures[service.id]);
  const words = toFailureWords(service, last, online);
  const reload = (fromStartPage: boolean): void =>
    send('service.reload', { serviceId: service.id, fromStartPage });
  if (words.kind === 'opening') {
    return (
      <div className="page-centre">
        <p className="failure-opening">{t('failure.opening', { name: service.name })}</p>
      </div>
    );
  }
  if (words.certificate !== undefined) {
    return <CertificateFailure service={service} refused={words.certificate} words={words} />;
  }
  const Icon = icons[words.kind] ?? Unplug;
  const names = { name: service.name, host: words.host };
  return (
    <div className="page-centre">
      <section className="failure" aria-labelledby={titleId}>
        <span className="failure-icon" data-kind={words.kind}>
          <Icon size={24} strokeWidth={1.5} aria-hidden />
        </span>
        <div role="status">
          <h2 id={titleId}>{t(`failure.${words.kind}.title`, names)}</h2>
          <p>{t(`failure.${words.kind}.text`, names)}</p>
        </div>
        <div className="failure-buttons">
          {words.kind === 'disabled' ? (
            <Button
              look="primary"
              onClick={() => send('service.set-enabled', { serviceId: service.id, enabled: true })}
            >
              {t('failure.disabled.action')}
            </Button>
          ) : (
            <>
              <Button look="primary" aria-disabled={words.retry === 'now'} onClick={() => reload(false)}>
                {words.retry === 'now'
                  ? t('failure.tryingAgain')
                  : t(words.kind === 'hung' ? 'failure.reload' : 'common.tryNow')}
              </Button>
              <Button onClick={() => reload(true)}>{t('failure.home')}</Button>
            </>
          )}
        </div>
        <p className="failure-next">
          {typeof words.retry === 'number' && <CountdownLine untilMs={words.retry} />}
        </p>
        {words.kind !== 'disabled' && words.code !== undefined && (
          <Details words={words} address={service.url} />
        )}
      </section>
    </div>
  );
}

interface FailureDetailsProps {
  readonly words: FailureWords;
  readonly address: string;
}

function Details({ words, address }: FailureDetailsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <details className="failure-details">
      <summary>
        <ChevronRight className="flip" size={16} strokeWidth={1.5} aria-hidden />
        {t('failure.details')}
      </summary>
      <dl className="selectable">
        <dt>{t(words.kind === 'crashed' ? 'failure.detailReason' : 'failure.detailCode')}</dt>
        <dd>{words.code}</dd>
        <dt>{t('failure.detailAddress')}</dt>
        <dd>{address}</dd>
        <dt>{t('failure.detailAttempts')}</dt>
        <dd>{words.attempt}</dd>
      </dl>
    </details>
  );
}
