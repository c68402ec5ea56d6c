import { afterEach, expect, it } from 'vitest';
import { aProjection } from '../e2e/support/shell-fixtures';
import { startWords } from './i18n';
import { createShellStore } from './store/shell-store';

const page = { lang: 'en', dir: '' };
const root = page as HTMLElement;
const arabic = { language: 'ar', locale: 'ar-u-hc-h12' } as const;

afterEach(() => Object.assign(page, { lang: 'en', dir: '' }));

it('L1 nothing is drawn before the words that main said first are there', async () => {
  const store = createShellStore();
  const drawn: string[] = [];
  const words = startWords(store, root).then((i18n) => drawn.push(i18n.t('tray.quit')));
  expect(drawn).toEqual([]);
  store.setState({ projection: aProjection(arabic) });
  await words;
  expect(drawn).toEqual(['إنهاء']);
  expect(page).toEqual({ lang: 'ar', dir: 'rtl' });
});

it('L2 L3 other words and customs follow at once, from there on and back', async () => {
  const store = createShellStore();
  const words = startWords(store, root);
  store.setState({ projection: aProjection({ language: 'en', locale: 'en-GB-u-hc-h23' }) });
  const i18n = await words;
  const changed = (): Promise<void> => new Promise((resolve) => i18n.on('languageChanged', () => resolve()));
  const toGerman = changed();
  store.setState({ projection: aProjection({ language: 'de', locale: 'de-AT-u-hc-h23' }) });
  await toGerman;
  expect(i18n.t('inbox.count', { count: 12_000 })).toMatch(/^12\s000 /);
  const toEnglish = changed();
  store.setState({ projection: aProjection({ language: 'en', locale: 'en-u-hc-h23' }) });
  await toEnglish;
  expect(i18n.t('inbox.count', { count: 12_000 })).toBe('12,000 messages');
  expect(page).toEqual({ lang: 'en', dir: 'ltr' });
});
