import i18next, { type i18n as I18n, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolateText } from '../electron/core/model/isolate';
import type { Language } from '../electron/core/model/language';
import type { Projection } from '../electron/core/ipc/projection';
import en from '../resources/locales/en.json';
import type { ShellStore } from './store/shell-store';

/** Each in a file of its own, loaded when it is needed: English alone is there from the start. */
const files: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: ResourceKey }>>> = {
  de: () => import('../resources/locales/de.json'),
  es: () => import('../resources/locales/es.json'),
  fr: () => import('../resources/locales/fr.json'),
  'pt-BR': () => import('../resources/locales/pt-BR.json'),
  ja: () => import('../resources/locales/ja.json'),
  ar: () => import('../resources/locales/ar.json'),
};

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
    const texts = language === 'en' ? en : (await files[language]()).default;
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
