import { copyFile, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  languageOfOwnFile,
  languageOfSystemFile,
  spellLanguages,
  toDictionaryFile,
} from '../../core/model/dictionaries';

/** Where Linux distributions put dictionaries in Chromium's form, the likeliest first. */
export const SYSTEM_FOLDERS = [
  '/usr/share/hunspell-bdic',
  '/usr/share/qt6/qtwebengine_dictionaries',
  '/usr/share/qt5/qtwebengine_dictionaries',
  '/usr/share/qt/qtwebengine_dictionaries',
] as const;

/** The dictionaries on this machine. */
export interface DictionaryFiles {
  /** Looks for them; gives their languages. A folder that is not there has none. */
  readonly find: () => Promise<readonly string[]>;
  /** Puts the one of a language where Chromium looks for it, unless it is there. */
  readonly place: (language: string) => Promise<void>;
}

/** Gives access to the dictionaries of the system, and to those in Chromium's own folder. */
export function createDictionaryFiles(folders: readonly string[], ownFolder: string): DictionaryFiles {
  const places = new Map<string, string>();
  const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

  const find = async (): Promise<readonly string[]> => {
    const [own, ...system] = await Promise.all([ownFolder, ...folders].map(namesIn));
    system.forEach((names, index) => {
      for (const name of names) {
        const language = languageOfSystemFile(name);
        if (language !== undefined && !places.has(language))
          places.set(language, join(folders[index] ?? '', name));
      }
    });
    const fetched = new Set((own ?? []).map(languageOfOwnFile));
    return spellLanguages.filter((language) => places.has(language) || fetched.has(language));
  };

  const place = async (language: string): Promise<void> => {
    const from = places.get(language);
    if (from === undefined) return;
    const to = join(ownFolder, toDictionaryFile(language));
    const [theirs, ours] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
    if (ours !== undefined && ours.size === theirs.size && ours.mtimeMs >= theirs.mtimeMs) return;
    await mkdir(ownFolder, { recursive: true });
    // Chromium may be reading what was there.
    await copyFile(from, `${to}.new`);
    await rename(`${to}.new`, to);
  };

  return { find, place };
}
