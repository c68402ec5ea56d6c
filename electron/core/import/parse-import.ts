import { fromJson } from '../model/from-json';
import type { ParsedForeign } from './foreign';
import { toFields } from './loose';
import { parseFerdium } from './parse-ferdium';
import { parseRambox } from './parse-rambox';

/** Kinds of files of Foyer's own, and where they are read. */
const ours = { 'foyer-rules': 'rules', 'foyer-backup': 'backup' } as const;

/** Finds out whose export a text is, and reads it; says what is wrong with what is none. Never throws. */
export function parseImport(text: string): ParsedForeign {
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  const value = fromJson(text);
  if (value === undefined) return { ok: false, reason: 'broken' };
  const fields = toFields(value);
  const kind = fields?.['kind'];
  if (kind === 'foyer-rules' || kind === 'foyer-backup') return { ok: false, reason: ours[kind] };
  if (!Array.isArray(value)) return parseFerdium(value);
  const entries = value.map(toFields);
  if (entries.some((entry) => entry?.['recipeId'] !== undefined)) return parseFerdium(value);
  if (value.length === 0) return { ok: false, reason: 'no-services' };
  return entries.some((entry) => entry?.['type'] !== undefined)
    ? parseRambox(value)
    : { ok: false, reason: 'unknown' };
}
