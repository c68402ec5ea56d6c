import { describe, expect, it } from 'vitest';
import { toSvg, toTicks } from './plot.mjs';

it.each([
  [0, [0, 1]],
  [1, [0, 0.25, 0.5, 0.75, 1]],
  [0.37, [0, 0.1, 0.2, 0.3, 0.4]],
  [37, [0, 10, 20, 30, 40]],
  [3333, [0, 1000, 2000, 3000, 4000]],
  [1001, [0, 500, 1000, 1500]],
])('gives round numbers up to %d', (most, ticks) => {
  expect(toTicks(most)).toEqual(ticks);
});

describe('toSvg', () => {
  /** @type {import('./plot.mjs').Series[]} */
  const series = [
    {
      name: 'A & B',
      points: [
        [1, 10],
        [50, 40],
      ],
    },
    {
      name: 'floor',
      points: [
        [1, 8],
        [50, 20],
      ],
    },
  ];
  const words = { title: 'Growth <1>', xTitle: 'services' };
  const svg = toSvg([{ title: 'Memory', unit: 'MB', series }], 'light', words);

  it('draws each series once, lower where there is less', () => {
    const lines = [...svg.matchAll(/<path d="M(\S+) (\S+)L(\S+) (\S+)" stroke="(#\w+)"/g)].filter(
      ([, , y]) => y !== '0',
    );
    expect(lines.map(([, ...at]) => at.slice(0, 4).map(Number))).toEqual([
      [62.56, 175, 384, 40],
      [62.56, 184, 384, 130],
    ]);
    expect(new Set(lines.map((line) => line[5])).size).toBe(2);
  });

  it('writes names and titles so that they are text and nothing else', () => {
    expect(svg).toContain('A &amp; B');
    expect(svg).toContain('<title>Growth &lt;1&gt;</title>');
  });

  it('has other colours for a dark page, and nothing else', () => {
    const shape = (/** @type {string} */ text) => text.replaceAll(/#[0-9a-f]{6}/g, '#');
    const dark = toSvg([{ title: 'Memory', unit: 'MB', series }], 'dark', words);
    expect(dark).not.toBe(svg);
    expect(shape(dark)).toBe(shape(svg));
  });
});
