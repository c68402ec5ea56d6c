import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import type { ForcedDark } from '../../../electron/core/model/tweaks';
import { Button } from '../../components/button';
import { Switch } from '../../components/choice';
import { SelectRow } from '../../components/select';
import { SettingLine } from '../../components/setting-line';
import { useProjection, useSend, useShellStore } from '../../store/use-shell';
import { ProxyFields } from './proxy-fields';
import { UserAgentField } from './user-agent-field';

const darks = ['off', 'with-app', 'on'] as const satisfies readonly ForcedDark[];

/** What the person changes of the pages of a service, and what is stored for them. */
export function PageTweaks({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const isSafeMode = useProjection((projection) => projection.isSafeMode);
  const { id: serviceId, name, tweaks } = service;
  const hasCode = tweaks.hasCss || tweaks.hasJs;
  const code = tweaks.hasCss ? (tweaks.hasJs ? 'both' : 'css') : tweaks.hasJs ? 'js' : 'none';
  return (
    <>
      <SettingLine name={t('tweaks.code')} hint={t(`tweaks.codeIs.${code}`)}>
        <Button
          aria-label={t('tweaks.editLabel', { name })}
          onClick={() => store.setState({ dialog: { kind: 'own-code', serviceId } })}
        >
          {t('tweaks.edit')}
        </Button>
      </SettingLine>
      {hasCode && (
        <Switch
          label={t('tweaks.use')}
          hint={t(isSafeMode ? 'tweaks.inSafeMode' : 'tweaks.useHint')}
          checked={tweaks.isCodeOn}
          onChange={(isCodeOn) => send('service.tweak', { serviceId, changes: { isCodeOn } })}
        />
      )}
      <SelectRow
        label={t('tweaks.dark')}
        hint={t(isSafeMode && tweaks.dark !== 'off' ? 'tweaks.inSafeMode' : 'tweaks.darkHint')}
        value={tweaks.dark}
        options={darks.map((value) => ({ value, label: t(`tweaks.darkIs.${value}`) }))}
        onChange={(dark) => send('service.tweak', { serviceId, changes: { dark } })}
      />
      <UserAgentField service={service} />
      <ProxyFields service={service} />
      <SettingLine name={t('tweaks.stored')} hint={t('tweaks.storedHint')}>
        <Button
          aria-label={t('tweaks.clearLabel', { name })}
          onClick={() => store.setState({ dialog: { kind: 'clear-data', serviceId } })}
        >
          {t('tweaks.clear')}
        </Button>
      </SettingLine>
    </>
  );
}
