import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FocusSchedule } from '../../../electron/core/model/focus';
import { Segmented } from '../../components/choice';
import { SelectRow } from '../../components/select';
import { ServiceChecks } from '../../components/service-checks';
import { useProjection } from '../../store/use-shell';

interface ServiceFieldsProps {
  readonly services: FocusSchedule['services'];
  readonly onChange: (services: FocusSchedule['services']) => void;
}

/** For which services a schedule is. */
export function ServiceFields({ services, onChange }: ServiceFieldsProps): ReactNode {
  const { t } = useTranslation();
  const all = useProjection((projection) => projection.services);
  const workspaces = useProjection((projection) => projection.workspaces);
  const [first] = workspaces;
  const allIds = all.map(({ id }) => id);
  const workspaceOf = (id: string) => workspaces.find((workspace) => workspace.id === id);
  const chosen =
    services.kind === 'all'
      ? allIds
      : services.kind === 'some'
        ? services.serviceIds
        : (workspaceOf(services.workspaceId)?.serviceIds ?? []);
  return (
    <div className="service-fields">
      <Segmented
        label={t('focus.schedule.services')}
        value={services.kind}
        options={[
          { value: 'all', label: t('focus.schedule.all') },
          { value: 'some', label: t('focus.schedule.some') },
          ...(first === undefined
            ? []
            : [{ value: 'workspace' as const, label: t('focus.schedule.workspace') }]),
        ]}
        onChange={(kind) => {
          if (kind === 'all') onChange({ kind });
          else if (kind === 'some') onChange({ kind, serviceIds: [...chosen] });
          else if (first !== undefined) onChange({ kind, workspaceId: first.id });
        }}
      />
      {services.kind === 'some' && (
        <ServiceChecks
          label={t('focus.schedule.services')}
          chosen={chosen}
          onChange={(serviceIds) => onChange({ kind: 'some', serviceIds })}
        />
      )}
      {services.kind === 'workspace' && (
        <SelectRow
          label={t('focus.schedule.workspace')}
          value={services.workspaceId}
          options={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(workspaceId) => onChange({ kind: 'workspace', workspaceId })}
        />
      )}
    </div>
  );
}
