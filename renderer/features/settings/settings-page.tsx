import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../components/search-field';
import { About } from './about';
import { useGeneralSections } from './use-general-sections';
import { ServiceSettings } from './service-settings';
import { isFound } from './settings-search';
import { useProjection, useSend } from '../../store/use-shell';
import './settings-page.css';

/** The settings: one page, found by typing. */
export function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const services = useProjection((projection) => projection.services);
  const sections = useGeneralSections(query)
    .map(({ title, place, rows }) => ({
      title,
      place,
      rows: rows.filter((row) => isFound(query, [title, ...row.texts])),
    }))
    .filter(({ rows }) => rows.length > 0);
  const servicesTitle = t('settings.services.title');
  const found = services.filter((service) =>
    isFound(query, [
      servicesTitle,
      service.name,
      service.url,
      t('settings.services.sleep'),
      t('settings.services.permissions'),
      t('permission.name.camera-and-microphone'),
      t('settings.services.browser'),
      ...(['code', 'dark', 'userAgent', 'proxy', 'stored'] as const).map((key) => t(`tweaks.${key}`)),
      ...service.permissions.map((grant) => t(`permission.name.${grant.permission}`)),
    ]),
  );
  const isAboutFound = isFound(query, [t('settings.about.title'), 'foyer electron chromium']);
  const isNothing = sections.length === 0 && found.length === 0 && !isAboutFound;
  const settings = useRef<HTMLDivElement>(null);
  const send = useSend();
  const at = useProjection((projection) => projection.settingsAt);
  useEffect(() => {
    if (at === undefined) return;
    const section = settings.current?.querySelector<HTMLElement>(`[data-place="${at}"]`);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('summary, button, input, select')?.focus({ preventScroll: true });
    // Said once, so that the next time it leads there again.
    send('page.show', { page: 'settings' });
  }, [at, send]);
  return (
    <div ref={settings} className="settings">
      <SearchField label={t('settings.search')} value={query} onChange={setQuery} />
      <div role="status">{isNothing && <p className="settings-none">{t('settings.none')}</p>}</div>
      {sections.map(({ title, place, rows }) => (
        <section key={title} data-place={place}>
          <h2>{title}</h2>
          <div className="settings-card">
            {rows.map(({ key, row }) => (
              <div key={key}>{row}</div>
            ))}
          </div>
        </section>
      ))}
      {found.length > 0 && (
        <section data-place="services">
          <h2>{servicesTitle}</h2>
          <div className="settings-card">
            {found.map((service) => (
              <ServiceSettings key={service.id} service={service} isOpen={found.length === 1} />
            ))}
          </div>
        </section>
      )}
      {isAboutFound && <About />}
    </div>
  );
}
