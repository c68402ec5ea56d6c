import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createBrowsers, systemBrowsers } from './browsers';

it('B68 finds what is there, starts it, and says where one is not (any more)', () => {
  const there = new Set(['/usr/bin/firefox', '/usr/bin/chromium']);
  const started: string[] = [];
  const found = createBrowsers(
    { platform: 'linux', home: '/home/m', env: { PATH: '/usr/bin' } },
    {
      isThere: (path) => there.has(path),
      start: (file, args) => started.push([file, ...args].join(' ')) > 0,
    },
  );
  expect(found.list()).toEqual(['firefox', 'chromium']);
  expect(found.open('chromium', 'https://a.test/', vi.fn())).toBe(true);
  there.clear();
  expect(found.list()).toEqual([]);
  expect(found.open('chromium', 'https://a.test/', vi.fn())).toBe(false);
  expect(started).toEqual(['/usr/bin/chromium https://a.test/']);
});

it('B68 takes no folder for a program, but on macOS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
  const isThere = (path: string) =>
    (['linux', 'win32', 'darwin'] as const).map((platform) => systemBrowsers(platform).isThere(path));
  expect(isThere(folder)).toEqual([false, false, true]);
  expect(isThere(process.execPath)).toEqual([true, true, false]);
  expect(isThere(join(folder, 'firefox'))).toEqual([false, false, false]);
  expect(isThere(join(process.execPath, 'firefox'))).toEqual([false, false, false]);
  rmSync(folder, { recursive: true });
});

it('B68 says what cannot be started, at once or later, and throws for no address', async () => {
  const { start } = systemBrowsers('linux');
  const fail = vi.fn();
  // Longer than any system hands to a program.
  expect(start(process.execPath, ['-e', '0', 'x'.repeat(4_000_000)], fail)).toBe(false);
  expect(fail).not.toHaveBeenCalled();
  expect(start(join(tmpdir(), 'no-such-browser'), [], fail)).toBe(true);
  await vi.waitFor(() => expect(fail).toHaveBeenCalledOnce());
});
