import { Moon, RotateCw, Sun } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { IconButton } from '../../components/button';
import { ServiceIcon } from '../../components/service-icon';
import { usePastText } from '../../components/until-text';
import { useProjection, useSend } from '../../store/use-shell';
import { isAsleep } from '../sidebar/service-state';
import { toSleepOffer } from '../sleep/sleep-state';
import { useAwakeWords } from '../sleep/use-awake-words';
import { toProcessState, type ProcessLine } from './process-table';
import { useCpuText, useSizeText } from './use-figures';

/** What one service, or one part of Foyer, uses; with what can be done about a service. */
export function ProcessRow({ line }: { readonly line: ProcessLine }): ReactNode {
  const { t } = useTranslation();
  const toCpu = useCpuText();
  const toSize = useSizeText();
  const past = usePastText();
  const { service, name } = line;
  const acts = useActs(service);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    // Where the keyboard writes other letters, it is the place that counts.
    const key = /^[a-z]$/i.test(event.key) ? `Key${event.key.toUpperCase()}` : event.code;
    if (key === 'KeyR') acts?.reload();
    else if (key === 'KeyS') acts?.sleepOrWake();
    else if (key === 'ArrowDown' || key === 'ArrowUp') move(event.currentTarget, key === 'ArrowDown');
    else return;
    event.preventDefault();
  };
  return (
    <tr onKeyDown={service && press}>
      <th scope="row">
        <div className="processes-name">
          {service && (
            <ServiceIcon recipeId={service.recipeId} name={name} iconUrl={service.iconUrl} size={24} />
          )}
          <div>
            <span dir="auto" title={name}>
              {name}
            </span>
            {service && (
              <p>
                <span className="processes-state" data-state={toProcessState(service)}>
                  {t(`processes.state.${toProcessState(service)}`)}
                </span>
                {line.isShared && <span>{t('processes.shared')}</span>}
              </p>
            )}
          </div>
        </div>
      </th>
      <td>{toSize(line.bytes)}</td>
      <td>{toCpu(line.cpuPercent)}</td>
      <td>{line.sinceMs === null ? '–' : past(line.sinceMs)}</td>
      <td>
        {acts && (
          <div className="processes-acts">
            <IconButton
              icon={RotateCw}
              label={t('processes.reload', { name })}
              aria-disabled={!acts.canReload}
              onClick={acts.reload}
            />
            <IconButton
              icon={acts.isToWake ? Sun : Moon}
              label={acts.why ?? t(acts.isToWake ? 'processes.wake' : 'settings.memory.sleepLabel', { name })}
              aria-disabled={acts.why !== undefined}
              onClick={acts.sleepOrWake}
            />
          </div>
        )}
      </td>
    </tr>
  );
}

/** What can be done about a service; nothing for a part of Foyer. */
function useActs(service: ServiceProjection | undefined) {
  const { t } = useTranslation();
  const send = useSend();
  const sayAwake = useAwakeWords();
  const kind = useProjection((projection) => service && toSleepOffer(service, projection)?.kind);
  if (service === undefined || kind === undefined) return undefined;
  const { id: serviceId } = service;
  const isToWake = kind === 'wake' || kind === 'stay-awake';
  const why =
    kind === 'never' ? t('serviceMenu.sleepNever') : kind === 'busy' ? sayAwake(service) : undefined;
  const canReload = !isAsleep(service);
  return {
    isToWake,
    /** Why it cannot sleep now. */
    why,
    canReload,
    reload: () => {
      if (canReload) send('service.reload', { serviceId, fromStartPage: false });
    },
    sleepOrWake: () => {
      if (why === undefined) send(isToWake ? 'service.wake' : 'service.sleep', { serviceId });
    },
  };
}

/** Takes the keyboard to the same button of the next line, or the one before. */
function move(row: HTMLElement, isDown: boolean): void {
  const buttons = [...row.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const other = isDown ? row.nextElementSibling : row.previousElementSibling;
  [...(other?.querySelectorAll('button') ?? [])][Math.max(0, at)]?.focus();
}
