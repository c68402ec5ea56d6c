import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrustedCertificate } from '../../../electron/core/model/certificate-trust';
import type { LoginProjection } from '../../../electron/core/ipc/projection';
import type { OwnCertificate } from '../../../electron/core/model/sign-in';
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
  const logins = useProjection((projection) => projection.logins);
  const own = useProjection((projection) => projection.ownCertificates);
  const label = t('settings.trust.certificates');
  const hint = t('settings.trust.certificatesHint');
  return {
    title: t('settings.trust.title'),
    rows: [
      {
        key: 'certificates',
        texts: [label, hint, ...certificates.map(({ place }) => place)],
        row: (
          <div className="setting-list trust-list">
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
      {
        key: 'logins',
        texts: [t('settings.trust.logins'), ...logins.map(({ place }) => place)],
        row: (
          <div className="setting-list trust-list">
            <h3>{t('settings.trust.logins')}</h3>
            <p>{t(logins.length === 0 ? 'settings.trust.loginsNone' : 'settings.trust.loginsHint')}</p>
            <ul>
              {logins.map((login) => (
                <SavedLogin key={toLoginKey(login)} login={login} />
              ))}
            </ul>
          </div>
        ),
      },
      {
        key: 'own',
        texts: [t('settings.trust.own'), ...own.map(({ place }) => place)],
        row: (
          <div className="setting-list trust-list">
            <h3>{t('settings.trust.own')}</h3>
            <p>{t(own.length === 0 ? 'settings.trust.ownNone' : 'settings.trust.ownHint')}</p>
            <ul>
              {own.map((one) => (
                <OwnRow key={`${one.serviceId} ${one.place}`} own={one} />
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
        <span dir="auto">{host}</span>
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

/** Tells one from the others. */
const toLoginKey = ({ serviceId, place, protocol, scheme, realm }: LoginProjection): string =>
  `${serviceId} ${place} ${protocol} ${scheme} ${realm}`;

function SavedLogin({ login }: { readonly login: LoginProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const toDate = useDateWords();
  const name = useProjection((projection) =>
    projection.services.find((service) => service.id === login.serviceId),
  )?.name;
  const { sinceMs, ...key } = login;
  const host = toHostWords(login.place);
  return (
    <li>
      <div>
        <span>{login.isProxy ? t('settings.trust.proxy', { host }) : host}</span>
        <p>{t('settings.trust.loginOf', { name: name ?? host, date: toDate(sinceMs) })}</p>
      </div>
      <Button
        aria-label={t('settings.trust.forgetLabel', { host })}
        onClick={() => send('login.forget', key)}
      >
        {t('settings.trust.forget')}
      </Button>
    </li>
  );
}

function OwnRow({ own }: { readonly own: OwnCertificate }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const toDate = useDateWords();
  const { serviceId, place, subject } = own;
  const host = toHostWords(place);
  return (
    <li>
      <div>
        <span dir="auto">{host}</span>
        <p>{t('settings.trust.ownOf', { subject, date: toDate(own.sinceMs) })}</p>
      </div>
      <Button
        aria-label={t('settings.trust.ownForgetLabel', { host })}
        onClick={() => send('own-certificate.forget', { serviceId, place })}
      >
        {t('settings.trust.forget')}
      </Button>
    </li>
  );
}
