import { linkRuleKeyOf } from '../model/link-rule';
import type { Persisted } from '../model/persisted';
import { scopeKey } from '../model/rule';
import { toComparable } from '../model/to-comparable';

/** What a restore changes of one kind of thing, by name. */
export interface NamedChanges {
  readonly come: readonly string[];
  readonly go: readonly string[];
  readonly change: readonly string[];
}

/** Kinds of things that are told by number alone. */
export type CountedKind =
  | 'rules'
  | 'schedules'
  | 'patterns'
  | 'keys'
  | 'certificates'
  | 'settings'
  | 'tweaks'
  | 'links';

/** What a restore changes. */
export interface BackupChanges {
  readonly services: NamedChanges;
  readonly workspaces: NamedChanges;
  /** Kinds of which something comes, goes or changes, and how many. */
  readonly counts: readonly { readonly kind: CountedKind; readonly count: number }[];
  readonly isOrderChanged: boolean;
}

/** Says what restoring would change of what is here. */
export function compareBackup(here: Persisted, restored: Persisted): BackupChanges {
  const counts: readonly (readonly [CountedKind, number])[] = [
    ['rules', differing(here.rules, restored.rules, ({ scope }) => scopeKey(scope))],
    ['schedules', differing(here.focus.schedules, restored.focus.schedules, ({ id }) => id)],
    ['patterns', differing(here.patterns, restored.patterns, (one) => `${one.serviceId}#${one.channelId}`)],
    [
      'keys',
      differing(Object.entries(here.keys.bindings), Object.entries(restored.keys.bindings), ([id]) => id),
    ],
    ['certificates', differing(here.certificates, restored.certificates, ({ place }) => place)],
    ['links', differing(here.linkRules, restored.linkRules, linkRuleKeyOf)],
    ['tweaks', differing(here.tweaks, restored.tweaks, ({ serviceId }) => serviceId)],
    [
      'settings',
      differing(Object.entries(here.settings), Object.entries(restored.settings), ([name]) => name),
    ],
  ];
  const order = (kept: Persisted): string => JSON.stringify(kept.services.map(({ id }) => id));
  const services = named(here.services, restored.services);
  return {
    services,
    workspaces: named(here.workspaces, restored.workspaces),
    counts: counts.flatMap(([kind, count]) => (count === 0 ? [] : [{ kind, count }])),
    isOrderChanged: services.come.length === 0 && services.go.length === 0 && order(here) !== order(restored),
  };
}

/** True where a restore would change nothing that is told. */
export const isUnchanged = ({ services, workspaces, counts, isOrderChanged }: BackupChanges): boolean =>
  [services, workspaces].every(({ come, go, change }) => come.length + go.length + change.length === 0) &&
  counts.length === 0 &&
  !isOrderChanged;

interface Named {
  readonly id: string;
  readonly name: string;
}

function named<T extends Named>(here: readonly T[], there: readonly T[]): NamedChanges {
  const before = new Map(here.map((one) => [one.id, toComparable(one)]));
  const after = new Set(there.map(({ id }) => id));
  const namesOf = (list: readonly Named[]): readonly string[] => list.map(({ name }) => name);
  return {
    come: namesOf(there.filter(({ id }) => !before.has(id))),
    go: namesOf(here.filter(({ id }) => !after.has(id))),
    change: namesOf(there.filter((one) => before.has(one.id) && before.get(one.id) !== toComparable(one))),
  };
}

/** How many come, go or are otherwise. */
function differing<T>(here: readonly T[], there: readonly T[], keyOf: (item: T) => string): number {
  const before = new Map(here.map((one) => [keyOf(one), toComparable(one)]));
  const after = new Map(there.map((one) => [keyOf(one), toComparable(one)]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).length;
}
