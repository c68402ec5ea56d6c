import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Badge, OverlayMark } from './decide-badge';
import { overlayIconFile, trayIconFile } from './tray-icon';

const none: Badge = { kind: 'none' };
const dot: Badge = { kind: 'dot' };
const number = (count: number): Badge => ({ kind: 'number', count });

describe('trayIconFile', () => {
  it.each<[string, 'light' | 'dark', Badge, number, string]>([
    ['linux', 'dark', none, 1, 'tray/linux/dark-none-22.png'],
    ['linux', 'light', dot, 1, 'tray/linux/light-dot-22.png'],
    ['linux', 'dark', number(3), 1, 'tray/linux/dark-3-22.png'],
    ['linux', 'dark', number(9), 1.05, 'tray/linux/dark-9-24.png'],
    ['linux', 'dark', number(10), 1.25, 'tray/linux/dark-9-plus-44.png'],
    ['linux', 'dark', number(9999), 2, 'tray/linux/dark-9-plus-44.png'],
    ['linux', 'dark', none, 3, 'tray/linux/dark-none-44.png'],
    ['freebsd', 'light', none, 1, 'tray/linux/light-none-22.png'],
    ['win32', 'light', none, 1, 'tray/windows/light-none-16.png'],
    ['win32', 'dark', number(1), 1.25, 'tray/windows/dark-1-20.png'],
    ['win32', 'dark', number(12), 1.5, 'tray/windows/dark-9-plus-24.png'],
    ['win32', 'dark', dot, 1.75, 'tray/windows/dark-dot-32.png'],
    ['win32', 'dark', dot, 2.5, 'tray/windows/dark-dot-32.png'],
    ['darwin', 'light', none, 1, 'tray/mac/noneTemplate.png'],
    ['darwin', 'dark', number(7), 2, 'tray/mac/7Template.png'],
    ['darwin', 'dark', number(70), 2, 'tray/mac/9-plusTemplate.png'],
  ])('D11 %s, %s panel, %o at %d', (platform, theme, state, scale, file) => {
    expect(trayIconFile({ platform, theme, state, scale })).toBe(file);
  });

  it.each([0, -1, 0.5, Number.NaN, -Infinity])('D11 shows nothing for a count of %d', (count) => {
    expect(trayIconFile({ platform: 'linux', theme: 'dark', state: number(count), scale: 1 })).toBe(
      'tray/linux/dark-none-22.png',
    );
  });

  it('D11 shows the smallest size when the scale is not known', () => {
    expect(trayIconFile({ platform: 'win32', theme: 'dark', state: none, scale: 0 })).toContain('-16.png');
  });
});

describe('overlayIconFile', () => {
  it.each<[OverlayMark, string]>([
    ['dot', 'overlay/dot.png'],
    ['4', 'overlay/4.png'],
    ['9+', 'overlay/9-plus.png'],
  ])('D2 %s', (mark, file) => {
    expect(overlayIconFile(mark)).toBe(file);
  });
});

it('D11 names every tray and overlay icon there is, and no other', () => {
  const folder = fileURLToPath(new URL('../../../resources/icons', import.meta.url));
  const there = ['tray', 'overlay'].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
  const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const named = ['linux', 'win32', 'darwin'].flatMap((platform) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      [none, dot, ...counts.map(number)].flatMap((state) =>
        [1, 1.09, 1.25, 1.5, 2].map((scale) => trayIconFile({ platform, theme, state, scale })),
      ),
    ),
  );
  const marks = ['dot', '1', '2', '3', '4', '5', '6', '7', '8', '9', '9+'] as const;
  const isSecondScale = (file: string) => file.includes('@2x');
  expect([...new Set([...named, ...marks.map(overlayIconFile)])].toSorted()).toEqual(
    there.filter((file) => !isSecondScale(file)).toSorted(),
  );
  for (const file of there.filter(isSecondScale)) expect(there).toContain(file.replace('@2x', ''));
});
