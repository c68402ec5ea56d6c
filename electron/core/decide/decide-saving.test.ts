import { describe, expect, it } from 'vitest';
import { commandById } from '../commands/command-list';
import { aService, aState } from '../fixtures.test-support';
import { keptSettingsSchema, defaultSettings, type SavingMode } from '../model/settings';
import type { AppState } from '../state/app-state';
import { reduce } from '../state/reduce';
import { decideOpenings } from './decide-openings';
import { decideSaving, isSaving, toggleSaving } from './decide-saving';
import { decideSleep } from './decide-sleep';

const given = (saving: SavingMode, isOnBattery: boolean, state = aState([aService('a')])): AppState =>
  reduce(reduce(state, { kind: 'settings-changed', settings: { saving } }), {
    ...({ kind: 'resources-sampled', nowMs: 1, isPressed: false } as const),
    ...{ isOnBattery, bytesByService: {}, machineBytes: 9 },
  });

describe('sparing the battery', () => {
  it.each<[SavingMode, boolean, boolean]>([
    ['auto', false, false],
    ['auto', true, true],
    ['always', false, true],
    ['always', true, true],
    ['never', false, false],
    ['never', true, false],
  ])('Z50 %s, on battery %s: %s', (mode, isOnBattery, isSpared) => {
    expect(decideSaving({ mode, isOnBattery })).toBe(isSpared);
    expect(isSaving(given(mode, isOnBattery))).toBe(isSpared);
  });

  it.each<[SavingMode, boolean, SavingMode]>([
    ['auto', false, 'always'],
    ['always', false, 'auto'],
    ['never', false, 'always'],
    ['auto', true, 'never'],
    ['never', true, 'auto'],
    ['always', true, 'never'],
  ])('Z52 from %s, on battery %s, the command turns it over by %s', (mode, isOnBattery, next) => {
    expect(toggleSaving({ mode, isOnBattery })).toBe(next);
    expect(commandById('saver')?.toAction(given(mode, isOnBattery))).toEqual({
      kind: 'settings-changed',
      settings: { saving: next },
    });
  });

  it('Z50 is automatic where nothing else was ever said', () => {
    const { saving: _saving, ...before } = defaultSettings;
    expect(keptSettingsSchema.parse(before).saving).toBe('auto');
  });

  it('Z51 services nobody hears are looked at half as often', () => {
    const asleep = reduce(aState([aService('up'), aService('a')]), {
      kind: 'view-closed',
      serviceId: 'a',
      asleepAtMs: 0,
    });
    const minutes = (state: AppState) => (decideSleep(state, () => false, 0).nextAtMs ?? 0) / 60_000;
    expect(minutes(given('never', true, asleep))).toBe(15);
    expect(minutes(given('auto', true, asleep))).toBe(30);
  });

  it('Z51 pages behind are opened one by one', () => {
    const services = ['up', 'a', 'b', 'c'].map((id) => aService(id));
    const painted = [
      { kind: 'shell-painted' } as const,
      { kind: 'view-load-started', serviceId: 'up' } as const,
      { kind: 'view-loaded', serviceId: 'up' } as const,
    ].reduce(reduce, aState(services));
    expect(decideOpenings(given('never', true, painted))).toEqual(['a', 'b']);
    expect(decideOpenings(given('always', false, painted))).toEqual(['a']);
  });
});
