import type { Level } from '../model/rule';
import {
  FOREIGN_SERVICES_MAX,
  type ForeignService,
  type ForeignWorkspace,
  type LeftBehind,
  type ParsedForeign,
  type RefusedEntry,
} from './foreign';
import { createKeys, toFields, toFlag, toText, unpacked, type Fields } from './loose';
import { readEntries, type Placed } from './read-entries';
import { readProxy, readUserAgent } from './to-tweaks';

/** Stands in workspaces for "keep these loaded"; no service. */
const KEEP_LOADED = '0a0aa000-0a0a-49a0-a000-a0a0a0a0a0a0';
/** Long enough to be nobody else's: numbers of rows are everybody's. */
const OWN_ID = /^[a-z0-9-]{16,48}$/;

type KeyMaker = (text: string) => string;

/**
 * Reads what Ferdium, Ferdi and Franz's kind of server export: `services` and `workspaces`, whose settings may be
 * objects or JSON in a text. Rows of Ferdium's own database and the flat services of its server are read by it too.
 * An entry that cannot be read is told, and the others come. Never throws.
 */
export function parseFerdium(value: unknown): ParsedForeign {
  const file = Array.isArray(value) ? { services: value } : toFields(value);
  const { services: given, workspaces: groups } = file ?? {};
  if (!Array.isArray(given)) return { ok: false, reason: 'unknown' };
  const toKey = createKeys('ferdium');
  const refused: RefusedEntry[] = [];
  const services = readEntries(
    given.slice(0, FOREIGN_SERVICES_MAX),
    (entry, index) => toService(entry, index, toKey),
    refused,
  );
  if (given.length > FOREIGN_SERVICES_MAX) refused.push({ what: 'service', name: '', reason: 'too-many' });
  if (services.length === 0 && refused.length === 0) return { ok: false, reason: 'no-services' };
  const toGroupKey = createKeys('ferdium');
  const workspaces = readEntries(
    Array.isArray(groups) ? groups : [],
    (entry, index) => toWorkspace(entry, index, services, toGroupKey),
    refused,
  );
  return { ok: true, data: { format: 'ferdium', services, workspaces, refused } };
}

function toService(entry: unknown, index: number, toKey: KeyMaker): Placed<ForeignService> | RefusedEntry {
  const row = toFields(entry);
  if (row === undefined) return { what: 'service', name: '', reason: 'not-an-entry' };
  const kept = toFields(unpacked(row['settings']));
  // The server gives settings beside the names, where the export has them apart.
  const settings: Fields = { ...row, ...kept };
  const kind = toText(row['recipeId']);
  const name = toText(row['name']);
  if (kind === '') return { what: 'service', name, reason: 'no-kind' };
  const ids = [row['serviceId'], row['id']].map(toText).filter(Boolean);
  const address = toText(settings['customUrl']);
  const team = toText(settings['team']);
  const own = ids.map((id) => id.toLowerCase()).find((id) => OWN_ID.test(id));
  const isUnread = toText(row['settings']) !== '' && kept === undefined;
  return {
    order: toOrder(settings['order'], index),
    read: {
      key: toKey(own ?? JSON.stringify([kind, address, team, name])),
      ids,
      kind,
      name,
      address,
      team,
      isEnabled: toFlag(settings['isEnabled'], true),
      notifies: toFlag(settings['isNotificationEnabled'], true),
      hasSound: !toFlag(settings['isMuted'], false),
      badge: toBadge(settings),
      countsInTotal: true,
      zoomPercent: 100,
      code: [],
      tweaks: toPageSettings(settings),
      left: toLeft(settings, isUnread),
    },
  };
}

function toBadge(settings: Fields): Level {
  if (!toFlag(settings['isBadgeEnabled'], true)) return 'none';
  return toFlag(settings['isIndirectMessageBadgeEnabled'], true) ? 'all' : 'mentions';
}

function toPageSettings(settings: Fields): ForeignService['tweaks'] {
  const userAgent = readUserAgent(settings['userAgentPref']);
  const proxy = readProxy(settings['proxy'])?.proxy;
  return {
    ...(toFlag(settings['isDarkModeEnabled'], false) && { dark: 'on' }),
    ...(userAgent !== undefined && { userAgent }),
    ...(proxy !== undefined && { proxy }),
  };
}

function toLeft(settings: Fields, isUnread: boolean): readonly LeftBehind[] {
  const has = (...names: readonly string[]): boolean => names.some((name) => toText(settings[name]) !== '');
  const proxy = readProxy(settings['proxy']);
  const all: readonly (readonly [LeftBehind, boolean])[] = [
    ['settings', isUnread],
    ['icon', toFlag(settings['customIcon'], has('customIcon')) || has('iconId', 'customIconUrl')],
    ['proxy', proxy !== undefined && proxy.proxy === undefined],
    ['proxy-password', proxy?.proxy !== undefined && proxy.hasPassword],
    ['user-agent', has('userAgentPref') && readUserAgent(settings['userAgentPref']) === undefined],
    ['spelling', !['', 'automatic'].includes(toText(settings['spellcheckerLanguage']))],
    ['favourites', toFlag(settings['onlyShowFavoritesInUnreadCount'], false)],
  ];
  return all.flatMap(([what, isThere]) => (isThere ? [what] : []));
}

const toOrder = (value: unknown, index: number): number => {
  const order = toText(value) === '' ? Number.NaN : Number(toText(value));
  return Number.isFinite(order) ? order : index;
};

function toWorkspace(
  entry: unknown,
  index: number,
  services: readonly ForeignService[],
  toKey: KeyMaker,
): Placed<ForeignWorkspace> | RefusedEntry {
  const row = toFields(entry);
  if (row === undefined) return { what: 'workspace', name: '', reason: 'not-an-entry' };
  const name = toText(row['name']);
  if (name === '') return { what: 'workspace', name, reason: 'no-name' };
  const listed = unpacked(row['services']);
  const ids = (Array.isArray(listed) ? listed : []).map(toText).filter((id) => id !== KEEP_LOADED);
  const keys = ids.flatMap((id) => services.find((service) => service.ids.includes(id))?.key ?? []);
  if (keys.length === 0) return { what: 'workspace', name, reason: 'no-services' };
  const own = [row['workspaceId'], row['id']].map((id) => toText(id).toLowerCase());
  const key = toKey(own.find((id) => OWN_ID.test(id)) ?? JSON.stringify(['workspace', name]));
  return { read: { key, name, services: [...new Set(keys)] }, order: toOrder(row['order'], index) };
}
