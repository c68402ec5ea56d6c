import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FocusSchedule } from '../../../electron/core/model/focus';
import { Segmented } from '../../components/choice';
import { ServiceIcon } from '../../components/service-icon';
import { useProjection } from '../../store/use-shell';

interface ServiceFieldsProps {
  readonly services: FocusSchedule['services'];
  readonly onChange: (services: FocusSchedule['services']) => void;
}

/** For which services a schedule is. */
export function ServiceFields({ services, onChange }: ServiceFieldsProps): ReactNode {
  const { t } = useTranslation();
  const all = useProjection((projection) => projection.services);
  const chosen = services.kind === 'all' ? all.map(({ id }) => id) : services.serviceIds;
  return (
    <div className="service-fields">
      <Segmented
        label={t('focus.schedule.services')}
        value={services.kind}
        options={[
          { value: 'all', label: t('focus.schedule.all') },
          { value: 'some', label: t('focus.schedule.some') },
        ]}
        onChange={(kind) => onChange(kind === 'all' ? { kind } : { kind, serviceIds: chosen })}
      />
      {services.kind === 'some' && (
        <ul aria-label={t('focus.schedule.services')}>
          {all.map((service) => (
            <li key={service.id}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(service.id)}
                  onChange={(event) => {
                    const others = chosen.filter((id) => id !== service.id);
                    const serviceIds = event.currentTarget.checked ? [...others, service.id] : others;
                    onChange({ kind: 'some', serviceIds });
                  }}
                />
                <ServiceIcon
                  size={20}
                  recipeId={service.recipeId}
                  name={service.name}
                  iconUrl={service.iconUrl}
                />
                <span dir="auto">{service.name}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
