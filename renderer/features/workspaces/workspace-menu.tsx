import { Pencil, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commandById } from '../../../electron/core/commands/command-list';
import { liveKeysOf } from '../../../electron/core/commands/key-map';
import { WORKSPACES_MAX } from '../../../electron/core/model/workspace';
import { servicesOf } from '../../../electron/core/decide/on-bar';
import { KeyCaps } from '../../components/key-caps';
import { Menu, MenuItem, MenuLine, MenuRadios } from '../../components/menu';
import type { OpenMenu } from '../../store/shell-store';
import { useProjection, useSend, useShellStore } from '../../store/use-shell';
import { useClose } from '../overlays/use-close';
import { toBadgeText } from '../sidebar/service-state';
import { toUnreadLook, type UnreadLook } from './workspace-look';

interface WorkspaceMenuProps {
  readonly menu: Extract<OpenMenu, { readonly kind: 'workspaces' }>;
}

/** Stands for all services among the workspaces; no id of one is written so. */
const ALL = '*';

/** Puts a workspace up, or all services; makes new ones. */
export function WorkspaceMenu({ menu }: WorkspaceMenuProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const close = useClose();
  const services = useProjection((projection) => projection.services);
  const workspaces = useProjection((projection) => projection.workspaces);
  const activeWorkspaceId = useProjection((projection) => projection.activeWorkspaceId);
  const choices = workspaces.map((workspace, index) => {
    const inIt = servicesOf(workspace.serviceIds, services);
    return {
      value: workspace.id,
      label: workspace.name,
      isDisabled: inIt.length === 0,
      hint: inIt.length === 0 ? t('workspaces.empty') : undefined,
      aside: <Aside unread={toUnreadLook(inIt)} commandId={`workspace.${index + 1}`} />,
    };
  });
  const all = {
    value: ALL,
    label: t('workspaces.all'),
    aside: <Aside unread={toUnreadLook(services)} commandId="workspace.all" />,
  };
  return (
    <Menu
      label={t('workspaces.label')}
      anchor={menu.anchor}
      side="right"
      onClose={() => close('menu', menu.byKeyboard ? '.workspace-button' : undefined)}
    >
      <MenuRadios
        label={t('workspaces.label')}
        value={activeWorkspaceId ?? ALL}
        options={[all, ...choices]}
        onChange={(value) => send('workspace.activate', { workspaceId: value === ALL ? null : value })}
      />
      <MenuLine />
      <MenuItem
        icon={Plus}
        disabled={workspaces.length >= WORKSPACES_MAX}
        onSelect={() =>
          store.setState({ dialog: { kind: 'workspace', workspaceId: undefined, chosenIds: [] } })
        }
      >
        {t('workspaces.new')}
      </MenuItem>
      <MenuItem icon={Pencil} onSelect={() => send('command.run', { id: 'settings.workspaces' })}>
        {t('workspaces.edit')}
      </MenuItem>
    </Menu>
  );
}

interface AsideProps {
  readonly unread: UnreadLook;
  readonly commandId: string;
}

/** What is unread there, and the key that puts it up. */
function Aside({ unread: { count, isSome, isHeld }, commandId }: AsideProps): ReactNode {
  const { t, i18n } = useTranslation();
  const keys = useProjection((projection) => projection.keys);
  const platform = useProjection((projection) => projection.platform);
  const command = commandById(commandId);
  const [key] = command === undefined ? [] : liveKeysOf(command, keys, platform);
  const look = isHeld ? 'held' : 'loud';
  return (
    <>
      {isSome && (
        <>
          {count > 0 ? (
            <span className="menu-badge badge" data-look={look} aria-hidden>
              {toBadgeText(count, i18n.language)}
            </span>
          ) : (
            <span className="menu-badge dot" data-look={look} aria-hidden />
          )}
          <span className="visually-hidden">
            {count > 0 ? t('sidebar.state.unread', { count }) : t('sidebar.state.unreadSome')}
          </span>
        </>
      )}
      {key !== undefined && <KeyCaps combo={key} />}
    </>
  );
}
