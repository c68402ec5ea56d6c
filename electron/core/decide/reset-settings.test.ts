import { describe, expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import { emptyPersisted, type Persisted } from '../model/persisted';
import { resetSections } from '../model/reset-section';
import { defaultSettings, type Settings } from '../model/settings';
import { changedSettings, withSettingsOf } from './reset-settings';

const everywhere = { scope: { kind: 'everywhere' }, values: { preset: 'nothing' } } as const;
const own = { scope: { kind: 'service', serviceId: 'a' }, values: { sound: false } } as const;
const kept: Persisted = {
  ...emptyPersisted,
  services: [aService('a')],
  rules: [own, everywhere],
  settings: {
    ...defaultSettings,
    theme: 'dark',
    inbox: { days: 30, keepText: true },
    spelling: { ...defaultSettings.spelling, mirror: 'https://m.test/', words: ['Foyer'] },
  },
  focus: { ...emptyPersisted.focus, hidesCounts: true },
  keys: { bindings: { inbox: ['F4'] }, system: null },
  linkRules: [{ serviceId: null, pattern: 'a.test', answer: { kind: 'here' } }],
};
const idsOf = (section: Parameters<typeof changedSettings>[1], persisted = kept): readonly string[] =>
  changedSettings(persisted, section).map(({ id }) => id);

describe('B80 what a reset changes', () => {
  it('is what is not as at first, in all or in a section', () => {
    expect(idsOf('all')).toEqual([
      ...['theme', 'everywhere', 'hidesCounts', 'inboxDays', 'bindings', 'mirror', 'linkRules'],
    ]);
    expect(idsOf('appearance')).toEqual(['theme']);
    expect(idsOf('memory')).toEqual([]);
    expect(idsOf('all', emptyPersisted)).toEqual([]);
    expect(resetSections.flatMap((section) => idsOf(section))).toEqual(idsOf('all'));
  });

  it('leaves what the person made, and undoes itself alone', () => {
    const items = changedSettings(kept, 'all').map(({ id }) => id);
    const reset = withSettingsOf(kept, items);
    expect(idsOf('all', reset)).toEqual([]);
    expect(reset).toMatchObject({ services: kept.services, rules: [own] });
    expect(reset.settings.spelling.words).toEqual(['Foyer']);
    const changed = { ...reset, settings: { ...reset.settings, contrast: 'more' as const } };
    const back = withSettingsOf(changed, items, kept);
    expect(back).toEqual({
      ...kept,
      rules: [everywhere, own],
      settings: { ...kept.settings, contrast: 'more' },
    });
  });

  it('is every setting there is', () => {
    const other: { readonly [K in keyof Settings]: unknown } = {
      ...defaultSettings,
      language: 'de',
      theme: 'dark',
      contrast: 'more',
      textSize: 200,
      announce: 'off',
      barSize: 'names',
      barShown: false,
      badgeOf: 'workspace',
      closeToTray: false,
      downloads: { kind: 'folder', folder: '/d' },
      busyPerHour: null,
      inbox: { days: null, keepText: false },
      sleep: {
        afterMin: null,
        deafToo: true,
        memoryPercent: 50,
        pageLimitMb: null,
        awakeMax: 5,
        checkEveryMin: null,
        soonerOnBattery: false,
      },
      search: { kind: 'engine', engine: 'kagi' },
      developerMode: true,
      tellPresence: false,
      saving: 'never',
      vendorLinks: ['zulip'],
      spelling: { languages: ['de'], mirror: 'https://m.test/', words: [] },
      startAtLogin: 'hidden',
    };
    const all = { ...emptyPersisted, settings: other as Settings };
    const same = Object.keys(defaultSettings).filter(
      (key) =>
        JSON.stringify(other[key as keyof Settings]) ===
        JSON.stringify(defaultSettings[key as keyof Settings]),
    );
    expect(same).toEqual([]);
    const items = changedSettings(all, 'all').map(({ id }) => id);
    expect(withSettingsOf(all, items).settings).toEqual(defaultSettings);
  });
});
