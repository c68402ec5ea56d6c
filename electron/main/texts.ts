import { createInstance } from 'i18next';
import type { Translate } from '../core/model/translate';
import en from '../../resources/locales/en.json';

/** Gives the texts of the main process (tray, notifications, dialogs) in a language; English where one is missing. */
export function createTexts(locale: string): Translate {
  const texts = createInstance();
  // Synchronous: the resources are in the bundle, and the tray must not wait for a promise.
  void texts.init({
    lng: locale,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  return (key, values) => texts.t(key, { ...values });
}
