import { describe, expect, it } from 'vitest';
import type { Settings } from '../model/settings';
import { decideLanguage, type HourCycle } from './decide-language';

describe('decideLanguage', () => {
  it.each<[Settings['language'], string[], string, string, string]>([
    ['system', ['en-GB'], 'en-GB', 'en', 'en-GB-u-hc-h23'],
    ['system', ['en-US', 'en-US', 'en'], 'en-US', 'en', 'en-US-u-hc-h12'],
    // Chromium knows German only; the region says which.
    ['system', ['de', 'de-AT'], 'de-AT', 'de', 'de-AT-u-hc-h23'],
    ['system', ['pt-PT'], 'pt-PT', 'pt-BR', 'pt-PT-u-hc-h23'],
    ['system', ['es-419', 'es-CO'], 'es-CO', 'es', 'es-CO-u-hc-h12'],
    // The best of those there are texts in.
    ['system', ['ca', 'ca-ES', 'fr-FR'], 'ca-ES', 'fr', 'fr-FR-u-hc-h23'],
    ['system', ['ko-KR'], 'ko-KR', 'en', 'en-u-hc-h12'],
    // Chosen: the words of the one, the clock of the other.
    ['de', ['en-US'], 'en-US', 'de', 'de-u-hc-h12'],
    ['en', ['de-DE'], 'de-DE', 'en', 'en-u-hc-h23'],
    ['ar', ['ar-EG', 'ar'], 'ar-EG', 'ar', 'ar-EG-u-hc-h12'],
    ['ja', ['ja-JP'], 'ja-JP', 'ja', 'ja-JP-u-hc-h23'],
    // How a bare Linux says it.
    ['system', ['en-US', 'C'], 'en-US@posix', 'en', 'en-US-u-hc-h12'],
    // LANG is one, LC_TIME another.
    ['system', ['en-US'], 'de_DE.UTF-8', 'en', 'en-US-u-hc-h23'],
    ['system', ['en-US'], 'C.UTF-8', 'en', 'en-US-u-hc-h12'],
    ['system', ['de_AT.UTF-8'], 'de_AT.UTF-8', 'de', 'de-AT-u-hc-h23'],
    ['system', [], '', 'en', 'en'],
  ])(
    'L1 L3 chosen %j, the system %j in %j: reads %s, writes %s',
    (choice, preferred, region, ...expected) => {
      const { language, locale } = decideLanguage(choice, { preferred, region });
      expect([language, locale]).toEqual(expected);
    },
  );

  it.each<[HourCycle, string]>([
    ['h23', '18:05'],
    ['h12', '6:05 PM'],
  ])('L3 the clock that was set apart from the region is told by: %s', (hourCycle, expected) => {
    const { locale } = decideLanguage('system', { preferred: ['en-US'], region: 'en-US', hourCycle });
    const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
    expect(format.format(Date.UTC(2026, 0, 1, 18, 5)).replace(/\s/, ' ')).toBe(expected);
  });

  it.each([
    ['ar', true],
    ['ja', false],
  ] as const)('S13 %s is written from right to left: %s', (choice, isRightToLeft) => {
    expect(decideLanguage(choice, { preferred: [], region: '' }).isRightToLeft).toBe(isRightToLeft);
  });
});
