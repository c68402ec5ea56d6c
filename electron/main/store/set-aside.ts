import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { nameStamp } from './name-stamp';

/** What is wrong with a file that is set aside. */
export type SetAsideWhy =
  | { readonly kind: 'broken' | 'sealed' }
  | { readonly kind: 'newer'; readonly version: number };

/**
 * Renames a file so that its name says what is wrong and when, together with those that belong to it (`also`, endings
 * such as `-wal`). Gives the new name, or the old one when it cannot be moved. Rules K2 and K3 of `docs/spec/storage.md`.
 */
export function setAside(
  folder: string,
  name: string,
  why: SetAsideWhy,
  nowMs: number,
  also: readonly string[] = [],
): string {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? '';
  const what = why.kind === 'newer' ? `from-version-${why.version}` : why.kind;
  const stem = name.slice(0, name.length - ending.length);
  const aside = freeName(folder, `${stem}.${what}-${nameStamp(nowMs)}`, ending);
  try {
    renameSync(join(folder, name), join(folder, aside));
  } catch {
    return name;
  }
  for (const end of also) {
    try {
      renameSync(join(folder, name + end), join(folder, aside + end));
    } catch {
      // It is only there at times.
    }
  }
  return aside;
}

function freeName(folder: string, stem: string, ending: string, attempt = 1): string {
  const name = attempt === 1 ? `${stem}${ending}` : `${stem}-${attempt}${ending}`;
  return existsSync(join(folder, name)) ? freeName(folder, stem, ending, attempt + 1) : name;
}
