import type { Language } from './language';

/** What a file of texts holds. */
type LocaleTexts = Readonly<Record<string, unknown>>;

/** Reads the texts of a language other than English. Each is in a file of its own, read when it is needed. */
export const readLocale = async (language: Exclude<Language, 'en'>): Promise<LocaleTexts> =>
  (await files[language]()).default;

const files: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: LocaleTexts }>>> = {
  de: () => import('../../../resources/locales/de.json'),
  es: () => import('../../../resources/locales/es.json'),
  fr: () => import('../../../resources/locales/fr.json'),
  'pt-BR': () => import('../../../resources/locales/pt-BR.json'),
  ja: () => import('../../../resources/locales/ja.json'),
  ar: () => import('../../../resources/locales/ar.json'),
};
