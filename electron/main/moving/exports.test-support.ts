import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'fixtures');

/** The text of an export there is a file of. */
export const exportOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Every valid export there is a file of, by name. */
export const exports: readonly (readonly [name: string, text: string])[] = readdirSync(folder)
  .toSorted()
  .map((name) => [name, exportOf(name)] as const);
