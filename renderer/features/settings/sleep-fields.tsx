import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import type { ListenConsent, SleepMode } from '../../../electron/core/model/sleep-settings';
import { SelectRow } from '../../components/select';
import { usePastText } from '../../components/until-text';
import { useCommand, useProjection, useSend } from '../../store/use-shell';
import { useAwakeWords } from '../sleep/use-awake-words';

const modeKeys = { auto: 'sleepAuto', awake: 'sleepAwake', 'asleep-at-start': 'sleepAtStart' } as const;
const listenKeys = { ask: 'listenAsk', yes: 'listenYes', no: 'listenNo' } as const;

/** When a service sleeps, and how it is heard meanwhile. */
export function SleepFields({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const sayAwake = useAwakeWords();
  const { id: serviceId, sleepMode } = service;
  const key = modeKeys[sleepMode];
  const modes = Object.entries(modeKeys) as [SleepMode, (typeof modeKeys)[SleepMode]][];
  return (
    <>
      <SelectRow
        label={t('settings.services.sleep')}
        hint={sayAwake(service) ?? t(`settings.services.${key}Hint`)}
        value={sleepMode}
        options={modes.map(([value, name]) => ({ value, label: t(`settings.services.${name}`) }))}
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
  if (!canListen)
    return (
      <div className="setting-row">
        <div className="setting-words">
          <p className="setting-name">{label}</p>
          <p>{looks}</p>
        </div>
      </div>
    );
  const choices = Object.entries(listenKeys) as [ListenConsent, (typeof listenKeys)[ListenConsent]][];
  const sealed = t(canKeep === false ? 'settings.services.listenUnsealed' : 'settings.services.listenSealed');
  const isHeard = service.listen === 'yes' && state !== undefined;
  return (
    <SelectRow
      label={label}
      hint={[service.listen === 'no' ? looks : sealed, ...(isHeard ? [state] : [])].join(' ')}
      value={service.listen}
      options={choices.map(([value, name]) => ({ value, label: t(`settings.services.${name}`) }))}
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
