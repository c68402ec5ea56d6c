import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Button } from '../../components/button';
import { Switch } from '../../components/choice';
import { ServiceIcon } from '../../components/service-icon';
import { useSend } from '../../store/use-shell';

interface ServiceSettingsProps {
  readonly service: ServiceProjection;
  /** Open to begin with: the search left only this one. */
  readonly isOpen: boolean;
}

/** One service's own settings, folded under its name. */
export function ServiceSettings({ service, isOpen }: ServiceSettingsProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const [unfolded, setUnfolded] = useState<boolean>();
  const { id: serviceId } = service;
  return (
    <details
      className="service-settings"
      open={unfolded ?? isOpen}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary>
        <ServiceIcon recipeId={service.recipeId} name={service.name} iconUrl={service.iconUrl} size={28} />
        <span className="service-settings-name">
          <span>{service.name}</span>
          <span>{new URL(service.url).host}</span>
        </span>
        <ChevronRight className="flip" size={16} strokeWidth={1.5} aria-hidden />
      </summary>
      <div className="service-settings-body">
        <Switch
          label={t('settings.services.enabled')}
          hint={t('settings.services.enabledHint')}
          checked={service.enabled}
          onChange={(enabled) => send('service.set-enabled', { serviceId, enabled })}
        />
        <Switch
          label={t('settings.services.notify')}
          hint={t('settings.services.notifyHint')}
          checked={service.notify}
          onChange={(notify) => send('service.set-notify', { serviceId, notify })}
        />
        <Switch
          label={t('settings.services.count')}
          hint={t('settings.services.countHint')}
          checked={service.countInTotal}
          onChange={(countInTotal) => send('service.set-count', { serviceId, countInTotal })}
        />
        <Permissions service={service} />
      </div>
    </details>
  );
}

function Permissions({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  return (
    <div className="permissions">
      <h3>{t('settings.services.permissions')}</h3>
      {service.permissions.length === 0 && <p>{t('settings.services.permissionsNone')}</p>}
      <ul>
        {service.permissions.map(({ origin, permission, decision }) => (
          <li key={`${origin} ${permission}`}>
            <div>
              <span>{t(`permission.name.${permission}`)}</span>
              <p>{origin}</p>
            </div>
            <span data-decision={decision}>
              {t(decision === 'allow' ? 'settings.services.allowed' : 'settings.services.denied')}
            </span>
            <Button
              aria-label={t('settings.services.revokeLabel', {
                permission: t(`permission.name.${permission}`),
                origin,
              })}
              onClick={() => send('permission.revoke', { serviceId: service.id, origin, permission })}
            >
              {t('settings.services.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
