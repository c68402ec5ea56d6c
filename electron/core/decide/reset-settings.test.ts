import { describe, expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import { emptyPersisted, type Persisted } from '../model/persisted';
import { resetSections } from '../model/reset-section';
import { defaultSettings, type Settings } from '../model/settings';
import { changedSettings, withResetUndone, withSettingsReset } from './reset-settings';

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
      ...['theme', 'everywhere', 'hidesCounts', 'inboxDays', 'bindings', 'mirror'],
    ]);
    expect(idsOf('appearance')).toEqual(['theme']);
    expect(idsOf('memory')).toEqual([]);
    expect(idsOf('all', emptyPersisted)).toEqual([]);
    // Rules of links the person made: they go with their own section alone.
    expect(resetSections.flatMap((section) => idsOf(section))).toEqual([...idsOf('all'), 'linkRules']);
    expect(idsOf('links')).toEqual(['linkRules']);
  });

  it('leaves what the person made, and undoes itself alone', () => {
    const items = changedSettings(kept, 'all').map(({ id }) => id);
    const reset = withSettingsReset(kept, items);
    expect(idsOf('all', reset)).toEqual([]);
    expect(reset).toMatchObject({ services: kept.services, rules: [own], linkRules: kept.linkRules });
    expect(reset.settings.spelling.words).toEqual(['Foyer']);
    const changed = { ...reset, settings: { ...reset.settings, contrast: 'more' as const } };
    const back = withResetUndone(changed, items, kept);
    expect(back).toEqual({
      ...kept,
      rules: [everywhere, own],
      settings: { ...kept.settings, contrast: 'more' },
    });
  });

  it('leaves lists of senders and words beside the switches that go back', () => {
    const words = { senders: ['Ann'], keywords: ['urgent'] };
    const listed: Persisted = {
      ...emptyPersisted,
      rules: [own, { ...everywhere, values: { ...everywhere.values, letThrough: words, keepOut: words } }],
      focus: { ...emptyPersisted.focus, pass: { direct: true, mentions: true, words } },
    };
    const items = changedSettings(listed, 'all').map(({ id }) => id);
    expect(items).toEqual(['everywhere', 'pass']);
    const reset = withSettingsReset(listed, items);
    expect(idsOf('all', reset)).toEqual([]);
    expect(reset.rules).toEqual([{ ...everywhere, values: { letThrough: words, keepOut: words } }, own]);
    expect(reset.focus.pass).toEqual({ ...emptyPersisted.focus.pass, words });
    const more = { senders: ['Bob'], keywords: [] };
    const back = withResetUndone(
      { ...reset, focus: { ...reset.focus, pass: { ...reset.focus.pass, words: more } } },
      items,
      listed,
    );
    expect(back.focus.pass).toEqual({ direct: true, mentions: true, words: more });
    expect(back.rules).toEqual(listed.rules.toReversed());
  });

  it('B81 undone, rules of links come back beside those learnt since', () => {
    const rule = (pattern: string, kind: 'here' | 'outside' = 'here') =>
      ({ serviceId: null, pattern, answer: { kind } }) as const;
    const before: Persisted = { ...emptyPersisted, linkRules: [rule('a.test'), rule('b.test')] };
    const reset = withSettingsReset(before, ['linkRules']);
    expect(reset.linkRules).toEqual([]);
    const since = { ...reset, linkRules: [rule('c.test'), rule('b.test', 'outside')] };
    expect(withResetUndone(since, ['linkRules'], before).linkRules).toEqual([
      ...[rule('a.test'), rule('b.test'), rule('c.test')],
    ]);
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
    expect(withSettingsReset(all, items).settings).toEqual(defaultSettings);
  });
});
