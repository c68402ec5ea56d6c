import { useTranslation } from 'react-i18next';
import { useProjection, useSend } from '../../store/use-shell';
import { Workspaces } from '../workspaces/workspaces';
import { choiceRow } from './choice-row';
import type { SettingSection } from './setting-section';

/** Gives the settings of workspaces. */
export function useWorkspaceSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const workspaces = useProjection((projection) => projection.workspaces);
  const badgeOf = useProjection((projection) => projection.settings.badgeOf);
  return {
    place: 'workspaces',
    title: t('workspaces.label'),
    rows: [
      {
        key: 'workspaces',
        texts: [t('workspaces.hint'), t('workspaces.quiet'), ...workspaces.map(({ name }) => name)],
        row: <Workspaces />,
      },
      choiceRow('badge', {
        label: t('workspaces.badge'),
        value: badgeOf,
        options: [
          { value: 'all', label: t('workspaces.badgeAll') },
          { value: 'workspace', label: t('workspaces.badgeUp') },
        ],
        onChange: (value) => send('settings.change', { badgeOf: value }),
      }),
    ],
  };
}
