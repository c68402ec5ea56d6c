import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDiskWriter } from './disk-writer';
import { readKeptText } from './kept-text';

const temporary = { folder: '' };
beforeEach(() => {
  // The package that stands for Electron outside Electron wants to know where one is; none is started.
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
  temporary.folder = mkdtempSync(join(tmpdir(), 'foyer-writer-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(temporary.folder, { recursive: true, force: true });
});

const path = (name: string): string => join(temporary.folder, name);
const read = (name: string): unknown => readKeptText(readFileSync(path(name), 'utf8')).value;

it('K6 writes file and backup, each whole, for its owner alone', async () => {
  const writer = await openDiskWriter(temporary.folder);
  writer.write('backup', { version: 1, name: 'older' });
  writer.write('main', { version: 1, name: 'newer', 'a.b': { c: 'ž' } });
  writer.write('main', { version: 1, name: 'newest' });
  expect(read('foyer.backup.json')).toEqual({ version: 1, name: 'older' });
  expect(read('foyer.json')).toEqual({ version: 1, name: 'newest' });
  expect(readdirSync(temporary.folder).toSorted()).toEqual(['foyer.backup.json', 'foyer.json']);
  expect(statSync(path('foyer.json')).mode & 0o777).toBe(0o600);
  expect(statSync(path('foyer.backup.json')).mode & 0o777).toBe(0o600);
});

it('K6 makes a missing folder', async () => {
  const writer = await openDiskWriter(path('new/folder'));
  writer.write('main', { version: 1 });
  expect(read('new/folder/foyer.json')).toEqual({ version: 1 });
});

it('K7 replaces a broken backup, and clears away what a killed process left', async () => {
  writeFileSync(path('foyer.backup.json'), '{"version":');
  writeFileSync(path('foyer.json.tmp-1795000000abcdef'), 'half');
  writeFileSync(path('foyer.backup.json.tmp-1795000000abcdef'), 'half');
  writeFileSync(path('foyer.broken-2026-11-22T00-12-33.json'), 'kept');
  const writer = await openDiskWriter(temporary.folder);
  writer.write('backup', { version: 1 });
  expect(read('foyer.backup.json')).toEqual({ version: 1 });
  expect(readdirSync(temporary.folder).toSorted()).toEqual([
    'foyer.backup.json',
    'foyer.broken-2026-11-22T00-12-33.json',
  ]);
});

it('K10 throws when the folder is gone', async () => {
  const writer = await openDiskWriter(path('folder'));
  rmSync(path('folder'), { recursive: true });
  writeFileSync(path('folder'), 'a file where the folder was');
  expect(() => writer.write('main', { version: 1 })).toThrow(/EEXIST|ENOTDIR/);
});
