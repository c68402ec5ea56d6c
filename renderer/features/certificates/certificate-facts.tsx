import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isChanged, type RefusedCertificate } from '../../../electron/core/model/certificate-trust';
import { longDate } from '../../components/formats';
import { toFingerprintLines } from './certificate-words';
import './certificates.css';

/** What a person needs to judge a certificate, and, where it took the place of another, what that one was. */
export function CertificateFacts({ refused }: { readonly refused: RefusedCertificate }): ReactNode {
  const { t } = useTranslation();
  const toDate = useDateWords();
  const { certificate, trusted } = refused;
  return (
    <dl className="certificate-facts selectable">
      <dt>{t('certificate.subject')}</dt>
      <dd>{certificate.subject === '' ? t('certificate.nobody') : certificate.subject}</dd>
      <dt>{t('certificate.issuer')}</dt>
      <dd>{certificate.issuer === '' ? t('certificate.nobody') : certificate.issuer}</dd>
      <dt>{t('certificate.valid')}</dt>
      <dd>
        {t('certificate.validSpan', {
          from: toDate(certificate.validFrom),
          to: toDate(certificate.validTo),
        })}
      </dd>
      <dt>{t(isChanged(refused) ? 'certificate.fingerprintNow' : 'certificate.fingerprint')}</dt>
      <dd>
        <Fingerprint of={certificate.fingerprint} />
      </dd>
      {trusted !== undefined && isChanged(refused) && (
        <>
          <dt>{t('certificate.fingerprintBefore', { date: toDate(trusted.sinceMs) })}</dt>
          <dd>
            <Fingerprint of={trusted.fingerprint} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** A SHA-256 in groups, left to right in every language. */
export function Fingerprint({ of }: { readonly of: string }): ReactNode {
  return (
    <code className="fingerprint" dir="ltr">
      {toFingerprintLines(of).map((line) => (
        <span key={line}>{line} </span>
      ))}
    </code>
  );
}

/** Gives the way to say a day with its year. */
export function useDateWords(): (ms: number) => string {
  const { language } = useTranslation().i18n;
  return useCallback((ms) => longDate(language).format(ms), [language]);
}
