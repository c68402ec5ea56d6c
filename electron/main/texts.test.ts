import { describe, expect, it } from 'vitest';
import { createTexts, readLanguage } from './texts';

describe('createTexts', () => {
  it('D34 fills places and chooses the plural at once', () => {
    const translate = createTexts('en');
    expect(translate('tray.tooltip', { count: 1 })).toBe('Foyer: 1 unread message');
    expect(translate('tray.tooltip', { count: 1200 })).toBe('Foyer: 1,200 unread messages');
  });

  it('D34 falls back to English in a language it does not know', () => {
    expect(createTexts('xx-YY')('tray.quit')).toBe('Quit');
  });

  it('D34 keeps what people wrote as it is', () => {
    const translate = createTexts('en');
    expect(translate('tray.serviceWithSome', { name: '<b>$t(tray.quit) {{count}}' })).toBe(
      '<b>$t(tray.quit) {{count}} (•)',
    );
  });

  it.each([
    'tray.show',
    'tray.quit',
    'tray.focusUntil',
    'tray.focusEnd',
    'tray.tooltipFocus',
    'summary.title',
    'summary.place',
    'summary.more',
    'tray.pauseForOneHour',
    'tray.resume',
    'tray.tooltip',
    'tray.tooltipSome',
    'tray.tooltipNone',
    'tray.tooltipPaused',
    'tray.service',
    'tray.serviceWithCount',
    'tray.serviceWithSome',
    'tray.more',
    'notification.untitled',
    'notification.titleOfService',
    'notification.open',
    'notification.muteHour',
    'notification.mute',
    'overlay.some',
    'overlay.count',
  ])('D34 has a text for %s', (key) => {
    expect(createTexts('en')(key, { count: 2 })).not.toBe(key);
  });
});

describe('readLanguage', () => {
  const texts = { translation: { yes: 'yes' } };

  it.each([
    ['en-GB', 'en', false],
    ['he-IL', 'he', true],
    ['ar', 'ar', true],
    // Mirrored English would be hard to read.
    ['fa', 'en', false],
    ['', 'en', false],
  ])('S13 somebody of %j reads %s, from right to left: %s', (locale, language, isRightToLeft) => {
    const facts = readLanguage(locale, { en: texts, he: texts, ar: texts });
    expect(facts).toEqual({ language, isRightToLeft });
  });

  it('S13 gives English as long as there are no other texts', () => {
    expect(readLanguage('he-IL')).toEqual({ language: 'en', isRightToLeft: false });
  });
});
