import { Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { MenuItem } from '../../components/menu';
import { useProjection, useSend } from '../../store/use-shell';
import { toSleepOffer } from './sleep-state';
import { useAwakeWords } from './use-awake-words';

/** What of sleep can be done with a service, in its menu; where it cannot, why. */
export function SleepItem({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const sayAwake = useAwakeWords();
  const kind = useProjection((projection) => toSleepOffer(service, projection)?.kind);
  const { id: serviceId } = service;
  switch (kind) {
    case undefined:
      return null;
    case 'wake':
    case 'stay-awake':
      return (
        <MenuItem icon={Sun} onSelect={() => send('service.wake', { serviceId })}>
          {t(kind === 'wake' ? 'serviceMenu.wake' : 'serviceMenu.stayAwake')}
        </MenuItem>
      );
    default: {
      const hints = {
        sleep: undefined,
        'sleep-later': t('serviceMenu.sleepLater'),
        busy: sayAwake(service),
        never: t('serviceMenu.sleepNever'),
      };
      return (
        <MenuItem
          icon={Moon}
          hint={hints[kind]}
          disabled={kind === 'busy' || kind === 'never'}
          onSelect={() => send('service.sleep', { serviceId })}
        >
          {t('serviceMenu.sleep')}
        </MenuItem>
      );
    }
  }
}
