import type { SystemDnd } from '../model/focus';

/** Where a Linux desktop keeps its do-not-disturb; which it is follows from its notification daemon. */
export type DndSource =
  /** A flag of the daemon itself, told by `PropertiesChanged`. */
  | { readonly kind: 'property'; readonly interface: string; readonly property: string }
  /** A setting in dconf; do-not-disturb is on when it has the value `onWhen`. */
  | { readonly kind: 'setting'; readonly schema: string; readonly key: string; readonly onWhen: boolean }
  /** A setting in Xfce's own store. */
  | { readonly kind: 'xfconf'; readonly channel: string; readonly property: string }
  /** The notification centre of sway and its kin tells it by an object of its own. */
  | { readonly kind: 'swaync' }
  | { readonly kind: 'none' };

const sources: Readonly<Record<string, DndSource>> = {
  Plasma: { kind: 'property', interface: 'org.freedesktop.Notifications', property: 'Inhibited' },
  dunst: { kind: 'property', interface: 'org.dunstproject.cmd0', property: 'paused' },
  'gnome-shell': {
    kind: 'setting',
    schema: 'org.gnome.desktop.notifications',
    key: 'show-banners',
    onWhen: false,
  },
  cinnamon: {
    kind: 'setting',
    schema: 'org.cinnamon.desktop.notifications',
    key: 'display-notifications',
    onWhen: false,
  },
  'Xfce Notify Daemon': { kind: 'xfconf', channel: 'xfce4-notifyd', property: '/do-not-disturb' },
  SwayNotificationCenter: { kind: 'swaync' },
};

/** Decides where to read do-not-disturb, by the name that `GetServerInformation` gave; others are not guessed at. */
export const decideDndSource = (daemonName: unknown): DndSource =>
  typeof daemonName === 'string' && Object.hasOwn(sources, daemonName)
    ? (sources[daemonName] ?? { kind: 'none' })
    : { kind: 'none' };

/** Gives what a flag says; what is no flag says nothing. */
export function toSystemDnd(flag: unknown, onWhen = true): SystemDnd {
  if (typeof flag !== 'boolean') return 'unknown';
  return flag === onWhen ? 'on' : 'off';
}

/** Gives what `gsettings get` printed of a flag. */
export function parseSetting(text: string | undefined): boolean | undefined {
  const word = text?.trim();
  return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

/** Gives what a `PropertiesChanged` says of a flag: its value, that it has to be asked for, or nothing. */
export function readChangedFlag(
  [owner, changed, invalidated]: readonly unknown[],
  source: { readonly interface: string; readonly property: string },
): SystemDnd | 'ask' | undefined {
  if (owner !== source.interface) return undefined;
  if (typeof changed === 'object' && changed !== null && Object.hasOwn(changed, source.property)) {
    const dnd = toSystemDnd(Reflect.get(changed, source.property));
    return dnd === 'unknown' ? 'ask' : dnd;
  }
  return Array.isArray(invalidated) && invalidated.includes(source.property) ? 'ask' : undefined;
}

/**
 * True when dconf's `Notify(prefix, changes, tag)` is about this setting: itself, or a folder above it that was reset
 * as a whole.
 */
export function isSettingTouched(
  [prefix, changes]: readonly unknown[],
  { schema, key }: { readonly schema: string; readonly key: string },
): boolean {
  if (typeof prefix !== 'string' || !Array.isArray(changes)) return false;
  const path = `/${schema.replaceAll('.', '/')}/${key}`;
  const all = changes.length === 0 ? [''] : changes;
  return all.some((change) => {
    const changed = typeof change === 'string' ? `${prefix}${change}` : '';
    return changed === path || (changed.endsWith('/') && path.startsWith(changed));
  });
}
