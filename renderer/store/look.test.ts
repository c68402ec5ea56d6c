import { expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../electron/core/model/settings';
import { aProjection } from '../../e2e/support/shell-fixtures';
import { startLook } from './look';
import { createShellStore } from './shell-store';

/** A page's root that looks as the settings and the system's wish for contrast say. */
function start(settings: Partial<Settings>, wish = { matches: false }) {
  const store = createShellStore();
  const sizes = new Map<string, string | null>();
  const listeners: (() => void)[] = [];
  const root = {
    dataset: {} as DOMStringMap,
    style: { setProperty: (name: string, value: string | null) => void sizes.set(name, value) },
  };
  const stop = startLook(store, root, {
    matchMedia: () => ({
      get matches() {
        return wish.matches;
      },
      addEventListener: (_: string, listener: unknown) => void listeners.push(listener as () => void),
      removeEventListener: () => void listeners.splice(0),
    }),
  });
  store.setState({ projection: aProjection({ settings: { ...defaultSettings, ...settings } }) });
  const wishFor = (matches: boolean): void => {
    wish.matches = matches;
    listeners.forEach((listener) => listener());
  };
  return { data: root.dataset, sizes, wishFor, stop };
}

it('X6 has more contrast where the person or the system wants it, whenever that changes', () => {
  expect(start({}).data['contrast']).toBe('system');
  expect(start({ contrast: 'more' }).data['contrast']).toBe('more');
  const { data, wishFor, stop } = start({}, { matches: true });
  expect(data['contrast']).toBe('more');
  wishFor(false);
  expect(data['contrast']).toBe('system');
  stop();
  wishFor(true);
  expect(data['contrast']).toBe('system');
});

it('X5 writes the size of text and what goes by it', () => {
  const { sizes } = start({ textSize: 200, barSize: 'normal' });
  expect(sizes.get('font-size')).toBe('200%');
  expect(sizes.get('--header-height')).toBe('60px');
  expect(sizes.get('--bar-width')).toContain('96px');
});
