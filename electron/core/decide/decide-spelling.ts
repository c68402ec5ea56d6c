import { spellLanguages, toSpellLanguage } from '../model/dictionaries';
import {
  SPELL_LANGUAGES_MAX,
  type SpellChoice,
  type SpellingSettings,
  type SpellingState,
} from '../model/spelling';

type Platform = 'darwin' | 'linux' | 'win32';

/** What holds for one service. */
export interface SpellingPlan {
  readonly isOn: boolean;
  /** None on macOS, which finds out by itself what somebody writes in. */
  readonly languages: readonly string[];
}

/**
 * Gives the languages that can be checked: on Linux those whose dictionaries are there, and all where a mirror has them.
 * Windows has dictionaries of its own, which cannot be asked for.
 */
export function toChoosable(
  { mirror }: Pick<SpellingSettings, 'mirror'>,
  { there }: Pick<SpellingState, 'there'>,
  platform: Platform,
): readonly string[] {
  if (platform === 'darwin') return [];
  if (platform === 'win32' || mirror !== '') return spellLanguages;
  return spellLanguages.filter((language) => there.includes(language));
}

/** Gives what the system's own languages come to, among those that can be checked. */
export function toAutomatic(preferred: readonly string[], choosable: readonly string[]): readonly string[] {
  const wanted = preferred.flatMap((locale) => toSpellLanguage(locale) ?? []);
  return [...new Set(wanted)]
    .filter((language) => choosable.includes(language))
    .slice(0, SPELL_LANGUAGES_MAX);
}

/** Decides in which languages the pages of a service are checked: its own choice goes before that for all. */
export function decideSpelling(
  settings: SpellingSettings,
  own: SpellChoice | null,
  state: SpellingState,
  platform: Platform,
): SpellingPlan {
  const choice = own ?? settings.languages;
  if (platform === 'darwin') return { isOn: choice === 'system' || choice.length > 0, languages: [] };
  // Where one dictionary is missing Chromium takes every word for right, in the other languages too.
  const choosable = toChoosable(settings, state, platform).filter(
    (language) => !state.failed.includes(language),
  );
  const languages =
    choice === 'system'
      ? toAutomatic(state.preferred, choosable)
      : choice.filter((language) => choosable.includes(language));
  return { isOn: languages.length > 0, languages };
}

/** Leads nowhere: without a mirror nothing is fetched, whatever Chromium would like. */
const NOWHERE = 'no-dictionaries:///';

/** Gives the address that dictionaries are fetched from. */
export const toDownloadAddress = ({ mirror }: Pick<SpellingSettings, 'mirror'>): string =>
  mirror === '' ? NOWHERE : `${mirror.replace(/\/+$/, '')}/`;
