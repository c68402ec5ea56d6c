import type { Combo, KeyPlatform } from '../../../electron/core/commands/combo';
import {
  appCommands,
  type AppCommand,
  type CommandGroup,
} from '../../../electron/core/commands/command-list';
import { nameKeyOf } from '../../../electron/core/commands/command-name';
import { liveKeysOf } from '../../../electron/core/commands/key-map';
import type { KeySettings } from '../../../electron/core/model/key-settings';

/** A line of the list of all keys: a command, or several of a row whose keys go from one to another. */
export interface KeyLine {
  readonly command: AppCommand;
  readonly combos: readonly Combo[];
  /** The last of the row. */
  readonly to?: { readonly number: number; readonly combo: Combo };
}

/** The groups that have commands, in the order of the list. */
export const commandGroups: readonly CommandGroup[] = [...new Set(appCommands.map(({ group }) => group))];

/** Gives the lines of a group. A row of numbers is one line as long as each has one key. */
export function toKeyLines(
  group: CommandGroup,
  keys: KeySettings,
  platform: KeyPlatform,
): readonly KeyLine[] {
  const combosOf = (command: AppCommand): readonly Combo[] => liveKeysOf(command, keys, platform);
  return appCommands
    .filter((command) => command.group === group)
    .flatMap((command) => {
      const row = rowOf(command);
      const last = row.at(-1);
      const [lastCombo] = last === undefined ? [] : combosOf(last);
      const isOneLine =
        last?.number !== undefined &&
        lastCombo !== undefined &&
        row.every((one) => combosOf(one).length === 1);
      if (!isOneLine) return [{ command, combos: combosOf(command) }];
      if (row[0] !== command) return [];
      return [{ command, combos: combosOf(command), to: { number: last.number, combo: lastCombo } }];
    });
}

/** All commands of the row that one is of; none for one that stands alone. */
function rowOf(command: AppCommand): readonly AppCommand[] {
  if (command.number === undefined) return [];
  const name = nameKeyOf(command);
  return appCommands.filter((one) => one.number !== undefined && nameKeyOf(one) === name);
}
