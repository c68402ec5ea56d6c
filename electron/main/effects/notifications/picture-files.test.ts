import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { createPictureFiles } from './picture-files';

const parent = mkdtempSync(join(tmpdir(), 'foyer-test-'));
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it('D24 writes a picture once, for this user only, and takes all away at the end, or when it is locked', async () => {
  const files = createPictureFiles(parent);
  const picture = { key: 'abc', png: Buffer.from('png') };
  const [first, second] = await Promise.all([files.urlOf(picture), files.urlOf(picture)]);
  expect(second).toBe(first);
  const file = fileURLToPath(first ?? '');
  expect(readFileSync(file, 'utf8')).toBe('png');
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  files.clear();
  expect(readdirSync(parent)).toEqual([]);
  const again = fileURLToPath((await files.urlOf(picture)) ?? '');
  expect(readFileSync(again, 'utf8')).toBe('png');
  files.clear();
});

it('D24 gives nothing where nothing can be written', async () => {
  const files = createPictureFiles(join(parent, 'missing'));
  expect(await files.urlOf({ key: 'abc', png: Buffer.from('png') })).toBeUndefined();
});
