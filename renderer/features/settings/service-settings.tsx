import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Button } from '../../components/button';
import { Switch } from '../../components/choice';
import { ServiceIcon } from '../../components/service-icon';
import { SelectRow } from '../../components/select';
import { WordsField } from '../../components/words-field';
import { useProjection, useSend } from '../../store/use-shell';
import { ServiceBrowser } from '../links/service-browser';
import { OwnKeys } from '../keys/own-keys';
import { toOwnLevel, withPreset } from '../rules/rule-values';
import { usePresets } from '../rules/use-presets';
import { ServiceStorage } from '../storage/service-storage';
import { PageTweaks } from '../tweaks/page-tweaks';
import { ServiceDevices } from './service-devices';
import { ServiceDownloads } from './service-downloads';
import { ServiceSpelling } from './service-spelling';
import { SleepFields } from './sleep-fields';

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
  const presets = usePresets();
  const own = toOwnLevel(service.own);
  const keepsTexts = useProjection((projection) => projection.settings.inbox.keepText);
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
          <span dir="auto" title={service.name}>
            {service.name}
          </span>
          <span dir="auto" title={new URL(service.url).host}>
            {new URL(service.url).host}
          </span>
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
        <SleepFields service={service} />
        <SelectRow
          label={t('settings.services.notify')}
          hint={presets.find(({ value }) => value === own)?.hint ?? t('settings.services.notifyHint')}
          value={own}
          options={[
            { value: 'inherited' as const, label: t('serviceMenu.asEverywhere') },
            ...presets,
            ...(own === 'custom' ? [{ value: own, label: t('settings.notifications.custom') }] : []),
          ]}
          onChange={(value) => {
            if (value === 'custom') return;
            const values = withPreset(service.own, value === 'inherited' ? undefined : value);
            send('rule.set', { scope: { kind: 'service', serviceId }, values });
          }}
        />
        {(service.canMuteThere || service.muteThere !== 'ask') && (
          <SelectRow
            label={t('settings.services.muteThere')}
            hint={t('settings.services.muteThereHint')}
            value={service.muteThere}
            options={[
              { value: 'ask' as const, label: t('settings.services.muteThereAsk') },
              { value: 'here' as const, label: t('settings.services.muteThereHere') },
              {
                value: 'there' as const,
                label: t('settings.services.muteThereThere', { name: service.name }),
              },
            ]}
            onChange={(muteThere) => send('service.set-mute-there', { serviceId, muteThere })}
          />
        )}
        <Switch
          label={t('settings.services.count')}
          hint={t('settings.services.countHint')}
          checked={service.countInTotal}
          onChange={(countInTotal) => send('service.set-count', { serviceId, countInTotal })}
        />
        <Switch
          label={t('settings.services.keepText')}
          hint={t(keepsTexts ? 'settings.services.keepTextHint' : 'settings.services.keepTextNone')}
          checked={keepsTexts && service.keepText}
          disabled={!keepsTexts}
          onChange={(keepText) => send('service.set-keep-text', { serviceId, keepText })}
        />
        <div className="setting-row service-names">
          <WordsField
            label={t('settings.services.ownNames')}
            hint={t('settings.services.ownNamesHint')}
            words={service.ownNames}
            wordMax={80}
            wordsMax={20}
            onChange={(ownNames) => send('service.set-own-names', { serviceId, ownNames: [...ownNames] })}
          />
        </div>
        <ServiceDownloads service={service} />
        <ServiceSpelling service={service} />
        <ServiceDevices service={service} />
        <ServiceBrowser service={service} />
        <ServiceStorage service={service} />
        <OwnKeys service={service} />
        <PageTweaks service={service} />
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
