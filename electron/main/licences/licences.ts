import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { LicenceLine } from '../../core/ipc/about-contract';
import { readChromiumLicences } from './chromium-licences';
import { safeParse } from '../../core/model/safe-parse';

/** What is asked of it. */
export interface Licences {
  /** All that is shipped: the app, what is in its bundles, Electron, and the parts of Chromium. */
  readonly list: () => Promise<readonly LicenceLine[]>;
  /** Null where there is no text of it. */
  readonly textOf: (id: string) => Promise<string | null>;
}

export interface LicencesOptions {
  /** The folder of the built app, with `main`, `preload` and `renderer` in it. */
  readonly outFolder: string;
  /** Where Electron's own licences may lie. */
  readonly electronFolders: readonly string[];
  readonly electron: string;
}

const shippedSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);

interface Shipped extends LicenceLine {
  readonly text: string;
}

/** Gives the licences of all that is shipped. Nothing of them is kept in memory: they are megabytes, and seldom asked for. */
export function createLicences(options: LicencesOptions): Licences {
  const all = async (): Promise<readonly Shipped[]> => [
    ...(await readBundled(options.outFolder)),
    ...(await readElectron(options)),
  ];
  return {
    list: async () =>
      (await all()).map(({ id, name, version, licence, of }) => ({ id, name, version, licence, of })),
    textOf: async (id) => (await all()).find((one) => one.id === id)?.text || null,
  };
}

/** What the build wrote beside each bundle (`scripts/lib/shipped.mjs`); nothing while the app is developed. */
async function readBundled(outFolder: string): Promise<readonly Shipped[]> {
  const lists = await Promise.all(
    ['main', 'preload', 'renderer'].map(async (part) => {
      const folder = join(outFolder, part);
      const files = (await readdir(folder).catch(() => [])).filter((file) => /^shipped-.*\.json$/.test(file));
      return Promise.all(files.map((file) => readShippedFile(join(folder, file))));
    }),
  );
  const lines = lists.flat(2).map(({ name, version, licence, text }) => ({
    id: `${name}@${version}`,
    name,
    version,
    licence,
    of: 'foyer' as const,
    text,
  }));
  const once = [...new Map(lines.map((line) => [line.id, line])).values()];
  // The app itself comes first.
  return once.toSorted((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en'));
}

const rankOf = ({ name }: { readonly name: string }): number => (name === 'foyer' ? 0 : 1);

async function readShippedFile(file: string) {
  const parsed = safeParse(shippedSchema, JSON.parse(await readFile(file, 'utf8')));
  return parsed.success ? parsed.data : [];
}

async function readElectron({ electronFolders, electron }: LicencesOptions): Promise<readonly Shipped[]> {
  const own = await readFirst(electronFolders, ['LICENSE.electron.txt', 'LICENSE']);
  const page = await readFirst(electronFolders, ['LICENSES.chromium.html']);
  const parts = readChromiumLicences(page).map(({ name, text }, index) => ({
    id: `chromium-${index}`,
    name,
    version: '',
    licence: '',
    of: 'chromium' as const,
    text,
  }));
  const line = {
    id: 'electron',
    name: 'Electron',
    version: electron,
    licence: 'MIT',
    of: 'foyer' as const,
    text: own,
  };
  return [line, ...parts];
}

/** The first of the files that is there; empty where none is. */
async function readFirst(folders: readonly string[], names: readonly string[]): Promise<string> {
  for (const file of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text !== '') return text;
  }
  return '';
}
