import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolateText } from '../electron/core/model/isolate';
import { readLocale } from '../electron/core/model/locale-files';
import type { Projection } from '../electron/core/ipc/projection';
import en from '../resources/locales/en.json';
import type { ShellStore } from './store/shell-store';

/**
 * Keeps the words of the interface in the language main says; language and direction of the page follow. Comes back
 * once the words that main said first are there, so that nothing is ever drawn in another language.
 */
export function startWords(store: ShellStore, root: HTMLElement): Promise<I18n> {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escape: (value) => isolateText(value, i18next.dir() === 'rtl') },
    initAsync: false,
    react: { useSuspense: false },
  });
  const take = async ({ language, locale }: Spoken): Promise<void> => {
    const texts = language === 'en' ? en : await readLocale(language);
    if (store.getState().projection?.locale !== locale) return;
    i18next.addResourceBundle(locale, 'translation', texts);
    await i18next.changeLanguage(locale);
    root.lang = language;
    root.dir = i18next.dir();
  };
  return new Promise((resolve) => {
    const seen: { locale: string | undefined } = { locale: undefined };
    store.subscribe(({ projection }) => {
      if (projection === undefined || projection.locale === seen.locale) return;
      seen.locale = projection.locale;
      // English is there in any case.
      void take(projection)
        .catch(() => undefined)
        .then(() => resolve(i18next));
    });
  });
}

type Spoken = Pick<Projection, 'language' | 'locale'>;
