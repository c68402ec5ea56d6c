import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const readText = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

const readManifest = (file: string): Manifest => JSON.parse(readText(file)) as Manifest;
const directOf = ({ dependencies, devDependencies }: Manifest): Readonly<Record<string, string>> => ({
  ...dependencies,
  ...devDependencies,
});
const readLock = (file: string): readonly (readonly [string, Locked])[] => {
  const { packages } = JSON.parse(readText(file)) as { readonly packages: Readonly<Record<string, Locked>> };
  return Object.entries(packages).filter(([path]) => path !== '');
};

/** The first column of the tables below a heading, up to the next. */
function listedIn(page: string, heading: RegExp): readonly string[] {
  const section = page.split(/^## /m).find((part) => heading.test(part)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
}

const page = readText('docs/dependencies.md');
/** Where packages are installed, each with a lock file and a setting of its own. */
const folders = ['.', 'e2e/servers', 'scripts/electronegativity'];
const locks = folders.map((folder) => join(folder, 'package-lock.json'));
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('what is taken from others', () => {
  it('W210 each direct dependency has its reason, and each reason its dependency', () => {
    const own = [...listedIn(page, /^In the app/), ...listedIn(page, /^To build/)];
    expect(own.toSorted()).toEqual(Object.keys(directOf(readManifest('package.json'))).toSorted());
    const ofServers = Object.keys(directOf(readManifest('e2e/servers/package.json')));
    expect(listedIn(page, /^Servers/).toSorted()).toEqual(ofServers.toSorted());
    const ofScanner = Object.keys(directOf(readManifest('scripts/electronegativity/package.json')));
    expect(listedIn(page, /^What reads our source/).toSorted()).toEqual(ofScanner.toSorted());
  });

  it('W210 each is of one version', () => {
    const all = folders.map((folder) => directOf(readManifest(join(folder, 'package.json'))));
    const ranges = all
      .flatMap((one) => Object.entries(one))
      .filter(([, version]) => !/^(?:npm:[^@]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
    expect(ranges).toEqual([]);
  });

  it.each(locks)('W211 all of %s comes from the registry, and is what it was', (file) => {
    const locked = readLock(file);
    expect(locked.length).toBeGreaterThan(100);
    // A package may bring others in a folder of its own.
    const brought = locked.flatMap(([, one]) => (one.link === true ? [one.resolved] : []));
    const own = locked.filter(([path, { link }]) => link !== true && !brought.includes(path));
    expect(brought.filter((path) => !/^node_modules\/[^.]/.test(path ?? ''))).toEqual([]);
    const elsewhere = own.filter(
      ([, { resolved }]) => !/^(?:$|https:\/\/registry\.npmjs\.org\/)/.test(resolved ?? ''),
    );
    expect(elsewhere).toEqual([]);
    const unsure = own.filter(
      ([, one]) => one.inBundle !== true && !/^sha512-[\w+/]{86}==/.test(one.integrity ?? ''),
    );
    expect(unsure.map(([path]) => path)).toEqual([]);
  });

  it('W212 no package runs a script when it is installed; those that would are known', () => {
    // npm reads the one beside the manifest alone, not that of a folder above it.
    for (const folder of folders) expect(readText(join(folder, '.npmrc'))).toMatch(/^ignore-scripts=true$/m);
    const withScript = locks
      .flatMap(readLock)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const names = [...new Set(withScript.map(([path]) => nameOf(path)))];
    expect(names.toSorted()).toEqual(listedIn(page, /^Scripts/).toSorted());
  });
});
