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

/** What may stand on a drawing itself: nothing that what is in it would take from there. */
const ROOT_ATTRIBUTES = new Set(['xmlns', 'viewBox', 'width', 'height']);

/**
 * Makes one text of them. Each has its ids to itself: they get its name before them. What is styled within would be dropped by the
 * shell's content policy, and what stands on the drawing itself is lost: both are refused.
 * @param {ReadonlyMap<string, string>} svgs
 */
export function toSymbols(svgs) {
  return [...svgs].map(([name, svg]) => toSymbol(name, svg)).join('');
}

/** @param {string} name @param {string} svg */
function toSymbol(name, svg) {
  const [, root = '', body = ''] = /^<svg([^>]*)>([\s\S]*)<\/svg>\s*$/.exec(svg) ?? [];
  const [viewBox] = / viewBox="[^"]*"/.exec(root) ?? [];
  if (viewBox === undefined) throw new Error(`${name}: a drawing is one <svg> with a viewBox`);
  const attributes = [...root.matchAll(/([\w:-]+)=/g)].map(([, attribute = '']) => attribute);
  const lost = attributes.find((attribute) => !ROOT_ATTRIBUTES.has(attribute));
  if (lost !== undefined) throw new Error(`${name}: ${lost} on the drawing itself is lost; put it on a <g>`);
  if (/\sstyle=|<style/.test(svg))
    throw new Error(`${name}: styles in a drawing are dropped; use attributes`);
  const shown = body
    .replace(/<title>[\s\S]*?<\/title>/, '')
    .replaceAll(/>\s+</g, '><')
    .replaceAll(/(\sid="|url\(#|\shref="#)/g, `$1${name}-`);
  return `<symbol id="drawing-${name}"${viewBox}>${shown.trim()}</symbol>`;
}
