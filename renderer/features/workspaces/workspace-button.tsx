import { ChevronsUpDown, LayoutGrid } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { workspaceUp } from '../../../electron/core/decide/on-bar';
import { anchorOf } from '../../components/anchor-of';
import { useProjection, useShell, useShellStore } from '../../store/use-shell';
import { toLetters, unreadElsewhere } from './workspace-look';
import './workspaces.css';

interface WorkspaceButtonProps {
  readonly tabIndex: 0 | -1;
}

/** Which workspace is up, and whether something is unread elsewhere; opens the menu of all. */
export function WorkspaceButton({ tabIndex }: WorkspaceButtonProps): ReactNode {
  const { t } = useTranslation();
  const store = useShellStore();
  const services = useProjection((projection) => projection.services);
  const workspaces = useProjection((projection) => projection.workspaces);
  const activeWorkspaceId = useProjection((projection) => projection.activeWorkspaceId);
  const isWithName = useProjection((projection) => projection.settings.barSize === 'names');
  const isMenuOpen = useShell((state) => state.menu?.kind === 'workspaces');
  const bar = { services, workspaces, activeWorkspaceId };
  const up = workspaceUp(bar);
  const elsewhere = unreadElsewhere(bar);
  const name = up?.name ?? t('workspaces.all');
  const words = t(elsewhere.isSome ? 'workspaces.buttonUnread' : 'workspaces.button', { name });
  return (
    <button
      type="button"
      className="icon-button icon-button-bar workspace-button"
      aria-label={words}
      title={words}
      aria-haspopup="menu"
      aria-expanded={isMenuOpen}
      tabIndex={tabIndex}
      onClick={(event) => {
        const anchor = anchorOf(event.currentTarget);
        store.setState({ menu: { kind: 'workspaces', anchor, byKeyboard: event.detail === 0 } });
      }}
    >
      {up === undefined ? (
        <LayoutGrid size={20} strokeWidth={1.5} aria-hidden />
      ) : (
        <span className="workspace-letters" dir="auto" aria-hidden>
          {toLetters(up.name)}
        </span>
      )}
      {isWithName && (
        <>
          <span className="service-name" dir="auto">
            {name}
          </span>
          <ChevronsUpDown size={16} strokeWidth={1.5} aria-hidden />
        </>
      )}
      {elsewhere.isSome && (
        <span className="dot" data-look={elsewhere.isHeld ? 'held' : 'loud'} aria-hidden />
      )}
    </button>
  );
}
