// @ts-check
import { readFile } from 'node:fs/promises';
import { format } from 'oxfmt';
import { inRoot } from './paths.mjs';

/** Gives a text as the formatter writes it; `file` says what kind of text it is. @param {string} file @param {string} text */
export async function formatted(file, text) {
  const options = JSON.parse(await readFile(inRoot('.oxfmtrc.json'), 'utf8'));
  const { code, errors } = await format(file, text, options);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return code;
}
