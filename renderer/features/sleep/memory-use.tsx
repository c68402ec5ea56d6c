import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Button } from '../../components/button';
import { ServiceIcon } from '../../components/service-icon';
import { useProjection, useSend } from '../../store/use-shell';
import { isAsleep } from '../sidebar/service-state';
import { toSizeText } from './sizes';
import { toSleepOffer } from './sleep-state';
import { useAwakeWords } from './use-awake-words';
import './memory-use.css';

/** What the pages take now, the largest first, and a way to let each sleep. */
export function MemoryUse(): ReactNode {
  const { t, i18n } = useTranslation();
  const services = useProjection((projection) => projection.services);
  const machineBytes = useProjection((projection) => projection.machineBytes);
  const percent = useProjection((projection) => projection.settings.sleep.memoryPercent);
  const awake = services
    .filter(({ memoryBytes }) => memoryBytes !== undefined)
    .toSorted((a, b) => bytesOf(b) - bytesOf(a));
  const asleep = services.filter((service) => isAsleep(service)).length;
  const size = toSizeText(
    awake.reduce((sum, service) => sum + bytesOf(service), 0),
    i18n.language,
  );
  const limit = toSizeText((machineBytes * percent) / 100, i18n.language);
  return (
    <div className="setting-list memory-use">
      <div className="memory-use-head">
        <h3>{t('settings.memory.use')}</h3>
        {awake.length > 0 && <p>{machineBytes === 0 ? size : t('settings.memory.useOf', { size, limit })}</p>}
      </div>
      {awake.length === 0 && <p>{t('settings.memory.useNone')}</p>}
      <ul>
        {awake.map((service) => (
          <Use key={service.id} service={service} />
        ))}
      </ul>
      {asleep > 0 && <p>{t('settings.memory.asleepCount', { count: asleep })}</p>}
    </div>
  );
}

function Use({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const sayAwake = useAwakeWords();
  const kind = useProjection((projection) => toSleepOffer(service, projection)?.kind);
  const why = kind === 'never' ? t('serviceMenu.sleepNever') : sayAwake(service);
  const { id: serviceId, name } = service;
  return (
    <li>
      <ServiceIcon recipeId={service.recipeId} name={name} iconUrl={service.iconUrl} size={24} />
      <div className="memory-use-words">
        <span dir="auto" title={name}>
          {name}
        </span>
        {why !== undefined && <p>{why}</p>}
      </div>
      <span className="memory-use-size">{toSizeText(bytesOf(service), i18n.language)}</span>
      <Button
        aria-label={t('settings.memory.sleepLabel', { name })}
        aria-disabled={kind !== 'sleep'}
        onClick={() => {
          if (kind === 'sleep') send('service.sleep', { serviceId });
        }}
      >
        {t('serviceMenu.sleep')}
      </Button>
    </li>
  );
}

const bytesOf = ({ memoryBytes = 0 }: ServiceProjection): number => memoryBytes;
