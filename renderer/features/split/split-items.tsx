import { ArrowLeftRight, Columns2, PanelLeftClose } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { MenuItem } from '../../components/menu';
import { useProjection, useSend } from '../../store/use-shell';

/** What of two services side by side can be done with one of them, or with one that is to come there; in its menu. */
export function SplitItems({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const { id: serviceId, enabled } = service;
  const sides = useProjection((projection) => projection.sides);
  const activeServiceId = useProjection((projection) => projection.activeServiceId);
  const isOut = useProjection((projection) => projection.ownWindows.includes(serviceId));
  if (serviceId === sides?.firstId || serviceId === sides?.secondId)
    return (
      <>
        <MenuItem icon={ArrowLeftRight} onSelect={() => send('command.run', { id: 'split.swap' })}>
          {t('serviceMenu.swapSides')}
        </MenuItem>
        <MenuItem icon={PanelLeftClose} onSelect={() => send('split.close', { serviceId })}>
          {t('serviceMenu.closeSide')}
        </MenuItem>
      </>
    );
  if (serviceId === activeServiceId || activeServiceId === null || isOut) return null;
  return (
    <MenuItem icon={Columns2} disabled={!enabled} onSelect={() => send('split.open', { serviceId })}>
      {t('serviceMenu.beside')}
    </MenuItem>
  );
}
