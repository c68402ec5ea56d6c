import { Bell, BellOff, Clock3, ListFilter } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { shortTime } from '../../components/formats';
import { MenuItem, MenuRadios, SubMenu } from '../../components/menu';
import { useUntilText } from '../../components/until-text';
import { useSend, useShellStore } from '../../store/use-shell';
import { nextMorningMs } from '../focus/mornings';
import { toOwnLevel, withPreset } from '../rules/rule-values';
import { usePresets } from '../rules/use-presets';

/** What of a service is notified, always and for a while. */
export function NotifyItems({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const until = useUntilText();
  const presets = usePresets();
  const [nowMs] = useState(() => Date.now());
  const scope = { kind: 'service', serviceId: service.id } as const;
  const own = toOwnLevel(service.own);
  const pause = (
    wanted: { readonly kind: 'minutes'; readonly minutes: number } | { readonly kind: 'tomorrow' },
  ) => send('rule.pause', { scope, until: wanted });
  return (
    <>
      <SubMenu icon={service.level === 'none' ? BellOff : Bell} label={t('serviceMenu.notify')}>
        <MenuRadios
          label={t('preset.label')}
          value={own}
          options={[{ value: 'inherited', label: t('serviceMenu.asEverywhere') }, ...presets]}
          onChange={(value) =>
            send('rule.set', {
              scope,
              values: withPreset(
                service.own,
                value === 'inherited' || value === 'custom' ? undefined : value,
              ),
            })
          }
        />
      </SubMenu>
      {service.quietUntilMs === undefined ? (
        <SubMenu icon={Clock3} label={t('serviceMenu.pause')}>
          <MenuItem onSelect={() => pause({ kind: 'minutes', minutes: 60 })}>
            {t('serviceMenu.pauseHour')}
          </MenuItem>
          <MenuItem onSelect={() => pause({ kind: 'tomorrow' })}>
            {t('serviceMenu.pauseTomorrow', { time: shortTime(i18n.language).format(nextMorningMs(nowMs)) })}
          </MenuItem>
        </SubMenu>
      ) : (
        <MenuItem
          icon={Clock3}
          hint={t('serviceMenu.pausedUntil', { time: until(service.quietUntilMs) })}
          onSelect={() => send('rule.resume', { scope })}
        >
          {t('serviceMenu.resume')}
        </MenuItem>
      )}
      <MenuItem
        icon={ListFilter}
        onSelect={() => {
          store.setState({ rulesOf: service.id });
          send('page.show', { page: 'rules' });
        }}
      >
        {t('serviceMenu.rules')}
      </MenuItem>
    </>
  );
}
