import { createInstance, type i18n, type ResourceKey } from 'i18next';
import { decideLanguage, type SystemLanguages } from '../core/decide/decide-language';
import { isolateText } from '../core/model/isolate';
import { english, type Language, type LanguageFacts } from '../core/model/language';
import { readLocale } from '../core/model/locale-files';
import type { Translate } from '../core/model/translate';
import en from '../../resources/locales/en.json';
import type { AppStore, Stop } from './store/app-store';

type OtherLanguage = Exclude<Language, 'en'>;

/** The texts of the main process: tray, notifications, menu. */
export interface Texts {
  /** Always in the language of the state. */
  readonly translate: Translate;
  readonly stop: Stop;
}

/** Where the texts of a language come from. */
export type ReadTexts = (language: OtherLanguage) => Promise<ResourceKey>;

/**
 * Keeps the language of the state as the person wants it, and the texts with it: the state has a language once its texts
 * are there. Those of the first are there when this is.
 */
export async function startTexts(
  store: AppStore,
  system: SystemLanguages,
  onProblem: (error: unknown) => void,
  read: ReadTexts = readLocale,
): Promise<Texts> {
  const now: { wanted: LanguageFacts; translate: Translate | undefined; texts: ResourceKey } = {
    wanted: english,
    translate: undefined,
    texts: en,
  };
  const take = async (wanted: LanguageFacts): Promise<void> => {
    now.wanted = wanted;
    try {
      const texts = wanted.language === 'en' ? en : await read(wanted.language);
      // Another one may have been chosen meanwhile.
      if (now.wanted !== wanted) return;
      now.texts = texts;
      now.translate = undefined;
      store.dispatch({ kind: 'language-changed', language: wanted });
    } catch (error) {
      onProblem(error);
    }
  };
  const choiceOf = (): LanguageFacts => decideLanguage(store.getState().persisted.settings.language, system);
  await take(choiceOf());
  const stop = store.watch(
    (state) => state.persisted.settings.language,
    () => {
      const wanted = choiceOf();
      if (wanted.locale !== now.wanted.locale) void take(wanted);
    },
  );
  return {
    // Opened when something is first said: nothing of it is needed for the start.
    translate: (key, values) =>
      (now.translate ??= createTexts(store.getState().session.language, now.texts))(key, values),
    stop,
  };
}

/** Gives the texts of a language, and English where one is missing. */
export function createTexts({ locale, isRightToLeft }: LanguageFacts, texts: ResourceKey = en): Translate {
  const opened: i18n = createInstance();
  // Synchronous: the texts are there, and the tray must not wait for a promise.
  void opened.init({
    lng: locale,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en }, [locale]: { translation: texts } },
    interpolation: { escape: (value) => isolateText(value, isRightToLeft) },
  });
  return (key, values) => opened.t(key, { ...values });
}
