import { Variant } from 'dbus-next';
import type { BusConnection } from './desktop-bus.js';
import type { TrayItem } from './tray-watcher-item.js';

export interface TrayMenuEntry {
  readonly id: number;
  /** Without the mark of its access key. */
  readonly label: string;
  readonly kind: 'entry' | 'separator';
  readonly isEnabled: boolean;
  readonly isVisible: boolean;
  /** Undefined when it is nothing one can tick. */
  readonly isChecked: boolean | undefined;
  readonly children: readonly TrayMenuEntry[];
}

type Layout = readonly [
  id: number,
  properties: Readonly<Record<string, unknown>>,
  children: readonly Layout[],
];

const INTERFACE = 'com.canonical.dbusmenu';

/** Reads the whole menu of an item from its app. */
export async function readMenu(connection: BusConnection, item: TrayItem): Promise<readonly TrayMenuEntry[]> {
  const [, root] = await connection.call(targetOf(item), 'GetLayout', 'iias', [0, -1, []]);
  return toEntry(root as Layout).children;
}

/**
 * The entry of that label, at whatever depth.
 * @throws with the labels there are when it is missing or greyed out.
 */
export function findEntry(entries: readonly TrayMenuEntry[], label: string): TrayMenuEntry {
  const all = flatten(entries).filter((entry) => entry.isVisible && entry.kind === 'entry');
  const found = all.find((entry) => entry.label === label);
  if (!found)
    throw new Error(`The menu has no "${label}" but: ${all.map((entry) => entry.label).join(', ')}`);
  if (!found.isEnabled) throw new Error(`"${label}" is greyed out.`);
  return found;
}

/** Tells the app that the entry was clicked. */
export async function clickEntry(
  connection: BusConnection,
  item: TrayItem,
  entry: TrayMenuEntry,
): Promise<void> {
  await connection.call(targetOf(item), 'Event', 'isvu', [entry.id, 'clicked', new Variant('i', 0), 0]);
}

function targetOf(item: TrayItem) {
  if (!item.menuPath) throw new Error(`The tray item ${item.id} has no menu.`);
  return { name: item.service, path: item.menuPath, interface: INTERFACE };
}

function toEntry([id, properties, children]: Layout): TrayMenuEntry {
  const { label } = properties;
  return {
    id,
    label: typeof label === 'string' ? label.replace(/_(.)/g, '$1') : '',
    kind: properties['type'] === 'separator' ? 'separator' : 'entry',
    isEnabled: properties['enabled'] !== false,
    isVisible: properties['visible'] !== false,
    isChecked: properties['toggle-type'] ? properties['toggle-state'] === 1 : undefined,
    children: children.map(toEntry),
  };
}

function flatten(entries: readonly TrayMenuEntry[]): readonly TrayMenuEntry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.children)]);
}
