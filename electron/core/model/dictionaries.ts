/** The languages Chromium checks where it does so itself, with the names of their dictionaries. */
const dictionaryNames: Readonly<Record<string, string>> = {
  af: 'af-ZA',
  bg: 'bg-BG',
  ca: 'ca-ES',
  cs: 'cs-CZ',
  cy: 'cy-GB',
  da: 'da-DK',
  de: 'de-DE',
  el: 'el-GR',
  'en-AU': 'en-AU',
  'en-CA': 'en-CA',
  'en-GB': 'en-GB',
  'en-US': 'en-US',
  es: 'es-ES',
  et: 'et-EE',
  fa: 'fa-IR',
  fo: 'fo-FO',
  fr: 'fr-FR',
  he: 'he-IL',
  hi: 'hi-IN',
  hr: 'hr-HR',
  hu: 'hu-HU',
  hy: 'hy',
  id: 'id-ID',
  it: 'it-IT',
  ko: 'ko',
  lt: 'lt-LT',
  lv: 'lv-LV',
  nb: 'nb-NO',
  nl: 'nl-NL',
  pl: 'pl-PL',
  'pt-BR': 'pt-BR',
  'pt-PT': 'pt-PT',
  ro: 'ro-RO',
  ru: 'ru-RU',
  sh: 'sh',
  sk: 'sk-SK',
  sl: 'sl-SI',
  sq: 'sq',
  sr: 'sr',
  sv: 'sv-SE',
  ta: 'ta-IN',
  tg: 'tg-TG',
  tr: 'tr-TR',
  uk: 'uk-UA',
  vi: 'vi-VN',
};

/** Versions in the names of their files, where it is not the usual one: Chromium looks for that name and no other. */
const versions: Readonly<Record<string, string>> = {
  cy: '1-0',
  'en-AU': '10-1',
  'en-CA': '10-1',
  'en-GB': '10-1',
  'en-US': '10-1',
  fa: '9-0',
  hy: '1-0',
  sh: '4-0',
  sr: '4-0',
  tg: '5-0',
  tr: '4-0',
  uk: '5-0',
};

/** Languages there are dictionaries in, by their codes. */
export const spellLanguages: readonly string[] = Object.keys(dictionaryNames);

/** Where no other region is named. */
const usual: Readonly<Record<string, string>> = { en: 'en-US', pt: 'pt-BR', no: 'nb', nn: 'nb' };

/** Gives the language whose dictionary serves a locale, e.g. `de` for `de-AT`; undefined where there is none. */
export function toSpellLanguage(locale: string): string | undefined {
  const clean = locale.replace(/[.@].*$/, '').replaceAll('_', '-');
  const [language = '', region = ''] = clean.split('-');
  const exact = `${language.toLowerCase()}-${region.toUpperCase()}`;
  if (exact in dictionaryNames) return exact;
  const bare = language.toLowerCase();
  return bare in dictionaryNames ? bare : usual[bare];
}

/** Gives the name under which Chromium looks for the dictionary of a language. */
export const toDictionaryFile = (language: string): string =>
  `${dictionaryNames[language] ?? language}-${versions[language] ?? '3-0'}.bdic`;

/** Gives the language of a dictionary that the system brings, by its name, as in `de_DE.bdic`. */
export function languageOfSystemFile(name: string): string | undefined {
  const stem = /^([a-z]{2,3}(?:[-_][A-Z]{2})?)\.bdic$/.exec(name)?.[1];
  if (stem === undefined) return undefined;
  const region = stem.replace('_', '-');
  return spellLanguages.find((language) => language === region || dictionaryNames[language] === region);
}

/** Gives the language of a dictionary that Chromium fetched or was given. */
export const languageOfOwnFile = (name: string): string | undefined =>
  spellLanguages.find((language) => toDictionaryFile(language).toLowerCase() === name.toLowerCase());
