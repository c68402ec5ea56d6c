import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDictionaryFiles } from './dictionary-files';

const now = { folder: '' };
const at = (...names: readonly string[]): string => join(now.folder, ...names);
const files = () => createDictionaryFiles([at('first'), at('none'), at('second')], at('own'));

beforeEach(() => {
  now.folder = mkdtempSync(join(tmpdir(), 'foyer-words-'));
  for (const name of ['first', 'second']) mkdirSync(at(name));
});
afterEach(() => rmSync(now.folder, { recursive: true }));

it('B51 finds what the system has in several folders, and what Chromium has', async () => {
  for (const name of ['de_DE.bdic', 'en_US.bdic', 'de_DE_frami.bdic', 'xx_XX.bdic', 'fr.aff'])
    writeFileSync(at('first', name), '1');
  writeFileSync(at('second', 'fr-FR.bdic'), '2');
  mkdirSync(at('own'));
  writeFileSync(at('own', 'sv-SE-3-0.bdic'), '3');
  expect(await files().find()).toEqual(['de', 'en-US', 'fr', 'sv']);
});

it('B51 puts one under the name Chromium looks for, and anew when the system’s is newer', async () => {
  writeFileSync(at('first', 'en_US.bdic'), 'first');
  writeFileSync(at('second', 'en_US.bdic'), 'second');
  const one = files();
  await one.find();
  await one.place('en-US');
  await one.place('de');
  expect(readdirSync(at('own'))).toEqual(['en-US-10-1.bdic']);
  const put = at('own', 'en-US-10-1.bdic');
  expect(readFileSync(put, 'utf8')).toBe('first');
  writeFileSync(at('first', 'en_US.bdic'), 'later');
  utimesSync(put, 1, 1);
  await one.place('en-US');
  expect(readFileSync(put, 'utf8')).toBe('later');
});

it('B51 has none where no folder is there', async () => {
  expect(await createDictionaryFiles([], at('nowhere')).find()).toEqual([]);
});
