import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../resources/locales/en.json';
import type { ShellStore } from './store/shell-store';

/** Starts the words of the interface, in the language main says; `dir` of the page follows it as main's layout does. */
export function startWords(store: ShellStore, root: HTMLElement): I18n {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  });
  const mark = (): void => {
    root.lang = i18next.language;
    root.dir = i18next.dir();
  };
  mark();
  store.subscribe(({ projection }) => {
    if (projection === undefined || projection.language === i18next.language) return;
    void i18next.changeLanguage(projection.language);
    mark();
  });
  return i18next;
}
