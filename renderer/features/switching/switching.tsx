import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { intoSight } from '../../components/into-sight';
import { ServiceIcon } from '../../components/service-icon';
import { useProjection } from '../../store/use-shell';
import './switching.css';

/** Where one was last, while its key is held. The keyboard stays where it is, so the choice is also said. */
export function Switching(): ReactNode {
  const { t } = useTranslation();
  const switching = useProjection((projection) => projection.switching);
  const services = useProjection((projection) => projection.services);
  if (switching === undefined) return null;
  const rows = switching.places.flatMap(({ serviceId, channelId, channelName }, index) => {
    const service = services.find(({ id }) => id === serviceId);
    if (service === undefined) return [];
    const key = `${serviceId} ${channelId ?? ''}`;
    return [{ key, service, name: channelName ?? service.name, isChosen: index === switching.at }];
  });
  const chosen = rows.find(({ isChosen }) => isChosen);
  return (
    <div className="switching">
      <div role="listbox" aria-label={t('command.recentNext')} className="switching-list">
        {rows.map(({ key, service, name, isChosen }) => (
          <div key={key} role="option" aria-selected={isChosen} ref={isChosen ? intoSight : undefined}>
            <ServiceIcon
              recipeId={service.recipeId}
              name={service.name}
              iconUrl={service.iconUrl}
              size={20}
            />
            <bdi className="switching-name">{name}</bdi>
            {name !== service.name && <bdi className="switching-where">{service.name}</bdi>}
          </div>
        ))}
      </div>
      <p role="status" className="visually-hidden">
        {chosen?.name}
      </p>
    </div>
  );
}
