import type { Language, LanguageFacts } from '../model/language';
import { languages, type Settings } from '../model/settings';

/** What the system says of languages. */
export interface SystemLanguages {
  /** Languages the person reads, the best first, as the system writes them. */
  readonly preferred: readonly string[];
  /** By whose customs the system writes numbers and times. */
  readonly region: string;
  /** The clock the person set apart from the region, where the system tells. */
  readonly hourCycle?: HourCycle | undefined;
}

/** Hours from 1 to 12, or from 0 to 23. */
export type HourCycle = 'h12' | 'h23';

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['ar']);

/**
 * Decides how the person is spoken to: in the language that was chosen, else in the first that the system names and
 * there are texts in, else in English. Numbers and times follow the system's region where it speaks that language, and
 * always the system's clock.
 */
export function decideLanguage(choice: Settings['language'], system: SystemLanguages): LanguageFacts {
  const preferred = system.preferred.flatMap(toLocale);
  const region = toLocale(system.region)[0];
  const language =
    choice === 'system' ? (preferred.flatMap((locale) => textsFor(locale) ?? [])[0] ?? 'en') : choice;
  const spoken = new Intl.Locale(language).language;
  const own = [...(region === undefined ? [] : [region]), ...preferred].find(
    (locale) => locale.language === spoken,
  );
  const hourCycle = system.hourCycle ?? clockOf(region ?? preferred[0] ?? own);
  const locale = new Intl.Locale(own?.baseName ?? language, hourCycle === undefined ? {} : { hourCycle });
  return { language, locale: locale.toString(), isRightToLeft: RIGHT_TO_LEFT.has(language) };
}

/** The texts for a locale: of its very region, or of another one of its language. */
const textsFor = ({ language, baseName }: Intl.Locale): Language | undefined =>
  languages.find((one) => one === baseName) ??
  languages.find((one) => new Intl.Locale(one).language === language);

const clockOf = (locale: Intl.Locale | undefined) =>
  locale === undefined
    ? undefined
    : new Intl.DateTimeFormat(locale.baseName, { hour: 'numeric' }).resolvedOptions().hourCycle;

/** Gives a locale as systems write it, `de_AT.UTF-8@euro` too; none for what is none, such as `C`. */
function toLocale(text: string): readonly Intl.Locale[] {
  try {
    return [new Intl.Locale(text.replace(/[.@].*$/, '').replaceAll('_', '-'))];
  } catch {
    return [];
  }
}
