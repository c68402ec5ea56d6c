import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrustedCertificate } from '../../../electron/core/model/certificate-trust';
import { Button } from '../../components/button';
import { useProjection, useSend } from '../../store/use-shell';
import type { SettingSection } from '../settings/setting-section';
import { Fingerprint, useDateWords } from './certificate-facts';
import { toHostWords } from './certificate-words';
import './certificates.css';

/** Gives the settings about whom the person trusts. */
export function useTrustSection(): SettingSection {
  const { t } = useTranslation();
  const certificates = useProjection((projection) => projection.certificates);
  const label = t('settings.trust.certificates');
  const hint = t('settings.trust.certificatesHint');
  return {
    title: t('settings.trust.title'),
    rows: [
      {
        key: 'certificates',
        texts: [label, hint, ...certificates.map(({ place }) => place)],
        row: (
          <div className="certificate-list">
            <h3>{label}</h3>
            <p>{certificates.length === 0 ? t('settings.trust.certificatesNone') : hint}</p>
            <ul>
              {certificates.map((trusted) => (
                <Trusted key={trusted.place} trusted={trusted} />
              ))}
            </ul>
          </div>
        ),
      },
    ],
  };
}

function Trusted({ trusted }: { readonly trusted: TrustedCertificate }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const toDate = useDateWords();
  const host = toHostWords(trusted.place);
  return (
    <li>
      <div>
        <span>{host}</span>
        <p>{t('settings.trust.since', { date: toDate(trusted.sinceMs) })}</p>
        <p className="selectable">
          <Fingerprint of={trusted.fingerprint} />
        </p>
      </div>
      <Button
        aria-label={t('settings.trust.revokeLabel', { host })}
        onClick={() => send('certificate.revoke', { place: trusted.place })}
      >
        {t('settings.trust.revoke')}
      </Button>
    </li>
  );
}
