import { joinLinkRules } from '../model/link-rule';
import { emptyPersisted, type Persisted } from '../model/persisted';
import type { ResetSection } from '../model/reset-section';
import type { RuleValues } from '../model/rule';
import type { Settings } from '../model/settings';
import { toComparable } from '../model/to-comparable';

/** One setting: how it is taken from what is kept, and put in place of what is there. */
interface Item {
  readonly section: ResetSection;
  readonly read: (persisted: Persisted) => unknown;
  readonly put: (persisted: Persisted, from: Persisted) => Persisted;
  /** How a reset of it is undone, where what was made since is to stay. */
  readonly undo?: (persisted: Persisted, before: Persisted) => Persisted;
  /** The person made it: it is reset with its own section, and not with all. */
  readonly isMade?: true;
}

const setting = (section: ResetSection, key: keyof Settings): Item => ({
  section,
  read: ({ settings }) => settings[key],
  put: (persisted, { settings }) => ({
    ...persisted,
    settings: { ...persisted.settings, [key]: settings[key] },
  }),
});

/** A part of a setting that has several. */
const part = <K extends 'inbox' | 'sleep' | 'spelling'>(
  section: ResetSection,
  key: K,
  of: keyof Settings[K],
): Item => ({
  section,
  read: ({ settings }) => settings[key][of],
  put: (persisted, { settings }) => ({
    ...persisted,
    settings: { ...persisted.settings, [key]: { ...persisted.settings[key], [of]: settings[key][of] } },
  }),
});

/** What is kept beside the settings. */
const beside = <K extends 'focus' | 'lock' | 'keys'>(
  section: ResetSection,
  key: K,
  of: keyof Persisted[K],
): Item => ({
  section,
  read: (persisted) => persisted[key][of],
  put: (persisted, from) => ({ ...persisted, [key]: { ...persisted[key], [of]: from[key][of] } }),
});

/** The rule of what is notified everywhere stands in the settings; those of services and channels are the person's own. */
const everywhere = ({ rules }: Persisted): RuleValues =>
  rules.find(({ scope }) => scope.kind === 'everywhere')?.values ?? {};
/** Without its lists, which the person made. */
const everywhereSwitches = (persisted: Persisted): RuleValues => {
  const { letThrough: _through, keepOut: _out, ...switches } = everywhere(persisted);
  return switches;
};
const everywhereLists = (persisted: Persisted): RuleValues => {
  const { letThrough, keepOut } = everywhere(persisted);
  return { ...(letThrough && { letThrough }), ...(keepOut && { keepOut }) };
};
const withEverywhere = (persisted: Persisted, values: RuleValues): Persisted => {
  const own = persisted.rules.filter(({ scope }) => scope.kind !== 'everywhere');
  const rule = { scope: { kind: 'everywhere' }, values } as const;
  return { ...persisted, rules: Object.keys(values).length === 0 ? own : [rule, ...own] };
};

/**
 * All that a reset gives back. What the person made is not among it: services, workspaces, rules, schedules, own words and
 * lists, trusted certificates; what links are to do is, in its own section.
 */
const items = {
  language: setting('general', 'language'),
  theme: setting('appearance', 'theme'),
  contrast: setting('appearance', 'contrast'),
  textSize: setting('appearance', 'textSize'),
  barSize: setting('appearance', 'barSize'),
  barShown: setting('appearance', 'barShown'),
  announce: setting('announce', 'announce'),
  everywhere: {
    section: 'notifications',
    read: everywhereSwitches,
    put: (persisted, from) =>
      withEverywhere(persisted, { ...everywhereSwitches(from), ...everywhereLists(persisted) }),
  },
  busyPerHour: setting('notifications', 'busyPerHour'),
  pass: {
    section: 'focus',
    read: ({ focus: { pass } }) => ({ ...pass, words: undefined }),
    put: (persisted, from) => {
      const pass = { ...from.focus.pass, words: persisted.focus.pass.words };
      return { ...persisted, focus: { ...persisted.focus, pass } };
    },
  },
  followSystem: beside('focus', 'focus', 'followSystem'),
  hidesCounts: beside('focus', 'focus', 'hidesCounts'),
  badgeOf: setting('workspaces', 'badgeOf'),
  inboxDays: part('inbox', 'inbox', 'days'),
  inboxText: part('inbox', 'inbox', 'keepText'),
  lockIdle: beside('lock', 'lock', 'idleMin'),
  lockScreen: beside('lock', 'lock', 'withScreen'),
  bindings: beside('keys', 'keys', 'bindings'),
  systemKey: beside('keys', 'keys', 'system'),
  sleepAfter: part('memory', 'sleep', 'afterMin'),
  sleepDeaf: part('memory', 'sleep', 'deafToo'),
  sleepCheck: part('memory', 'sleep', 'checkEveryMin'),
  sleepBattery: part('memory', 'sleep', 'soonerOnBattery'),
  saving: setting('memory', 'saving'),
  sleepShare: part('memory', 'sleep', 'memoryPercent'),
  sleepPage: part('memory', 'sleep', 'pageLimitMb'),
  sleepAwake: part('memory', 'sleep', 'awakeMax'),
  search: setting('page', 'search'),
  spelling: part('page', 'spelling', 'languages'),
  mirror: part('page', 'spelling', 'mirror'),
  tellPresence: setting('page', 'tellPresence'),
  developerMode: setting('page', 'developerMode'),
  closeToTray: setting('window', 'closeToTray'),
  startAtLogin: setting('window', 'startAtLogin'),
  downloads: setting('downloads', 'downloads'),
  linkRules: {
    section: 'links',
    read: ({ linkRules }) => linkRules,
    put: (persisted, { linkRules }) => ({ ...persisted, linkRules }),
    undo: (persisted, before) => ({
      ...persisted,
      linkRules: joinLinkRules(before.linkRules, persisted.linkRules),
    }),
    isMade: true,
  },
  vendorLinks: setting('links', 'vendorLinks'),
} as const satisfies Readonly<Record<string, Item>>;

export type ResetItemId = keyof typeof items;

/** A setting that a reset would change. */
export interface ResetItem {
  readonly id: ResetItemId;
  readonly section: ResetSection;
}

const all = Object.entries(items) as [ResetItemId, Item][];

/** Says which settings of a section, or of all, are not as at first. */
export const changedSettings = (persisted: Persisted, section: ResetSection | 'all'): readonly ResetItem[] =>
  all
    .filter(([, item]) => (section === 'all' ? item.isMade !== true : item.section === section))
    .filter(([, { read }]) => toComparable(read(persisted)) !== toComparable(read(emptyPersisted)))
    .map(([id, item]) => ({ id, section: item.section }));

const itemOf = (id: ResetItemId): Item => items[id];

/** Gives what is kept with these settings as they are at first. */
export const withSettingsReset = (persisted: Persisted, ids: readonly ResetItemId[]): Persisted =>
  ids.reduce((now, id) => itemOf(id).put(now, emptyPersisted), persisted);

/** Gives what is kept with these settings as they were before they were reset; what the person made since stays. */
export const withResetUndone = (
  persisted: Persisted,
  ids: readonly ResetItemId[],
  before: Persisted,
): Persisted =>
  ids.reduce((now, id) => {
    const { put, undo = put } = itemOf(id);
    return undo(now, before);
  }, persisted);
