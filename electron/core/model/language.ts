import type * as z from 'zod/mini';
import type { languageSchema } from './settings';

/** A language there are texts in. */
export type Language = z.infer<typeof languageSchema>;

/** How people are spoken to: what is read, and by whose customs numbers and times are written. */
export interface LanguageFacts {
  readonly language: Language;
  /** For `Intl`: the language with the person's region and clock, as `de-AT-u-hc-h23`. */
  readonly locale: string;
  readonly isRightToLeft: boolean;
}

/** Each language by the name it has for itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  ja: '日本語',
  ar: 'العربية',
};

export const english: LanguageFacts = { language: 'en', locale: 'en', isRightToLeft: false };
