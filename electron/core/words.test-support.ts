import { languageSchema } from './model/settings';
import type { Language } from './model/language';

/** What may be wrong with a text of another language beside its English one. */
export type WordProblem =
  'missing' | 'surplus' | 'places' | 'empty' | 'spaces' | 'tags' | 'keys' | 'same' | 'length' | 'loud';

export interface WordFinding {
  readonly problem: WordProblem;
  readonly key: string;
}

/** Every language but English, which all others are held to. */
export const otherLanguages: readonly Language[] = languageSchema.options.filter((one) => one !== 'en');

/** Texts that are rightly as in English, and why. */
export const sameAsEnglish: readonly (readonly [RegExp, string])[] = [
  [/^app\.name$|^tray\.tooltipNone$|^settings\.about\.(?:version|engine)$/, 'names of products'],
  [/^recipe\./, 'names of products'],
  [/^addService\.placeholder$/, 'names of products and an address'],
  [/^common\.(?:seconds|minutes)/, 'signs of units'],
  [/^rules\.(?:column|columnHint|value)\./, 'words of the table that are the same in a language'],
];

/** Words that several of the languages write as English does. */
const SHARED_WORDS = new Set([
  'Code',
  'Details',
  'Name',
  'Notifications',
  'Service',
  'Services',
  'Bot',
  'bots',
  'Bots',
  'Menu',
  'Proxy {{host}}',
  'Permissions',
  'System',
  'Normal',
  'Compact',
  'Conversation',
  'Important',
  'Version',
  'Position',
  'Message',
  'Messages',
  'Mentions',
  'Mention',
  'Source',
  'Zoom',
  'Pause',
  'Port',
  'Text',
  'Export',
  'Import',
  'Filters',
  'Filter',
  'Sender',
  'Channel',
  'Total',
  'Focus',
  'No',
  'Error',
  'General',
]);

const PLACE = /\{\{[^}]+\}\}/g;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Gives every text of a language's file by its key, `part.part.name_one`. */
export function textsOf(node: unknown, path = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (typeof node !== 'object' || node === null) return found;
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (typeof value === 'string') found.set(`${path}${key}`, value);
    else for (const [below, text] of textsOf(value, `${path}${key}.`)) found.set(below, text);
  }
  return found;
}

/** Gives the keys a language must have: those of English, with the plurals of its own; where English has a zero, too. */
export function keysFor(english: ReadonlyMap<string, string>, language: string): ReadonlySet<string> {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = new Set<string>();
  for (const key of english.keys()) {
    const stem = key.replace(PLURAL, '');
    const category = PLURAL.exec(key)?.[1];
    if (category === undefined || !english.has(`${stem}_other`)) keys.add(key);
    else if (category === 'zero') keys.add(key);
    else for (const one of categories) keys.add(`${stem}_${one}`);
  }
  return keys;
}

/** Gives what is wrong with the texts of a language, key by key. */
export function checkWords(
  english: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
  language: string,
): readonly WordFinding[] {
  const wanted = keysFor(english, language);
  const findings: WordFinding[] = [];
  for (const key of wanted) if (!other.has(key)) findings.push({ problem: 'missing', key });
  for (const [key, text] of other) {
    const model = english.get(key) ?? english.get(key.replace(PLURAL, '_other'));
    if (!wanted.has(key) || model === undefined) findings.push({ problem: 'surplus', key });
    else for (const problem of problemsOf(key, model, text, english)) findings.push({ problem, key });
  }
  return findings;
}

function problemsOf(
  key: string,
  model: string,
  text: string,
  english: ReadonlyMap<string, string>,
): readonly WordProblem[] {
  const problems: WordProblem[] = [];
  const bare = text.replace(PLACE, '');
  if (text.trim() === '') return ['empty'];
  if (text.trim() !== text) problems.push('spaces');
  if (!hasItsPlaces(key, model, text, english)) problems.push('places');
  if (listOf(/<[^>]+>/g, text) !== listOf(/<[^>]+>/g, model)) problems.push('tags');
  // Names of keys are translated, but not F10 nor the letter after a plus.
  if (listOf(/\bF\d+\b|\+[A-Z]\b/g, text) !== listOf(/\bF\d+\b|\+[A-Z]\b/g, model)) problems.push('keys');
  const isSaid = /\p{L}/u.test(bare);
  if (isSaid && text === model && !isRightlySame(key, text)) problems.push('same');
  const lengths = { text: bare.length, model: model.replace(PLACE, '').length };
  if (lengths.text > lengths.model * 2.2 + 14 || lengths.text < lengths.model * 0.2 - 2)
    problems.push('length');
  if (/[!！…]|\.\.\./.test(text)) problems.push('loud');
  return problems;
}

const isRightlySame = (key: string, text: string): boolean =>
  SHARED_WORDS.has(text) || sameAsEnglish.some(([keys]) => keys.test(key));

/** The same places as in English; one, two and none may be said without the number. */
function hasItsPlaces(
  key: string,
  model: string,
  text: string,
  english: ReadonlyMap<string, string>,
): boolean {
  const category = PLURAL.exec(key)?.[1];
  const models = [model, english.get(key.replace(PLURAL, '_one'))].flatMap((one) => one ?? []);
  const isFew = category === 'zero' || category === 'one' || category === 'two';
  const without = (one: string): string => (isFew ? one.replace('{{count, number}}', '') : one);
  return models.some((one) => listOf(PLACE, without(one)) === listOf(PLACE, without(text)));
}

const listOf = (pattern: RegExp, text: string): string => (text.match(pattern) ?? []).toSorted().join(' ');
