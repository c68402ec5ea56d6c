import { describe, expect, it } from 'vitest';
import { createTexts } from './texts';

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
    'tray.pause',
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
    'overlay.some',
    'overlay.count',
  ])('D34 has a text for %s', (key) => {
    expect(createTexts('en')(key, { count: 2 })).not.toBe(key);
  });
});
