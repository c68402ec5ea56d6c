// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { inRoot, rootDir } from './paths.mjs';

/**
 * A package whose code is in the built app.
 * @typedef {{ name: string, version: string, licence: string, homepage: string, text: string }} Shipped
 */

/** Names of files that hold a licence, or what it asks to be told along with it. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i;

/**
 * A plugin that lists the packages of which something is in a bundle, and the app itself, and writes them beside it as `shipped-….json`: what
 * is not shipped is not listed. The app shows them under "About", the package's bill of materials is made of them.
 * @returns {import('vite').Plugin}
 */
export function shippedPackages() {
  return {
    name: 'foyer-shipped-packages',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
        const used = modules
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id]) => folderOf(id));
        const folders = [...new Set(used.filter((folder) => folder !== undefined))].toSorted();
        const name = chunks.find((chunk) => chunk.isEntry)?.name ?? 'more';
        const source = JSON.stringify(await Promise.all([rootDir, ...folders].map(readPackage)));
        this.emitFile({ type: 'asset', fileName: `shipped-${name}.json`, source });
      },
    },
  };
}

/** The folder of the package that a module is of. @param {string} id @returns {string | undefined} */
export function folderOf(id) {
  const path = id
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/');
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

/** @param {string} folder @returns {Promise<Shipped>} */
export async function readPackage(folder) {
  const said = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8').catch(() => '')));
  const text = texts.join('\n\n').trim();
  const licence = licenceOf(said.license ?? said.licenses) || licenceIn(text);
  return {
    name: said.name ?? folder.split(sep).at(-1),
    version: said.version ?? '',
    licence,
    homepage: said.homepage ?? '',
    text: text === '' && licence === 'MIT' ? await standardText(said) : text,
  };
}

/**
 * What its licence asks to be told along with it, of a package that names the MIT License and has no file of it: the same text as ours,
 * for their work.
 * @param {{ name: string, author?: string | { name?: string }, repository?: string | { url?: string } }} said
 */
async function standardText({ name, author, repository }) {
  const named = typeof author === 'string' ? author : author?.name;
  const place = typeof repository === 'string' ? repository : repository?.url;
  const who =
    named?.replace(/ *<.*$/, '') ?? `the authors of ${name}${place === undefined ? '' : ` (${place})`}`;
  const own = await readFile(inRoot('LICENSE'), 'utf8');
  return `${name} says in its package that it is under the MIT License, and has no file of it.\n\n${own.replace(/^Copyright .*$/m, () => `Copyright (c) ${who}`)}`.trim();
}

/** Packages of old say it in other ways: as an object, as a list, by a name that is none of SPDX's. @param {unknown} said @returns {string} */
export function licenceOf(said) {
  if (typeof said === 'string') return said.replace(/^Apache ?2(?:\.0)?$/, 'Apache-2.0');
  if (Array.isArray(said)) return said.map(licenceOf).filter(Boolean).join(' OR ');
  return typeof said === 'object' && said !== null && 'type' in said ? licenceOf(said.type) : '';
}

/** @param {string} text of a licence that its package does not name */
function licenceIn(text) {
  if (/Apache License\s+Version 2\.0/.test(text)) return 'Apache-2.0';
  return /Permission is hereby granted, free of charge/.test(text) ? 'MIT' : '';
}

/** All that the built app ships, each once. @param {string} outFolder @returns {Promise<Shipped[]>} */
export async function readShipped(outFolder) {
  const lists = await Promise.all(
    ['main', 'preload', 'renderer'].map(async (part) => {
      const files = (await readdir(join(outFolder, part))).filter((file) => /^shipped-.*\.json$/.test(file));
      return Promise.all(
        files.map(async (file) => JSON.parse(await readFile(join(outFolder, part, file), 'utf8'))),
      );
    }),
  );
  /** @type {Shipped[]} */
  const all = lists.flat(2);
  return [...new Map(all.map((one) => [`${one.name}@${one.version}`, one])).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
}
