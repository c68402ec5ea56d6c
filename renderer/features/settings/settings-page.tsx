import { Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { About } from './about';
import { useGeneralSections } from './use-general-sections';
import { ServiceSettings } from './service-settings';
import { isFound } from './settings-search';
import { useProjection } from '../../store/use-shell';
import './settings-page.css';

/** The settings: one page, found by typing. */
export function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const services = useProjection((projection) => projection.services);
  const sections = useGeneralSections()
    .map(({ title, rows }) => ({
      title,
      rows: rows.filter((row) => isFound(query, [title, ...row.texts])),
    }))
    .filter(({ rows }) => rows.length > 0);
  const servicesTitle = t('settings.services.title');
  const found = services.filter((service) =>
    isFound(query, [
      servicesTitle,
      service.name,
      service.url,
      t('settings.services.permissions'),
      ...service.permissions.map((grant) => t(`permission.name.${grant.permission}`)),
    ]),
  );
  const isAboutFound = isFound(query, [t('settings.about.title'), 'foyer electron chromium']);
  const isNothing = sections.length === 0 && found.length === 0 && !isAboutFound;
  return (
    <div className="settings">
      <div className="settings-search">
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <input
          type="text"
          aria-label={t('settings.search')}
          placeholder={t('settings.search')}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || query === '') return;
            event.preventDefault();
            setQuery('');
          }}
        />
      </div>
      <div role="status">{isNothing && <p className="settings-none">{t('settings.none')}</p>}</div>
      {sections.map(({ title, rows }) => (
        <section key={title}>
          <h2>{title}</h2>
          <div className="settings-card">
            {rows.map(({ key, row }) => (
              <div key={key}>{row}</div>
            ))}
          </div>
        </section>
      ))}
      {found.length > 0 && (
        <section>
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
