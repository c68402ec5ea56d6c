import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import type { ListenConsent, SleepMode } from '../../../electron/core/model/sleep-settings';
import { SelectRow } from '../../components/select';
import { SettingLine } from '../../components/setting-line';
import { usePastText } from '../../components/until-text';
import { useCommand, useProjection, useSend } from '../../store/use-shell';
import { useAwakeWords } from '../sleep/use-awake-words';

/** Keys of what each mode is called, and of what it means. */
const modes = {
  auto: ['settings.services.sleepAuto', 'settings.services.sleepAutoHint'],
  awake: ['settings.services.sleepAwake', 'settings.services.sleepAwakeHint'],
  'asleep-at-start': ['settings.services.sleepAtStart', 'settings.services.sleepAtStartHint'],
} as const satisfies Readonly<Record<SleepMode, unknown>>;
const consents = {
  ask: 'settings.services.listenAsk',
  yes: 'settings.services.listenYes',
  no: 'settings.services.listenNo',
} as const satisfies Readonly<Record<ListenConsent, unknown>>;
const modeNames = Object.keys(modes) as SleepMode[];
const consentNames = Object.keys(consents) as ListenConsent[];

/** When a service sleeps, and how it is heard meanwhile. */
export function SleepFields({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const sayAwake = useAwakeWords();
  const { id: serviceId, sleepMode } = service;
  return (
    <>
      <SelectRow
        label={t('settings.services.sleep')}
        hint={t(modes[sleepMode][1])}
        state={sleepMode === 'awake' ? undefined : sayAwake(service)}
        value={sleepMode}
        options={modeNames.map((value) => ({ value, label: t(modes[value][0]) }))}
        onChange={(mode) => send('service.set-sleep-mode', { serviceId, sleepMode: mode })}
      />
      {sleepMode !== 'awake' && <Hearing service={service} />}
    </>
  );
}

function Hearing({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const canKeep = useCanKeep();
  const canListen = useProjection(({ listenable }) => listenable.includes(service.recipeId));
  const everyMin = useProjection((projection) => projection.settings.sleep.checkEveryMin);
  const state = useListeningWords(service);
  const label = t('settings.services.listen');
  const looks =
    everyMin === null
      ? t('settings.services.lookedNever')
      : t('settings.services.lookedAt', { count: everyMin });
  if (!canListen) return <SettingLine name={label} hint={looks} />;
  const sealed = t(canKeep === false ? 'settings.services.listenUnsealed' : 'settings.services.listenSealed');
  return (
    <SelectRow
      label={label}
      hint={service.listen === 'no' ? looks : sealed}
      state={service.listen === 'yes' ? state : undefined}
      value={service.listen}
      options={consentNames.map((value) => ({ value, label: t(consents[value]) }))}
      onChange={(listen) => send('service.set-listen', { serviceId: service.id, listen })}
    />
  );
}

/** Says how listening goes; nothing where nobody listens, since its page is there. */
function useListeningWords({ listening, countsFromMs }: ServiceProjection): string | undefined {
  const { t } = useTranslation();
  const past = usePastText();
  if (listening === 'off') return undefined;
  if (listening === 'lost')
    return countsFromMs === undefined
      ? undefined
      : t('settings.services.listening.lost', { time: past(countsFromMs) });
  return t(`settings.services.listening.${listening}`);
}

/** Whether what a service signs in with can be kept; `undefined` while that is not known. */
function useCanKeep(): boolean | undefined {
  const command = useCommand();
  const [canKeep, setCanKeep] = useState<boolean>();
  useEffect(() => {
    command('sign-ins.can-keep').then(setCanKeep, () => undefined);
  }, [command]);
  return canKeep;
}
