import { describe, expect, it } from 'vitest';
import { defaultKeySettings } from '../model/key-settings';
import { cleared, givenBack, ownerProblem, withKey, withoutKey } from './change-keys';
import { commandById, type CommandId } from './command-list';
import { keyMapOf, liveKeysOf } from './key-map';
import type { KeySettings } from '../model/key-settings';

const live = (keys: KeySettings, id: CommandId): readonly string[] => {
  const command = commandById(id);
  return command === undefined ? [] : liveKeysOf(command, keys, 'linux');
};

describe('changing keys', () => {
  it('M8 adds a key beside those a command has, and takes one away', () => {
    const more = withKey(defaultKeySettings, 'inbox', 'Mod+J', 'linux');
    expect(live(more, 'inbox')).toEqual(['F8', 'Mod+J']);
    expect(live(withoutKey(more, 'inbox', 'F8', 'linux'), 'inbox')).toEqual(['Mod+J']);
    expect(withoutKey(more, 'inbox', 'F4', 'linux')).toBe(more);
    const many = ['F1', 'F2', 'F4', 'F5', 'F7'].reduce(
      (keys, combo) => withKey(keys, 'inbox', combo, 'linux'),
      more,
    );
    expect(live(many, 'inbox')).toEqual(['F2', 'F4', 'F5', 'F7']);
  });

  it('M8 a key that is taken over from one who came with it comes back when it is given up', () => {
    const taken = withKey(defaultKeySettings, 'inbox', 'Mod+K', 'linux');
    expect([live(taken, 'inbox'), live(taken, 'switcher')]).toEqual([['F8', 'Mod+K'], []]);
    expect(live(givenBack(taken, 'inbox'), 'switcher')).toEqual(['Mod+K']);
  });

  it('M8 a key that was set is taken for good', () => {
    const set = withKey(defaultKeySettings, 'switcher', 'F4', 'linux');
    const taken = withKey(set, 'quit', 'F4', 'linux');
    expect(keyMapOf(taken, 'linux').get('F4')).toBe('quit');
    expect(taken.bindings['switcher']).toEqual(['Mod+K']);
  });

  it('M8 clears, gives back, and knows nothing of commands there are not', () => {
    expect(live(cleared(defaultKeySettings, 'inbox'), 'inbox')).toEqual([]);
    expect(givenBack(cleared(defaultKeySettings, 'inbox'), 'inbox')).toEqual(defaultKeySettings);
    expect(withKey(defaultKeySettings, 'constructor', 'F4', 'linux')).toBe(defaultKeySettings);
    expect(withoutKey(defaultKeySettings, 'constructor', 'F4', 'linux')).toBe(defaultKeySettings);
  });

  it('M10 a key of the whole system is nobody’s else, and says so to who wants it', () => {
    const system = withKey(defaultKeySettings, 'system', 'Mod+K', 'linux');
    expect(system.system).toBe('Mod+K');
    expect(live(system, 'switcher')).toEqual([]);
    expect(ownerProblem('Mod+K', 'inbox', system, 'linux')).toEqual({ kind: 'system' });
    expect(ownerProblem('Mod+K', 'system', defaultKeySettings, 'linux')).toMatchObject({ by: 'switcher' });
    expect(ownerProblem('a', 'system', defaultKeySettings, 'linux')).toEqual({ kind: 'types' });
    expect(withKey(system, 'inbox', 'Mod+K', 'linux').system).toBeNull();
    expect(withoutKey(system, 'system', 'Mod+K', 'linux').system).toBeNull();
  });
});
