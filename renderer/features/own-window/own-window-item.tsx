import { AppWindow, PanelsTopLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { MenuItem } from '../../components/menu';
import { useProjection, useSend } from '../../store/use-shell';

/** Puts a service into a window of its own, or brings it back; in its menu. */
export function OwnWindowItem({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const { id: serviceId, enabled } = service;
  const isOut = useProjection((projection) => projection.ownWindows.includes(serviceId));
  return isOut ? (
    <MenuItem icon={PanelsTopLeft} onSelect={() => send('own-window.close', { serviceId })}>
      {t('serviceMenu.bringBack')}
    </MenuItem>
  ) : (
    <MenuItem icon={AppWindow} disabled={!enabled} onSelect={() => send('own-window.open', { serviceId })}>
      {t('serviceMenu.ownWindow')}
    </MenuItem>
  );
}
