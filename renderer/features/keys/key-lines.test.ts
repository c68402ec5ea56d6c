import { describe, expect, it } from 'vitest';
import { defaultKeySettings } from '../../../electron/core/model/key-settings';
import { commandGroups, toKeyLines } from './key-lines';

const lines = (bindings: Readonly<Record<string, readonly string[]>> = {}) =>
  commandGroups.flatMap((group) => toKeyLines(group, { ...defaultKeySettings, bindings }, 'linux'));

describe('the list of all keys', () => {
  it('M7 has a row of numbers on one line', () => {
    const row = lines().filter(({ command }) => command.id.startsWith('service.') && command.number);
    expect(row).toMatchObject([
      { command: { id: 'service.1' }, combos: ['Mod+1'], to: { number: 9, combo: 'Mod+9' } },
    ]);
  });

  it('M7 has each on its own line once one of them has another number of keys', () => {
    const row = lines({ 'service.3': [] }).filter(({ command }) => command.id.startsWith('service.'));
    expect(row.filter(({ command }) => command.number)).toHaveLength(9);
    expect(row.find(({ command }) => command.id === 'service.3')?.combos).toEqual([]);
  });

  it('M7 shows a key with the one command that has it', () => {
    const taken = lines({ inbox: ['Mod+K'] }).filter(({ combos }) => combos.includes('Mod+K'));
    expect(taken.map(({ command }) => command.id)).toEqual(['inbox']);
  });
});
