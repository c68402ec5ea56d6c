import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isolateText } from '../../../electron/core/model/isolate';
import { WORKSPACES_MAX, type Workspace } from '../../../electron/core/model/workspace';
import { servicesOf } from '../../../electron/core/decide/on-bar';
import { Button, IconButton } from '../../components/button';
import { andList } from '../../components/formats';
import { SettingLine } from '../../components/setting-line';
import { useProjection, useSend, useShellStore } from '../../store/use-shell';
import './workspaces.css';

/** The workspaces: each in a line, edited in a dialog. */
export function Workspaces(): ReactNode {
  const { t } = useTranslation();
  const store = useShellStore();
  const workspaces = useProjection((projection) => projection.workspaces);
  return (
    <div className="schedules" role="group" aria-label={t('workspaces.label')}>
      <SettingLine name={t('workspaces.label')} hint={t('workspaces.hint')}>
        <Button
          disabled={workspaces.length >= WORKSPACES_MAX}
          onClick={() =>
            store.setState({ dialog: { kind: 'workspace', workspaceId: undefined, chosenIds: [] } })
          }
        >
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          {t('workspaces.new')}
        </Button>
      </SettingLine>
      {workspaces.length > 0 && (
        <ul>
          {workspaces.map((workspace, index) => (
            <WorkspaceLine key={workspace.id} workspace={workspace} index={index} count={workspaces.length} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface WorkspaceLineProps {
  readonly workspace: Workspace;
  readonly index: number;
  readonly count: number;
}

function WorkspaceLine({ workspace, index, count }: WorkspaceLineProps): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const store = useShellStore();
  const services = useProjection((projection) => projection.services);
  const { id: workspaceId, name, staysQuiet } = workspace;
  const inIt = servicesOf(workspace.serviceIds, services).map((service) =>
    isolateText(service.name, i18n.dir() === 'rtl'),
  );
  const move = (toIndex: number): void => {
    if (toIndex >= 0 && toIndex < count) send('workspace.move', { workspaceId, toIndex });
  };
  return (
    <li className="setting-row">
      <div className="setting-words">
        <p className="setting-name" dir="auto">
          {name}
        </p>
        <p>{inIt.length === 0 ? t('workspaces.empty') : andList(i18n.language).format(inIt)}</p>
        {staysQuiet && <p>{t('workspaces.isQuiet')}</p>}
      </div>
      <div className="setting-buttons">
        {count > 1 && (
          <>
            <IconButton
              icon={ArrowUp}
              label={t('workspaces.up', { name })}
              aria-disabled={index === 0}
              onClick={() => move(index - 1)}
            />
            <IconButton
              icon={ArrowDown}
              label={t('workspaces.down', { name })}
              aria-disabled={index === count - 1}
              onClick={() => move(index + 1)}
            />
          </>
        )}
        <Button
          aria-label={t('workspaces.editLabel', { name })}
          onClick={() => store.setState({ dialog: { kind: 'workspace', workspaceId, chosenIds: [] } })}
        >
          {t('workspaces.change')}
        </Button>
      </div>
    </li>
  );
}
