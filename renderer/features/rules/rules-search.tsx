import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../components/search-field';
import { Select } from '../../components/select';
import { useProjection } from '../../store/use-shell';

interface RulesSearchProps {
  readonly text: string;
  readonly serviceId: string | undefined;
  readonly onChange: (text: string, serviceId: string | undefined) => void;
  /** The keyboard goes on to the table. */
  readonly onLeave: () => void;
}

/** Finds rows by words, and by service. */
export function RulesSearch({ text, serviceId, onChange, onLeave }: RulesSearchProps): ReactNode {
  const { t } = useTranslation();
  const services = useProjection((projection) => projection.services);
  return (
    <div className="rules-search" role="search">
      <SearchField
        label={t('rules.search')}
        value={text}
        onChange={(value) => onChange(value, serviceId)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onLeave();
        }}
      />
      {services.length > 1 && (
        <Select
          label={t('rules.ofService')}
          value={serviceId ?? ''}
          options={[
            { value: '', label: t('rules.allServices') },
            ...services.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onChange(text, value === '' ? undefined : value)}
        />
      )}
    </div>
  );
}
