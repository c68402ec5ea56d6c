import { describe, expect, it } from 'vitest';
import { spellLanguages, toSpellLanguage } from '../model/dictionaries';
import { defaultSpelling, isMirror } from '../model/spelling';
import { decideSpelling, toAutomatic, toChoosable, toDownloadAddress } from './decide-spelling';

const mirror = 'https://words.test/d';
const state = { there: ['de', 'fr', 'en-US'], preferred: ['de-AT', 'en-US', 'ja'], failed: [] };
const plan = (
  changes: Partial<typeof defaultSpelling> | { readonly languages: readonly string[] },
  own: readonly string[] | 'system' | null = null,
  platform: 'darwin' | 'linux' | 'win32' = 'linux',
) => decideSpelling({ ...defaultSpelling, ...changes }, own, state, platform);

describe('what is checked', () => {
  it('B50 by itself in the languages of the system, several at once', () => {
    expect(plan({})).toEqual({ isOn: true, languages: ['de', 'en-US'] });
  });

  it('B50 in those that were chosen, as far as there are dictionaries; in none where none was', () => {
    expect(plan({ languages: ['fr', 'sv', 'de'] })).toEqual({ isOn: true, languages: ['fr', 'de'] });
    expect(plan({ languages: [] })).toEqual({ isOn: false, languages: [] });
  });

  it('B50 a service’s own choice goes before that for all', () => {
    expect(plan({ languages: [] }, ['fr'])).toEqual({ isOn: true, languages: ['fr'] });
    expect(plan({ languages: ['fr'] }, 'system').languages).toEqual(['de', 'en-US']);
    expect(plan({}, []).isOn).toBe(false);
  });

  it('B53 one that the mirror did not give is left out, since it would silence the others', () => {
    const settings = { languages: ['de', 'fr'], mirror, words: [] };
    const languages = (failed: readonly string[]) =>
      decideSpelling(settings, null, { ...state, failed }, 'linux').languages;
    expect(languages([])).toEqual(['de', 'fr']);
    expect(languages(['fr'])).toEqual(['de']);
  });

  it('B51 macOS finds out by itself, and is only turned on and off', () => {
    expect(plan({}, null, 'darwin')).toEqual({ isOn: true, languages: [] });
    expect(plan({}, [], 'darwin')).toEqual({ isOn: false, languages: [] });
    expect(toChoosable({ mirror }, state, 'darwin')).toEqual([]);
  });

  it('B51 without a mirror Linux has what is there; Windows has its own', () => {
    expect(toChoosable({ mirror: '' }, state, 'linux')).toEqual(['de', 'en-US', 'fr']);
    expect(toChoosable({ mirror: '' }, state, 'win32')).toEqual(spellLanguages);
    expect(toChoosable({ mirror }, state, 'linux')).toEqual(spellLanguages);
  });

  it.each([
    ['de_AT.UTF-8', 'de'],
    ['en', 'en-US'],
    ['en-GB', 'en-GB'],
    ['en-NZ', 'en-US'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['nn-NO', 'nb'],
    ['es-MX', 'es'],
    ['ja', undefined],
    ['C', undefined],
    ['', undefined],
  ])('B50 %s is checked as %s', (locale, language) => {
    expect(toSpellLanguage(locale)).toBe(language);
  });

  it('B50 one language once', () => {
    expect(toAutomatic(['de-DE', 'de-AT', 'de'], ['de'])).toEqual(['de']);
  });
});

describe('where dictionaries come from', () => {
  it('B52 from nowhere, or from the mirror', () => {
    expect(toDownloadAddress({ mirror: '' })).not.toMatch(/^https?:/);
    expect(toDownloadAddress({ mirror })).toBe(`${mirror}/`);
    expect(toDownloadAddress({ mirror: `${mirror}//` })).toBe(`${mirror}/`);
  });

  it.each([
    ['https://words.test/d/', true],
    ['http://127.0.0.1:8080/', true],
    ['http://words.test/', false],
    ['https://ann@words.test/', false],
    ['https://words.test/?q=', false],
    ['https://words.test/#a', false],
    ['file:///usr/share/', false],
    ['words.test', false],
  ])('B52 %s as a mirror: %s', (address, is) => {
    expect(isMirror(address)).toBe(is);
  });
});
