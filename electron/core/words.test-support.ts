import { languageSchema } from './model/settings';
import type { Language } from './model/language';

/** What may be wrong with a text of another language beside its English one. */
export type WordProblem =
  | 'missing'
  | 'surplus'
  | 'places'
  | 'empty'
  | 'spaces'
  | 'tags'
  | 'keys'
  | 'same'
  | 'length'
  | 'loud';

export interface WordFinding {
  readonly problem: WordProblem;
  readonly key: string;
}

/** Every language but English, which all others are held to. */
export const otherLanguages: readonly Language[] = languageSchema.options.filter((one) => one !== 'en');

/** Names of products and of keys, addresses and signs of units, which are the same in many languages. */
const SAME_EVERYWHERE =
  /^app\.name$|^tray\.tooltipNone$|^settings\.about\.(?:version|engine)$|^addService\.placeholder$|^common\.(?:seconds|minutes)|^key\.|^keys\.name\.|^keys\.group\.app$/;

/** Words that a language writes as English does, by itself or as a loan word. */
const SAME_WORDS: Readonly<Partial<Record<Language, readonly string[]>>> = {
  de: [
    ...['offline', 'Offline', 'Name', 'Team', 'Details', 'Code', 'System', 'Normal', 'Downloads', 'Threads'],
    'Passphrase',
    'Links',
    ...[
      'Bot',
      'Bots',
      'Proxy {{host}}',
      '{{name}} in {{service}}',
      '{{channel}} in {{service}}',
      'in {{service}}',
    ],
  ],
  fr: [
    ...[
      'Service',
      'service',
      'message',
      'Services',
      'Page',
      'Notifications',
      'Code',
      'Messages',
      'Conversation',
      'Mention',
      'Mentions',
    ],
    ...[
      'Bot',
      'Bots',
      'bots',
      'Proxy {{host}}',
      '{{count, number}} message',
      '{{count, number}} messages',
      '{{count, number}} service',
      '{{count, number}} services',
      'Service {{number}}',
    ],
  ],
  es: ['No', 'General', 'Normal', 'Proxy {{host}}', 'Bot', 'Bots', 'bots'],
  'pt-BR': ['Links', 'Normal', 'Proxy {{host}}', 'Bot', 'Bots', 'bots'],
};

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
  language: Language,
): readonly WordFinding[] {
  const wanted = keysFor(english, language);
  const findings: WordFinding[] = [];
  for (const key of wanted) if (!other.has(key)) findings.push({ problem: 'missing', key });
  for (const [key, text] of other) {
    const model = english.get(key) ?? english.get(key.replace(PLURAL, '_other'));
    if (!wanted.has(key) || model === undefined) findings.push({ problem: 'surplus', key });
    else
      for (const problem of problemsOf(key, model, text, english, language)) findings.push({ problem, key });
  }
  return findings;
}

function problemsOf(
  key: string,
  model: string,
  text: string,
  english: ReadonlyMap<string, string>,
  language: Language,
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
  if (isSaid && text === model && !isRightlySame(key, text, language)) problems.push('same');
  const lengths = { text: bare.length, model: model.replace(PLACE, '').length };
  if (lengths.text > lengths.model * 2.2 + 14 || lengths.text < lengths.model * 0.2 - 2)
    problems.push('length');
  if (/[!！…]|\.\.\./.test(text)) problems.push('loud');
  return problems;
}

const isRightlySame = (key: string, text: string, language: Language): boolean =>
  SAME_EVERYWHERE.test(key) || SAME_WORDS[language]?.includes(text) === true;

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
