import { expect, it } from 'vitest';
import { createBrowsers } from './browsers';

it('B68 finds what is there, starts it, and says where one is not (any more)', () => {
  const there = new Set(['/usr/bin/firefox', '/usr/bin/chromium']);
  const started: string[] = [];
  const found = createBrowsers(
    { platform: 'linux', home: '/home/m', env: { PATH: '/usr/bin' } },
    { isThere: (path) => there.has(path), start: (file, args) => started.push([file, ...args].join(' ')) },
  );
  expect(found.list()).toEqual(['firefox', 'chromium']);
  expect(found.open('chromium', 'https://a.test/')).toBe(true);
  there.clear();
  expect(found.list()).toEqual([]);
  expect(found.open('chromium', 'https://a.test/')).toBe(false);
  expect(started).toEqual(['/usr/bin/chromium https://a.test/']);
});
