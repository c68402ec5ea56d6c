import type { KeySettings } from '../model/key-settings';
import { onPlatform, typesText, type Combo, type KeyPlatform } from './combo';
import { appCommands, type AppCommand, type CommandId } from './command-list';

/** Which command a key is. */
export type KeyMap = ReadonlyMap<Combo, CommandId>;

/** Gives the keys a command has: what the person set, else its own; as this system writes them. */
export function keysOf(
  command: AppCommand,
  { bindings }: KeySettings,
  platform: KeyPlatform,
): readonly Combo[] {
  const own = Object.hasOwn(bindings, command.id) ? bindings[command.id] : undefined;
  const keys = own ?? command.keys(platform);
  return keys.flatMap((combo) => onPlatform(combo, platform) ?? []);
}

const maps = new WeakMap<KeySettings, Map<KeyPlatform, KeyMap>>();

/**
 * Gives which command each key is. A key that the person gave to a command is taken from those that have it by
 * themselves; of two of the same standing the first in the list has it.
 */
export function keyMapOf(keys: KeySettings, platform: KeyPlatform): KeyMap {
  const known = maps.get(keys)?.get(platform);
  if (known !== undefined) return known;
  const map = new Map<Combo, CommandId>();
  const isSet = ({ id }: AppCommand): boolean => Object.hasOwn(keys.bindings, id);
  for (const command of [...appCommands.filter(isSet), ...appCommands.filter((one) => !isSet(one))])
    for (const combo of keysOf(command, keys, platform)) if (!map.has(combo)) map.set(combo, command.id);
  const byPlatform = maps.get(keys) ?? new Map<KeyPlatform, KeyMap>();
  maps.set(keys, byPlatform.set(platform, map));
  return map;
}

/** Gives the keys by which a command is really to be had: those that no other takes before it. */
export const liveKeysOf = (command: AppCommand, keys: KeySettings, platform: KeyPlatform): readonly Combo[] =>
  keysOf(command, keys, platform).filter((combo) => keyMapOf(keys, platform).get(combo) === command.id);

/** What is wrong with giving a key to a command, if anything. */
export type KeyProblem =
  /** Another command has it. */
  | { readonly kind: 'taken'; readonly by: CommandId }
  /** It types or edits text, and would be lost to every page. */
  | { readonly kind: 'types' }
  /** The system, or editing text, needs it. */
  | { readonly kind: 'needed' };

/** Says what speaks against giving a key to a command. */
export function keyProblem(
  combo: Combo,
  commandId: CommandId,
  keys: KeySettings,
  platform: KeyPlatform,
): KeyProblem | undefined {
  const written = onPlatform(combo, platform);
  if (written === undefined || typesText(written)) return { kind: 'types' };
  if (NEEDED.has(written)) return { kind: 'needed' };
  const by = keyMapOf(keys, platform).get(written);
  return by === undefined || by === commandId ? undefined : { kind: 'taken', by };
}

/** Keys of editing text, which no page could do without. */
const NEEDED: ReadonlySet<Combo> = new Set(
  ['A', 'C', 'V', 'X', 'Z', 'Shift+Z', 'Shift+V', 'Backspace', 'Enter'].map((key) => `Mod+${key}`),
);
