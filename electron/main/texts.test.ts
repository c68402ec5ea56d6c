import { describe, expect, it } from 'vitest';
import { aState } from '../core/fixtures.test-support';
import { english, type LanguageFacts } from '../core/model/language';
import { defaultSettings, type Settings } from '../core/model/settings';
import { createAppStore } from './store/app-store';
import { createTexts, startTexts, type ReadTexts } from './texts';

const german: LanguageFacts = { language: 'de', locale: 'de-AT-u-hc-h23', isRightToLeft: false };
const arabic: LanguageFacts = { language: 'ar', locale: 'ar', isRightToLeft: true };

describe('createTexts', () => {
  it('D34 fills places and chooses the plural at once', () => {
    const translate = createTexts(english);
    expect(translate('tray.tooltip', { count: 1 })).toBe('Foyer: 1 unread message');
    expect(translate('tray.tooltip', { count: 1200 })).toBe('Foyer: 1,200 unread messages');
  });

  it('D34 falls back to English where a language lacks a text', () => {
    expect(createTexts(german, { tray: { show: 'Foyer zeigen' } })('tray.quit')).toBe('Quit');
  });

  it('D34 keeps what people wrote as it is', () => {
    const translate = createTexts(english);
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
    expect(createTexts(english)(key, { count: 2 })).not.toBe(key);
  });
});

describe('createTexts in a language', () => {
  it('L3 writes numbers as the region does', () => {
    const texts = { tray: { tooltip_other: '{{count, number}} ungelesen' } };
    expect(createTexts(german, texts)('tray.tooltip', { count: 12_000 })).toMatch(/^12\s000 ungelesen$/);
  });

  it.each([
    ['in a sentence from right to left', arabic, 'Team chat', '\u2068Team chat\u2069 (\u2022)'],
    ['from right to left in a sentence', english, 'فريق', '\u2068فريق\u2069 (\u2022)'],
    ['not where both run alike', english, 'Team chat', 'Team chat (\u2022)'],
  ])('L6 marks off what people wrote: %s', (_, language, name, expected) => {
    expect(createTexts(language)('tray.serviceWithSome', { name })).toBe(expected);
  });

  it('L6 leaves a part of our own as it is, with what is marked off in it', () => {
    const translate = createTexts(arabic);
    const tooltip = translate('tray.serviceWithSome', { name: 'Chat' });
    expect(translate('tray.tooltipPaused', { tooltip })).toBe(`${tooltip}, paused`);
  });

  it('L6 leaves numbers bare', () => {
    expect(createTexts(arabic)('tray.tooltip', { count: 1200 })).toBe('Foyer: 1,200 unread messages');
  });
});

describe('startTexts', () => {
  const system = { preferred: ['en-GB'], region: 'en-GB' };
  const quit: Record<string, string> = { de: 'Beenden', ar: 'إنهاء' };
  const readAtOnce: ReadTexts = (language) => Promise.resolve({ tray: { quit: quit[language] ?? '' } });

  async function setUp(language: Settings['language'], read: ReadTexts = readAtOnce) {
    const settings = { ...defaultSettings, language };
    const store = createAppStore(aState([], { settings }), (error) => expect.fail(String(error)));
    const problems: unknown[] = [];
    const texts = await startTexts(store, system, (error) => problems.push(error), read);
    const choose = (wanted: Settings['language']): void =>
      store.dispatch({ kind: 'settings-changed', settings: { language: wanted } });
    const now = () => [store.getState().session.language.locale, texts.translate('tray.quit')];
    return { store, texts, choose, now, problems };
  }

  it('L1 has the texts of the first language before anything is drawn', async () => {
    const { store, now } = await setUp('ar');
    expect(store.getState().session.language.isRightToLeft).toBe(true);
    expect(now()).toEqual(['ar-u-hc-h23', 'إنهاء']);
    expect((await setUp('system')).now()).toEqual(['en-GB-u-hc-h23', 'Quit']);
  });

  it('L2 changes the language at once, the texts first', async () => {
    const { store, texts, choose, now } = await setUp('system');
    const said: string[] = [];
    const changed = new Promise<void>((resolve) => {
      store.onAction('language-changed', () => {
        said.push(texts.translate('tray.quit'));
        resolve();
      });
    });
    choose('de');
    expect(now()).toEqual(['en-GB-u-hc-h23', 'Quit']);
    await changed;
    expect(said).toEqual(['Beenden']);
    expect(now()).toEqual(['de-u-hc-h23', 'Beenden']);
  });

  it('L2 takes the last that was chosen, whichever is read first', async () => {
    const waiting = new Map<string, () => void>();
    const { store, choose, now } = await setUp(
      'system',
      (language) =>
        new Promise((resolve) =>
          waiting.set(language, () => resolve({ tray: { quit: quit[language] ?? '' } })),
        ),
    );
    choose('de');
    choose('ar');
    const changed = new Promise<void>((resolve) => {
      store.onAction('language-changed', () => resolve());
    });
    waiting.get('ar')?.();
    await changed;
    waiting.get('de')?.();
    await Promise.resolve();
    expect(now()).toEqual(['ar-u-hc-h23', 'إنهاء']);
  });

  it('L2 stays as it is when a language cannot be read', async () => {
    const { now, problems } = await setUp('de', () => Promise.reject(new Error('gone')));
    expect(now()).toEqual(['en', 'Quit']);
    expect(problems).toHaveLength(1);
  });
});
