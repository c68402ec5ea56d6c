import { useTranslation } from 'react-i18next';
import { appCommands } from '../../../electron/core/commands/command-list';
import { keysOf } from '../../../electron/core/commands/key-map';
import { useKeyWords } from '../../components/use-key-words';
import { useProjection } from '../../store/use-shell';
import type { SettingSection } from '../settings/setting-section';
import { CommandGroup } from './command-group';
import { CommandRow } from './command-row';
import { commandGroups } from './key-lines';
import { ResetKeysRow } from './reset-keys-row';
import { SystemKeyRow } from './system-key-row';
import { useCommandName } from './use-command-name';
import './keys-section.css';

/** Gives the settings of keys: folded by group, or, while something is searched, each command for itself. */
export function useKeysSection(query: string): SettingSection {
  const { t } = useTranslation();
  const nameOf = useCommandName();
  const { textOf } = useKeyWords();
  const keys = useProjection((projection) => projection.keys);
  const platform = useProjection((projection) => projection.platform);
  const system = t('settings.keys.system');
  const commands =
    query.trim() === ''
      ? commandGroups.map((group) => ({ key: group, texts: [], row: <CommandGroup group={group} /> }))
      : appCommands.map((command) => ({
          key: command.id,
          texts: [
            t(`keys.group.${command.group}`),
            nameOf(command),
            ...keysOf(command, keys, platform).map(textOf),
          ],
          row: <CommandRow command={command} />,
        }));
  return {
    place: 'keys',
    title: t('settings.keys.title'),
    rows: [
      { key: 'system', texts: [system, t('settings.keys.systemHint')], row: <SystemKeyRow /> },
      ...commands,
      { key: 'reset', texts: [t('settings.keys.all'), t('settings.keys.allHint')], row: <ResetKeysRow /> },
    ],
  };
}
