import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  const chosen = serviceIds.flatMap((id) => services.find((service) => service.id === id) ?? []);
  const move = (from: number, to: number): void => {
    const id = chosen[from]?.id;
    if (id === undefined || to < 0 || to >= chosen.length) return;
    const ids = chosen.map((service) => service.id);
    onChange(ids.toSpliced(from, 1).toSpliced(to, 0, id));
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
