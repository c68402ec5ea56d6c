import { createInstance, type i18n, type Resource } from 'i18next';
import type { Translate } from '../core/model/translate';
import en from '../../resources/locales/en.json';

/** The languages there are texts in. */
const RESOURCES: Resource = { en: { translation: en } };

/** Gives the texts of the main process (tray, notifications, dialogs) in a language; English where one is missing. */
export function createTexts(locale: string): Translate {
  const texts = openTexts(locale, RESOURCES);
  return (key, values) => texts.t(key, { ...values });
}

/** The language that texts are shown in, which need not be the one asked for. */
export interface LanguageFacts {
  readonly language: string;
  readonly isRightToLeft: boolean;
}

/** Gives the language of the texts shown to somebody of this locale. */
export function readLanguage(locale: string, resources: Resource = RESOURCES): LanguageFacts {
  const texts = openTexts(locale, resources);
  const language = texts.resolvedLanguage ?? 'en';
  return { language, isRightToLeft: texts.dir(language) === 'rtl' };
}

function openTexts(locale: string, resources: Resource): i18n {
  const texts = createInstance();
  // Synchronous: the resources are in the bundle, and the tray must not wait for a promise.
  void texts.init({
    lng: locale,
    fallbackLng: 'en',
    initAsync: false,
    resources,
    interpolation: { escapeValue: false },
  });
  return texts;
}
