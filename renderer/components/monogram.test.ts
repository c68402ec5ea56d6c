import { describe, expect, it } from 'vitest';
import { toChip, toMonogram } from './monogram';

describe('toMonogram', () => {
  it.each([
    ['Rocket.Chat', 'RC'],
    ['team', 'T'],
    ['Hanna’s wiki page', 'HW'],
    ['#general', 'G'],
    ['日本語 チャット', '日チ'],
    ['…', '…'],
    ['', '?'],
  ])('H9 %s is %s', (name, letters) => expect(toMonogram(name).letters).toBe(letters));

  it('H9 gives a name the same ground each time, and one of eight', () => {
    expect(toMonogram('Team chat').hue).toBe(toMonogram('Team chat').hue);
    const hues = Array.from({ length: 60 }, (_, index) => toMonogram(`Service ${index}`).hue);
    expect(Math.min(...hues)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...hues)).toBeLessThan(8);
    expect(new Set(hues).size).toBeGreaterThan(4);
  });
});

it.each([
  ['Rocket.Chat 2', '2'],
  ['Team chat', 'TC'],
  ['Studio54', 'S'],
])('H9 toChip of %s is %s', (name, chip) => expect(toChip(name)).toBe(chip));
