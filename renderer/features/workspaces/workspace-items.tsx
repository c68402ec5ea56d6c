import { LayoutGrid, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WORKSPACES_MAX } from '../../../electron/core/model/workspace';
import { MenuItem, MenuLine, MenuSwitch, SubMenu } from '../../components/menu';
import { useProjection, useSend, useShellStore } from '../../store/use-shell';

/** In which workspaces a service is; puts it in and takes it out. */
export function WorkspaceItems({ serviceId }: { readonly serviceId: string }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const workspaces = useProjection((projection) => projection.workspaces);
  return (
    <SubMenu icon={LayoutGrid} label={t('workspaces.inMenu')}>
      {workspaces.map(({ id: workspaceId, name, serviceIds }) => (
        <MenuSwitch
          key={workspaceId}
          checked={serviceIds.includes(serviceId)}
          onChange={(isIn) => {
            const others = serviceIds.filter((id) => id !== serviceId);
            send('workspace.change', { workspaceId, serviceIds: isIn ? [...others, serviceId] : others });
          }}
        >
          <span dir="auto">{name}</span>
        </MenuSwitch>
      ))}
      {workspaces.length > 0 && <MenuLine />}
      <MenuItem
        icon={Plus}
        disabled={workspaces.length >= WORKSPACES_MAX}
        onSelect={() =>
          store.setState({ dialog: { kind: 'workspace', workspaceId: undefined, chosenIds: [serviceId] } })
        }
      >
        {t('workspaces.new')}
      </MenuItem>
    </SubMenu>
  );
}
