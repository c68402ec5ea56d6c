import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateFailure } from '../../../electron/core/model/certificate';
import { toHexFingerprint } from './fingerprint';

/** What a person needs to judge a certificate. */
export function CertificateFacts({ certificate }: { readonly certificate: CertificateFailure }): ReactNode {
  const { t, i18n } = useTranslation();
  const { subject, issuer, validFrom, validTo, fingerprint } = certificate;
  const range = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).formatRange(
    validFrom,
    validTo,
  );
  return (
    <dl className="certificate-facts selectable">
      <dt>{t('discover.certificate.subject')}</dt>
      <dd>{subject}</dd>
      <dt>{t('discover.certificate.issuer')}</dt>
      <dd>{issuer}</dd>
      <dt>{t('discover.certificate.valid')}</dt>
      <dd>{range}</dd>
      <dt>{t('discover.certificate.fingerprint')}</dt>
      <dd className="certificate-fingerprint">{toHexFingerprint(fingerprint)}</dd>
    </dl>
  );
}
