import { KEYS_PER_COMMAND_MAX, type KeySettings } from '../model/key-settings';
import { onPlatform, type Combo, type KeyPlatform } from './combo';
import { appCommands, commandById, type CommandId } from './command-list';
import { keyMapOf, keyProblem, keysOf, type KeyProblem } from './key-map';

/** What a key can be given to: a command by its id, or `system`, which is showing and hiding Foyer from anywhere. */
export type KeyOwner = string;

/** What is wrong with giving a key away, if anything. */
export type OwnerProblem = KeyProblem | { readonly kind: 'system' };

/** Says what speaks against giving a key to a command, or to the whole system. */
export function ownerProblem(
  combo: Combo,
  owner: KeyOwner,
  keys: KeySettings,
  platform: KeyPlatform,
): OwnerProblem | undefined {
  const problem = keyProblem(combo, owner, keys, platform);
  if (problem !== undefined || owner === 'system' || keys.system === null) return problem;
  return onPlatform(keys.system, platform) === onPlatform(combo, platform) ? { kind: 'system' } : undefined;
}

/**
 * Gives a key to a command beside those it has, or to the whole system, and takes it from whoever has it. From a command
 * that has it by itself it is taken as long as it is given elsewhere.
 */
export function withKey(
  keys: KeySettings,
  owner: KeyOwner,
  combo: Combo,
  platform: KeyPlatform,
): KeySettings {
  if (owner === 'system') return { ...withoutKeyOfAny(keys, combo, platform), system: combo };
  const command = commandById(owner);
  if (command === undefined) return keys;
  const set = appCommands.filter(({ id }) => id !== owner && Object.hasOwn(keys.bindings, id));
  const others = set.reduce((before, { id }) => withoutKey(before, id, combo, platform), keys);
  const own = keysOf(command, keys, platform).filter((one) => one !== combo);
  return {
    bindings: { ...others.bindings, [owner]: [...own, combo].slice(-KEYS_PER_COMMAND_MAX) },
    system: keys.system === combo ? null : keys.system,
  };
}

/** Takes one key from a command. */
export function withoutKey(
  keys: KeySettings,
  owner: KeyOwner,
  combo: Combo,
  platform: KeyPlatform,
): KeySettings {
  if (owner === 'system') return { ...keys, system: null };
  const command = commandById(owner);
  const has = command === undefined ? [] : keysOf(command, keys, platform);
  if (!has.includes(combo)) return keys;
  return { ...keys, bindings: { ...keys.bindings, [owner]: has.filter((one) => one !== combo) } };
}

/** Takes all keys from a command. */
export const cleared = (keys: KeySettings, id: CommandId): KeySettings => ({
  ...keys,
  bindings: { ...keys.bindings, [id]: [] },
});

/** Gives a command the keys it came with. */
export function givenBack(keys: KeySettings, id: CommandId): KeySettings {
  const { [id]: _own, ...bindings } = keys.bindings;
  return { ...keys, bindings };
}

/** A key that works in the whole system never comes to us, so whoever has it here has it no more. */
function withoutKeyOfAny(keys: KeySettings, combo: Combo, platform: KeyPlatform): KeySettings {
  const by = keyMapOf(keys, platform).get(combo);
  return by === undefined ? keys : withoutKey(keys, by, combo, platform);
}
