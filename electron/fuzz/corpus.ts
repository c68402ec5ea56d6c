import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import * as fc from 'fast-check';
import type { BrokenBy } from './run-target';

/** An input that broke a parser once. */
export interface Kept {
  readonly seed: number;
  readonly reason: string;
  /** For people. */
  readonly shown: string;
  /** The same as `node:v8` writes it, in base64: JSON knows neither NaN nor holes. */
  readonly bytes: string;
}

/** Where they are kept: one file for each parser. */
export const CORPUS_FOLDER = join(import.meta.dirname, 'corpus');

export const fileNameOf = (name: string): string => `${name.replaceAll(' ', '-')}.json`;

const fileOf = (folder: string, name: string): string => join(folder, fileNameOf(name));

/** Gives the inputs that broke a parser once; none where there is no file of it. Throws for a file that is no JSON. */
export function readCorpus(name: string, folder = CORPUS_FOLDER): readonly Kept[] {
  const file = fileOf(folder, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Kept[]) : [];
}

/** Names of the files that are there, each that of a parser. */
export const listCorpus = (folder = CORPUS_FOLDER): readonly string[] =>
  readdirSync(folder).filter((file) => file.endsWith('.json'));

export const inputOf = ({ bytes }: Kept): unknown => deserialize(Buffer.from(bytes, 'base64')) as unknown;

/** Gives an input as people read it. */
export function shownOf(input: unknown): string {
  try {
    return fc.stringify(input);
  } catch {
    return 'too deep to be shown';
  }
}

/** Largest that an input is kept, in signs of base64: what is larger is found again by its seed, and wants a test of its own. */
const BYTES_MAX = 200_000;

/** Keeps an input that broke a parser, so that every test run tries it from now on. */
export function keepBroken(name: string, broken: BrokenBy, folder = CORPUS_FOLDER): void {
  const bytes = serialize(broken.input).toString('base64');
  const before = readCorpus(name, folder);
  if (bytes.length > BYTES_MAX || before.some((one) => one.bytes === bytes)) return;
  const kept: Kept = {
    seed: broken.seed,
    reason: broken.reason.split('\n')[0] ?? '',
    shown: shownOf(broken.input).slice(0, 500),
    bytes,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(folder, name), `${JSON.stringify([...before, kept], undefined, 2)}\n`);
}
