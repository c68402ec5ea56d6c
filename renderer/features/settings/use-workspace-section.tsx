import { useTranslation } from 'react-i18next';
import { Segmented } from '../../components/choice';
import { useProjection, useSend } from '../../store/use-shell';
import { Workspaces } from '../workspaces/workspaces';
import type { SettingSection } from './setting-section';

/** Gives the settings of workspaces. */
export function useWorkspaceSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const workspaces = useProjection((projection) => projection.workspaces);
  const badgeOf = useProjection((projection) => projection.settings.badgeOf);
  const label = t('workspaces.badge');
  const options = [
    { value: 'all', label: t('workspaces.badgeAll') },
    { value: 'workspace', label: t('workspaces.badgeUp') },
  ] as const;
  return {
    place: 'workspaces',
    title: t('workspaces.label'),
    rows: [
      {
        key: 'workspaces',
        texts: [t('workspaces.hint'), t('workspaces.quiet'), ...workspaces.map(({ name }) => name)],
        row: <Workspaces />,
      },
      {
        key: 'badge',
        texts: [label, ...options.map((option) => option.label)],
        row: (
          <Segmented
            label={label}
            value={badgeOf}
            options={options}
            onChange={(value) => send('settings.change', { badgeOf: value })}
          />
        ),
      },
    ],
  };
}
