import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { appCommands, type CommandGroup as Group } from '../../../electron/core/commands/command-list';
import { useProjection } from '../../store/use-shell';
import { CommandRow } from './command-row';

/** The commands of a group, folded under its name. */
export function CommandGroup({ group }: { readonly group: Group }): ReactNode {
  const { t } = useTranslation();
  const bindings = useProjection((projection) => projection.keys.bindings);
  const commands = appCommands.filter((command) => command.group === group);
  const changed = commands.filter(({ id }) => Object.hasOwn(bindings, id)).length;
  return (
    <details className="key-group">
      <summary>
        <span>{t(`keys.group.${group}`)}</span>
        {changed > 0 && <span className="key-note">{t('settings.keys.changed', { count: changed })}</span>}
        <ChevronRight className="flip" size={16} strokeWidth={1.5} aria-hidden />
      </summary>
      {commands.map((command) => (
        <CommandRow key={command.id} command={command} />
      ))}
    </details>
  );
}
