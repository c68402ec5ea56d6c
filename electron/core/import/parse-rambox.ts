import { ZOOM_MAX, ZOOM_MIN } from '../model/service';
import {
  FOREIGN_SERVICES_MAX,
  type ForeignCode,
  type ForeignService,
  type LeftBehind,
  type ParsedForeign,
  type RefusedEntry,
} from './foreign';
import { createKeys, toFields, toFlag, toText, type Fields } from './loose';
import { readEntries, type Placed } from './read-entries';
import { leavesCode, readUserAgent } from './to-tweaks';

/** One step of Rambox's zoom, as Chromium has it. */
const ZOOM_STEP = 1.2;
/** A picture of Rambox's own, and not one the person gave: a file's name. */
const OWN_LOGO = /^[\w-]+\.(?:png|svg)$/;

/** Reads what Rambox CE and Hamsket save as their backup: a list of services, in no other order than their `position`. Never throws. */
export function parseRambox(value: unknown): ParsedForeign {
  if (!Array.isArray(value)) return { ok: false, reason: 'unknown' };
  const toKey = createKeys('rambox');
  const refused: RefusedEntry[] = [];
  const services = readEntries(
    value.slice(0, FOREIGN_SERVICES_MAX),
    (entry, index) => toService(entry, index, toKey),
    refused,
  );
  if (value.length > FOREIGN_SERVICES_MAX) refused.push({ what: 'service', name: '', reason: 'too-many' });
  if (services.length === 0 && refused.length === 0) return { ok: false, reason: 'no-services' };
  return { ok: true, data: { format: 'rambox', services, workspaces: [], refused } };
}

function toService(
  entry: unknown,
  index: number,
  toKey: (text: string) => string,
): Placed<ForeignService> | RefusedEntry {
  const row = toFields(entry);
  if (row === undefined) return { what: 'service', name: '', reason: 'not-an-entry' };
  const kind = toText(row['type']);
  const name = toText(row['name']);
  if (kind === '') return { what: 'service', name, reason: 'no-kind' };
  const address = toText(row['url']);
  const code = toCode(row);
  const userAgent = readUserAgent(row['userAgent']);
  const position = toText(row['position']);
  return {
    order: position === '' ? index : Number(position) || 0,
    read: {
      key: toKey(JSON.stringify([kind, address, name])),
      ids: [],
      kind,
      name,
      address,
      team: '',
      isEnabled: toFlag(row['enabled'], true),
      notifies: toFlag(row['notifications'], true),
      hasSound: !toFlag(row['muted'], false),
      badge: toFlag(row['displayTabUnreadCounter'], true) ? 'all' : 'none',
      countsInTotal: toFlag(row['includeInGlobalUnreadCounter'], true),
      zoomPercent: toZoom(row['zoomLevel']),
      code,
      tweaks: userAgent === undefined ? {} : { userAgent },
      left: toLeft(row, leavesCode(code), userAgent),
    },
  };
}

const toCode = (row: Fields): readonly ForeignCode[] =>
  (
    [
      ['app-js', row['js_unread']],
      ['js', row['custom_js']],
      ['css', row['custom_css']],
    ] as const
  ).flatMap(([kind, value]) => (toText(value) === '' ? [] : [{ kind, text: toText(value) }]));

function toLeft(row: Fields, hasCode: boolean, userAgent: string | undefined): readonly LeftBehind[] {
  const logo = toText(row['logo']);
  const all: readonly (readonly [LeftBehind, boolean])[] = [
    ['icon', logo !== '' && !OWN_LOGO.test(logo)],
    ['user-agent', toText(row['userAgent']) !== '' && userAgent === undefined],
    ['trust', toFlag(row['trust'], false)],
    ['code', hasCode],
  ];
  return all.flatMap(([what, isThere]) => (isThere ? [what] : []));
}

function toZoom(value: unknown): number {
  const level = Number(toText(value));
  const percent = Math.round(100 * ZOOM_STEP ** (Number.isFinite(level) ? level : 0));
  return Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, percent));
}
