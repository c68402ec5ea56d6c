// @ts-check
// npm run words: says what each language's file lacks or has too much beside the English one, and what is wrong in it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { tsImport } from 'tsx/esm/api';
import { runMain } from './lib/output.mjs';
import { rootDir } from './lib/paths.mjs';

await runMain(async () => {
  const { checkWords, otherLanguages, textsOf } = await tsImport(
    '../electron/core/words.test-support.ts',
    import.meta.url,
  );
  /** @param {string} language */
  const read = async (language) =>
    textsOf(JSON.parse(await readFile(join(rootDir, `resources/locales/${language}.json`), 'utf8')));
  const english = await read('en');
  /** @type {string[]} */
  const lines = [];
  let isWhole = true;
  for (const language of otherLanguages) {
    const findings = checkWords(english, await read(language), language);
    isWhole &&= findings.length === 0;
    lines.push(`${language}: ${findings.length === 0 ? 'whole' : findings.length}`);
    for (const { problem, key } of findings) lines.push(`  ${problem} ${key}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return isWhole ? 0 : 1;
});
