import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../resources/locales/en.json';

/** Starts the words of the interface; `dir` of the page follows the language. */
export function startWords(root: HTMLElement): I18n {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  });
  root.lang = i18next.language;
  root.dir = i18next.dir();
  return i18next;
}
