// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** The app's own mark, and, by the id of its recipe, the icon of each kind of service. */
const MARK = 'resources/icons/mark.svg';
const RECIPES = 'electron/recipes';

/**
 * A plugin that puts the drawings the shell shows into its document, as symbols `drawing-NAME`. As pictures (`<img>`) each would be
 * fetched from main while it starts, and Chromium would make a page of its own for each, which takes a quarter of a megabyte.
 * @returns {import('vite').Plugin}
 */
export function drawings() {
  return {
    name: 'foyer-drawings',
    transformIndexHtml: async () => [
      {
        tag: 'svg',
        attrs: { class: 'drawings', 'aria-hidden': 'true' },
        children: toSymbols(await readDrawings()),
        injectTo: 'body',
      },
    ],
  };
}

/** @returns {Promise<ReadonlyMap<string, string>>} the SVG of each, by name */
async function readDrawings() {
  const entries = await readdir(inRoot(RECIPES), { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const files = [['mark', MARK], ...ids.map((id) => [id, join(RECIPES, id, 'icon.svg')])];
  return new Map(
    await Promise.all(
      files.map(
        async ([name = '', path = '']) => /** @type {const} */ ([name, await readFile(inRoot(path), 'utf8')]),
      ),
    ),
  );
}

/**
 * Makes one text of them. What two of them call the same would be taken of the first, and what is styled within is dropped by the
 * shell's content policy: both are refused.
 * @param {ReadonlyMap<string, string>} svgs
 */
export function toSymbols(svgs) {
  /** @type {Map<string, string>} */
  const owners = new Map();
  const symbols = [...svgs].map(([name, svg]) => {
    const [, attributes = '', body = ''] = /^<svg([^>]*)>([\s\S]*)<\/svg>\s*$/.exec(svg) ?? [];
    const [viewBox] = / viewBox="[^"]*"/.exec(attributes) ?? [];
    if (viewBox === undefined) throw new Error(`${name}: a drawing is one <svg> with a viewBox`);
    if (/\sstyle=|<style/.test(svg))
      throw new Error(`${name}: styles in a drawing are dropped; use attributes`);
    for (const [, id = ''] of body.matchAll(/\sid="([^"]*)"/g)) {
      const owner = owners.get(id);
      if (owner !== undefined) throw new Error(`${name}: the id ${id} is one of ${owner}, too`);
      owners.set(id, name);
    }
    const shown = body.replace(/<title>[\s\S]*?<\/title>/, '').replaceAll(/>\s+</g, '><');
    return `<symbol id="drawing-${name}"${viewBox}>${shown.trim()}</symbol>`;
  });
  return symbols.join('');
}
