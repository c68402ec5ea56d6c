import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppCommand } from '../../../electron/core/commands/command-list';
import { nameKeyOf } from '../../../electron/core/commands/command-name';

/** Gives how commands are called; `number` stands for the one in the name of those of a row. */
export function useCommandName(): (command: Pick<AppCommand, 'id' | 'number'>, number?: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (command, number) =>
      t(`command.${nameKeyOf(command)}` as 'command.serviceNth', {
        number: number ?? String(command.number ?? ''),
      }),
    [t],
  );
}
