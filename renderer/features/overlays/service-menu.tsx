import {
  ArrowDown,
  ArrowUp,
  Braces,
  Eraser,
  House,
  Image,
  Pencil,
  Power,
  RotateCw,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { servicesOnBar } from '../../../electron/core/decide/on-bar';
import { Menu, MenuItem, MenuLine, MenuSwitch, SubMenu } from '../../components/menu';
import type { OpenDialog, OpenMenu } from '../../store/shell-store';
import { useCommand, useProjection, useSend, useShellStore } from '../../store/use-shell';
import { WorkspaceItems } from '../workspaces/workspace-items';
import { SleepItem } from '../sleep/sleep-item';
import { SplitItems } from '../split/split-items';
import { OwnWindowItem } from '../own-window/own-window-item';
import { useMove } from '../sidebar/use-move';
import { NotifyItems } from './notify-items';
import { useClose } from './use-close';

interface ServiceMenuProps {
  readonly menu: Extract<OpenMenu, { readonly kind: 'service' }>;
  readonly service: ServiceProjection;
}

/** All that can be done with one service. */
export function ServiceMenu({ menu, service }: ServiceMenuProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const move = useMove();
  const store = useShellStore();
  const close = useClose();
  const all = useProjection((projection) => projection.services);
  const workspaces = useProjection((projection) => projection.workspaces);
  const activeWorkspaceId = useProjection((projection) => projection.activeWorkspaceId);
  const services = servicesOnBar({ services: all, workspaces, activeWorkspaceId });
  const serviceId = service.id;
  const index = services.findIndex((one) => one.id === serviceId);
  const trigger = menu.from === 'header' ? '[data-header-menu]' : `[data-service-id="${serviceId}"]`;
  const openDialog = (dialog: OpenDialog): void => store.setState({ dialog });
  const reload = (fromStartPage: boolean): void => send('service.reload', { serviceId, fromStartPage });
  return (
    <Menu
      label={t('serviceMenu.label', { name: service.name })}
      anchor={menu.anchor}
      side={menu.from === 'header' ? 'bottom' : 'right'}
      onClose={() => close('menu', menu.byKeyboard ? trigger : undefined)}
    >
      <MenuItem icon={RotateCw} disabled={!service.enabled} onSelect={() => reload(false)}>
        {t('serviceMenu.reload')}
      </MenuItem>
      <MenuItem icon={House} disabled={!service.enabled} onSelect={() => reload(true)}>
        {t('serviceMenu.home')}
      </MenuItem>
      <SplitItems service={service} />
      <OwnWindowItem service={service} />
      <SleepItem service={service} />
      <MenuLine />
      <NotifyItems service={service} />
      <MenuSwitch
        checked={service.countInTotal}
        onChange={(countInTotal) => send('service.set-count', { serviceId, countInTotal })}
      >
        {t('serviceMenu.count')}
      </MenuSwitch>
      <MenuLine />
      <WorkspaceItems serviceId={serviceId} />
      <MenuItem icon={Pencil} onSelect={() => openDialog({ kind: 'rename', serviceId })}>
        {t('serviceMenu.rename')}
      </MenuItem>
      <IconMenu service={service} />
      {services.length > 1 && (
        <>
          <MenuItem icon={ArrowUp} disabled={index === 0} onSelect={() => move(serviceId, index - 1)}>
            {t('serviceMenu.moveUp')}
          </MenuItem>
          <MenuItem
            icon={ArrowDown}
            disabled={index === services.length - 1}
            onSelect={() => move(serviceId, index + 1)}
          >
            {t('serviceMenu.moveDown')}
          </MenuItem>
        </>
      )}
      <MenuLine />
      <MenuItem
        icon={Power}
        onSelect={() => send('service.set-enabled', { serviceId, enabled: !service.enabled })}
      >
        {t(service.enabled ? 'serviceMenu.disable' : 'serviceMenu.enable')}
      </MenuItem>
      <MenuItem icon={Braces} onSelect={() => openDialog({ kind: 'own-code', serviceId })}>
        {t('serviceMenu.code')}
      </MenuItem>
      <MenuItem icon={Eraser} onSelect={() => openDialog({ kind: 'clear-data', serviceId })}>
        {t('serviceMenu.clearData')}
      </MenuItem>
      <MenuItem icon={Trash2} look="danger" onSelect={() => send('service.remove', { serviceId })}>
        {t('serviceMenu.remove')}
      </MenuItem>
    </Menu>
  );
}

function IconMenu({
  service: { id: serviceId, iconKind },
}: {
  readonly service: ServiceProjection;
}): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const command = useCommand();
  const store = useShellStore();
  const choose = async (): Promise<void> => {
    const { kind } = await command('service.choose-icon', { serviceId });
    if (kind === 'not-a-picture' || kind === 'too-large') {
      store.setState({ dialog: { kind: 'icon-refused', reason: kind } });
    }
  };
  return (
    <SubMenu icon={Image} label={t('serviceMenu.icon')}>
      <MenuSwitch
        checked={iconKind === 'recipe'}
        onChange={() => send('service.set-icon', { serviceId, icon: { kind: 'recipe' } })}
      >
        {t('serviceMenu.iconRecipe')}
      </MenuSwitch>
      <MenuSwitch
        checked={iconKind === 'site'}
        onChange={() => send('service.set-icon', { serviceId, icon: { kind: 'site' } })}
      >
        {t('serviceMenu.iconSite')}
      </MenuSwitch>
      <MenuSwitch checked={iconKind === 'chosen'} onChange={() => void choose().catch(() => undefined)}>
        {t('serviceMenu.iconChoose')}
      </MenuSwitch>
    </SubMenu>
  );
}
