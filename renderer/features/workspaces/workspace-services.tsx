import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { servicesOf } from '../../../electron/core/decide/on-bar';
import { moveItem } from '../../../electron/core/model/move-item';
import { IconButton } from '../../components/button';
import { ServiceChecks } from '../../components/service-checks';
import { useProjection } from '../../store/use-shell';

interface WorkspaceServicesProps {
  readonly serviceIds: readonly string[];
  readonly onChange: (serviceIds: readonly string[]) => void;
}

/** Which services are in a workspace, and in which order they stand on the bar. */
export function WorkspaceServices({ serviceIds, onChange }: WorkspaceServicesProps): ReactNode {
  const { t } = useTranslation();
  const services = useProjection((projection) => projection.services);
  const chosen = servicesOf(serviceIds, services);
  const move = (from: number, to: number): void => {
    const ids = chosen.map((service) => service.id);
    const moved = moveItem(ids, from, to);
    if (moved !== ids) onChange(moved);
  };
  return (
    <>
      <fieldset className="service-fields">
        <legend>{t('workspaces.services')}</legend>
        <ServiceChecks label={t('workspaces.services')} chosen={serviceIds} onChange={onChange} />
      </fieldset>
      {chosen.length > 1 && (
        <fieldset className="workspace-order">
          <legend>{t('workspaces.order')}</legend>
          <ol>
            {chosen.map(({ id, name }, index) => (
              <li key={id}>
                <span dir="auto">{name}</span>
                <IconButton
                  icon={ArrowUp}
                  label={t('workspaces.up', { name })}
                  aria-disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={t('workspaces.down', { name })}
                  aria-disabled={index === chosen.length - 1}
                  onClick={() => move(index, index + 1)}
                />
              </li>
            ))}
          </ol>
        </fieldset>
      )}
    </>
  );
}
